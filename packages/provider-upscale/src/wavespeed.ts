import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { ImageUpscaleProvider } from './index.ts';

/** WaveSpeed enlarges pictures: uploads the pictures, submits, asks until the job ends. All its models speak alike; the manifest tells them apart. */
export function wavespeedUpscale(wavespeed: Wavespeed): ImageUpscaleProvider {
  const { policy, prepare, start, status, find, open } = wavespeed;
  return { policy, prepare, start, status, find, open };
}
