import type { Openai } from '@image-studio/vendor-openai';
import type { CharacterImageProvider } from './index.ts';

/** OpenAI makes pictures of a character from up to sixteen references. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function openaiCharacter(openai: Openai): CharacterImageProvider {
  return openai;
}
