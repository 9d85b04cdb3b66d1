import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { ImageToVideoProvider } from './index.ts';

/** WaveSpeed makes videos from pictures. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function wavespeedVideo(wavespeed: Wavespeed): ImageToVideoProvider {
  return wavespeed;
}
