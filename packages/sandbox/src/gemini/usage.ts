import type { Micros } from '@image-studio/core';
import type { GeminiModel } from './gemini-models.ts';
import type { GeminiRequest } from './read-request.ts';

/** Tokens of a request and of what comes of it. */
export interface GeminiTokens {
  readonly text: number;
  readonly images: number;
  readonly picture: number;
  readonly words: number;
  readonly thoughts: number;
}

/** Tokens of what was sent: about four bytes a token, 1090 a picture. */
export function sentTokens({ text, images }: GeminiRequest): Pick<GeminiTokens, 'text' | 'images'> {
  return { text: Math.ceil(Buffer.byteLength(text) / 4), images: 1090 * images.length };
}

/** The price: dollars per million are micro-dollars per token. Thoughts cost what words do. */
export function priceOfTokens(model: GeminiModel, { text, images, picture, words, thoughts }: GeminiTokens): Micros {
  return Math.round((text + images) * model.textIn + picture * model.imageOut + (words + thoughts) * model.textOut);
}

/** `usageMetadata` as Gemini reports it; kinds of which there are none are left out. */
export function usageMetadata({ text, images, picture, words, thoughts }: GeminiTokens): object {
  const byKind = (kinds: Readonly<Record<string, number>>) =>
    Object.entries(kinds).flatMap(([modality, tokenCount]) => (tokenCount > 0 ? { modality, tokenCount } : []));
  const made = picture + words;
  return {
    promptTokenCount: text + images,
    ...(made > 0 ? { candidatesTokenCount: made } : {}),
    ...(thoughts > 0 ? { thoughtsTokenCount: thoughts } : {}),
    totalTokenCount: text + images + made + thoughts,
    promptTokensDetails: byKind({ TEXT: text, IMAGE: images }),
    ...(made > 0 ? { candidatesTokensDetails: byKind({ IMAGE: picture, TEXT: words }) } : {}),
  };
}
