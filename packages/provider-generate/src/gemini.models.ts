import { type Expression, model, type PriceRule } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-11-22';
const deadline = 300;
const shapes = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'] as const;
const shape = { field: 'aspectRatio', as: 'aspect', values: shapes } as const;
const longShape = { field: 'aspectRatio', as: 'aspect', values: [...shapes, '1:4', '4:1', '1:8', '8:1'] } as const;
const seed = { field: 'seed', max: 2_147_483_647 } as const;
const harms = ['HARM_CATEGORY_HARASSMENT', 'HARM_CATEGORY_HATE_SPEECH', 'HARM_CATEGORY_SEXUALLY_EXPLICIT', 'HARM_CATEGORY_DANGEROUS_CONTENT'] as const;
const thresholds = ['BLOCK_LOW_AND_ABOVE', 'BLOCK_MEDIUM_AND_ABOVE', 'BLOCK_ONLY_HIGH', 'BLOCK_NONE', 'OFF'] as const;
const common = () => ({
  maxOutputTokens: z.int().min(1).max(32_768).optional(),
  personGeneration: z.enum(['ALLOW_ALL', 'ALLOW_ADULT', 'ALLOW_NONE']).optional(),
  safetySettings: z.array(z.strictObject({ category: z.enum(harms), threshold: z.enum(thresholds) })).max(4).optional(),
  seed: z.int().min(0).max(2_147_483_647).optional(),
  temperature: z.number().min(0).max(2).optional(),
});
const sizes = () => ({ ...common(), imageSize: z.enum(['1K', '2K', '4K']).optional() });
const optionsOf = {
  banana: () => z.strictObject({ ...sizes(), thinkingLevel: z.enum(['minimal', 'medium', 'high']).optional() }),
  pro: () => z.strictObject(sizes()),
  lite: () => z.strictObject({ ...common(), imageSize: z.enum(['1K']).optional() }),
};

interface Rates {
  readonly prompt: number;
  readonly word: number;
  readonly picture: number;
}

// A token of the prompt is a byte or longer, and some frame it. What is left of an answer's limit beside the picture may
// all be thoughts and words.
const promptTokens = { sum: [{ bytes: 'prompt' }, 64] } as const;
const limit = { field: 'maxOutputTokens', default: 32_768 } as const;

/** By tokens, in micro-dollars each. */
function tokenPrice({ prompt, word, picture }: Rates, pictureTokens: Expression): PriceRule {
  const otherTokens = { max: [0, { sum: [limit, { product: [-1, pictureTokens] }] }] } as const;
  return {
    basis: 'bound',
    unit: 'image',
    lines: [
      { label: 'picture, by size', amount: { product: [picture, pictureTokens] } },
      { label: 'thoughts and words, at most', amount: { product: [word, otherTokens] } },
      { label: 'prompt', amount: { product: [prompt, promptTokens] } },
    ],
    reported: {
      sum: [
        { product: [picture, { field: 'picture_tokens' }] },
        { product: [word, { field: 'word_tokens' }] },
        { product: [prompt, { field: 'prompt_tokens' }] },
      ],
    },
    usual: {
      sum: [
        { product: [picture, pictureTokens] },
        { product: [prompt, promptTokens] },
      ],
    },
  };
}

const bananaTokens = { lookup: 'imageSize', table: { '2K': 1680, '4K': 3767 }, otherwise: 1120 } as const;
const proTokens = { lookup: 'imageSize', table: { '4K': 2000 }, otherwise: 1120 } as const;

// prettier-ignore
/** Gemini's picture models for this operation, with its own names and prices. `gemini-2.5-flash-image` is left out: its end is announced for two different days. */
export const geminiModels = {
  'gemini/gemini-nano-banana-2.1': model({
    name: 'Nano Banana 2.1', endpoint: 'gemini-nano-banana-2.1', options: optionsOf.banana,
    wire: { prompt: 'prompt', size: longShape, aspectRatio: longShape }, needs: ['prompt'],
    price: tokenPrice({ prompt: 1.5, word: 7.5, picture: 30 }, bananaTokens),
    tier: 'mid', capabilities: ['text_rendering', 'high_res'], seed, maxSide: 4096, deadline, asOf,
  }),
  'gemini/gemini-3-pro-image': model({
    name: 'Nano Banana Pro', endpoint: 'gemini-3-pro-image', options: optionsOf.pro,
    wire: { prompt: 'prompt', size: shape, aspectRatio: shape }, needs: ['prompt'],
    price: tokenPrice({ prompt: 2, word: 12, picture: 120 }, proTokens),
    tier: 'premium', capabilities: ['text_rendering', 'high_res'], seed, maxSide: 4096, deadline, asOf,
  }),
  'gemini/gemini-3.1-flash-lite-image': model({
    name: 'Nano Banana 2 Lite', endpoint: 'gemini-3.1-flash-lite-image', options: optionsOf.lite,
    wire: { prompt: 'prompt', size: shape, aspectRatio: shape }, needs: ['prompt'],
    price: tokenPrice({ prompt: 0.25, word: 1.5, picture: 30 }, 1120),
    tier: 'budget', capabilities: ['text_rendering'], seed, maxSide: 1024, deadline, asOf,
  }),
} as const;
