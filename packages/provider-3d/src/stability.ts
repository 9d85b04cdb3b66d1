import type { Stability } from '@image-studio/vendor-stability';
import type { Image3dProvider } from './index.ts';

/** Stability makes 3D models. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function stability3d(stability: Stability): Image3dProvider {
  return stability;
}
