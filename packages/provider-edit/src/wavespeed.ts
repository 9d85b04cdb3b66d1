import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { ImageEditProvider } from './index.ts';

/** WaveSpeed edits. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function wavespeedEdit(wavespeed: Wavespeed): ImageEditProvider {
  return wavespeed;
}
