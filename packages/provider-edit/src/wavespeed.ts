import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { ImageEditProvider } from './index.ts';

/** WaveSpeed edits: uploads the pictures, submits, asks until the job ends. All its models speak alike; the manifest tells them apart. */
export function wavespeedEdit(wavespeed: Wavespeed): ImageEditProvider {
  const { policy, prepare, start, status, find, open } = wavespeed;
  return { policy, prepare, start, status, find, open };
}
