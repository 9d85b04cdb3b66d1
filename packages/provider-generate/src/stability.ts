import type { Stability } from '@image-studio/vendor-stability';
import type { ImageGenerationProvider } from './index.ts';

/** Stability makes pictures from words. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function stabilityGenerate(stability: Stability): ImageGenerationProvider {
  return stability;
}
