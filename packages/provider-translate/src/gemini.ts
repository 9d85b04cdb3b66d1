import type { Gemini } from '@image-studio/vendor-gemini';
import type { ImageTranslateProvider } from './index.ts';

/** Gemini translates the text in pictures, by a sentence of ours. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function geminiTranslate(gemini: Gemini): ImageTranslateProvider {
  return gemini;
}
