import type { Local } from '@image-studio/vendor-local';
import type { ImageUpscaleProvider } from './index.ts';

/** This machine enlarges pictures: free, no key, nothing leaves it. */
export function localUpscale(local: Local): ImageUpscaleProvider {
  return local;
}
