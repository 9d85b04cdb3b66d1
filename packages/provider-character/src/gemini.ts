import type { Gemini } from '@image-studio/vendor-gemini';
import type { CharacterImageProvider } from './index.ts';

/** Gemini makes pictures of a character from up to fourteen references. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function geminiCharacter(gemini: Gemini): CharacterImageProvider {
  return gemini;
}
