import type { Micros } from '@image-studio/core';
import type { OpenaiModel } from './openai-models.ts';
import type { SentPicture } from './read-request.ts';

/** What will be made, and of what. */
export interface Work {
  readonly model: OpenaiModel;
  readonly prompt: string;
  readonly images: readonly SentPicture[];
  readonly quality: string;
  readonly width: number;
  readonly height: number;
  readonly count: number;
}

/** Tokens as the answer reports them; each picture counts what was sent anew. */
export function usageOf({ model, prompt, images, quality, width, height, count }: Work) {
  const text_tokens = count * (Math.ceil(Buffer.byteLength(prompt) / 4) + 6);
  const image_tokens = count * images.reduce((sum, image) => sum + sentTokens(image), 0);
  const output_tokens = count * madeTokens(model, { quality, width, height });
  const input_tokens = text_tokens + image_tokens;
  return {
    total_tokens: input_tokens + output_tokens,
    input_tokens,
    output_tokens,
    input_tokens_details: { text_tokens, image_tokens },
    output_tokens_details: { image_tokens: output_tokens, text_tokens: 0 },
  };
}

/** The price of the tokens: dollars per million are micro-dollars per token. */
export function priceOfUsage(model: OpenaiModel, usage: ReturnType<typeof usageOf>): Micros {
  const { text_tokens, image_tokens } = usage.input_tokens_details;
  return Math.round(text_tokens * model.textIn + image_tokens * model.imageIn + usage.output_tokens * model.imageOut);
}

/** 65, 129 a tile of 512 pixels after scaling, and the details that high fidelity keeps. */
function sentTokens({ width, height }: SentPicture): number {
  const within = Math.min(1, 2048 / Math.max(width, height));
  const scale = Math.min(within, 512 / Math.min(width, height));
  const tiles = Math.ceil((width * scale) / 512) * Math.ceil((height * scale) / 512);
  const isSquare = Math.max(width, height) < 1.25 * Math.min(width, height);
  return 65 + 129 * tiles + (isSquare ? 4096 : 6144);
}

/** Sizes outside the table grow slower than their pixels, as OpenAI's own calculator shows. */
function madeTokens(
  model: OpenaiModel,
  { quality, width, height }: Pick<Work, 'quality' | 'width' | 'height'>,
): number {
  const oblong = Math.max(width, height) === 1536 && Math.min(width, height) === 1024;
  if (oblong) return model.oblong[quality] ?? 0;
  return Math.round((model.square[quality] ?? 0) * ((width * height) / 1_048_576) ** 0.64);
}
