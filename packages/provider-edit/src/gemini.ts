import type { Gemini } from '@image-studio/vendor-gemini';
import type { ImageEditProvider } from './index.ts';

/** Gemini edits, by what the words say. All its models speak alike: the transport is the provider, and the manifest tells the models apart. */
export function geminiEdit(gemini: Gemini): ImageEditProvider {
  return gemini;
}
