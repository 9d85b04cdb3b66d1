import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { FaceSwapProvider } from './index.ts';

/** WaveSpeed swaps faces. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function wavespeedFaceSwap(wavespeed: Wavespeed): FaceSwapProvider {
  return wavespeed;
}
