import type { Wavespeed } from '@image-studio/vendor-wavespeed';
import type { CharacterImageProvider } from './index.ts';

/** WaveSpeed keeps a character from picture to picture. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function wavespeedCharacter(wavespeed: Wavespeed): CharacterImageProvider {
  return wavespeed;
}
