import type { Stability } from '@image-studio/vendor-stability';
import type { ImageUpscaleProvider } from './index.ts';

/** Stability enlarges pictures. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function stabilityUpscale(stability: Stability): ImageUpscaleProvider {
  return stability;
}
