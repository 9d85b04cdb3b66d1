import type { Huggingface } from '@image-studio/vendor-huggingface';
import type { ImageGenerationProvider } from './index.ts';

/** Hugging Face makes pictures from words, by whoever serves the model; the transport knows their protocols. */
export function huggingfaceGenerate(huggingface: Huggingface): ImageGenerationProvider {
  return huggingface;
}
