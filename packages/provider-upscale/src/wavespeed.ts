import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { ImageUpscaleProvider } from './index.ts';

/** WaveSpeed enlarges pictures. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function wavespeedUpscale(wavespeed: Wavespeed): ImageUpscaleProvider {
  return wavespeed;
}
