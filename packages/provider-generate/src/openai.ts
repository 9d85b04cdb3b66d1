import type { Openai } from '@image-studio/vendor-openai';
import type { ImageGenerationProvider } from './index.ts';

/** OpenAI makes pictures from words. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function openaiGenerate(openai: Openai): ImageGenerationProvider {
  return openai;
}
