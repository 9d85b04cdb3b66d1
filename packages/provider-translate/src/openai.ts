import type { Openai } from '@image-studio/vendor-openai';
import type { ImageTranslateProvider } from './index.ts';

/** OpenAI translates the text in pictures, by a sentence of ours. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function openaiTranslate(openai: Openai): ImageTranslateProvider {
  return openai;
}
