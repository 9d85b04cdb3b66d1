import type { Openai } from '@image-studio/vendor-openai';
import type { ImageEditProvider } from './index.ts';

/** OpenAI edits. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function openaiEdit(openai: Openai): ImageEditProvider {
  return openai;
}
