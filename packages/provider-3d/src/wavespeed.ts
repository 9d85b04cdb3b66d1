import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { Image3dProvider } from './index.ts';

/** WaveSpeed makes 3D models. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function wavespeed3d(wavespeed: Wavespeed): Image3dProvider {
  return wavespeed;
}
