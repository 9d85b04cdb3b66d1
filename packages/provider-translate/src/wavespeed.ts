import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { ImageTranslateProvider } from './index.ts';

/** WaveSpeed translates the text in pictures. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function wavespeedTranslate(wavespeed: Wavespeed): ImageTranslateProvider {
  return wavespeed;
}
