import type { Stability } from '@image-studio/vendor-stability';
import type { ImageEditProvider } from './index.ts';

/** Stability edits. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function stabilityEdit(stability: Stability): ImageEditProvider {
  return stability;
}
