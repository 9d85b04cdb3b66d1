import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { ImageGenerationProvider } from './index.ts';

/** WaveSpeed makes pictures from words. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function wavespeedGenerate(wavespeed: Wavespeed): ImageGenerationProvider {
  return wavespeed;
}
