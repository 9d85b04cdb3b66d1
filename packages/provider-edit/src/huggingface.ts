import type { Huggingface } from '@image-studio/vendor-huggingface';
import type { ImageEditProvider } from './index.ts';

/** Hugging Face edits pictures, by whoever serves the model; the transport knows their protocols. */
export function huggingfaceEdit(huggingface: Huggingface): ImageEditProvider {
  return huggingface;
}
