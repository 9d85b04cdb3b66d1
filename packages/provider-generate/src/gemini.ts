import type { Gemini } from '@image-studio/vendor-gemini';
import type { ImageGenerationProvider } from './index.ts';

/** Gemini makes pictures from words. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function geminiGenerate(gemini: Gemini): ImageGenerationProvider {
  return gemini;
}
