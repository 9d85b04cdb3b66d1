import { model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-11-22';
const deadline = 300;
const generous = { step: 16, minPixels: 655_360, maxPixels: 8_294_400, ratio: 3 } as const;
const size = { field: 'size', as: 'size', separator: 'x', min: 16, max: 3840, within: generous } as const;
const outputFormat = { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg', webp: 'webp' } } as const;
const count = { field: 'n', as: 'count', max: 10 } as const;

// `auto` may choose a quality above `high` at the 2.5 models, and no price of those is known: there the quality has to be named.
const qualities = ['low', 'medium', 'high'] as const;
const common = () => ({
  background: z.enum(['transparent', 'opaque', 'auto']).optional(),
  output_format: z.enum(['png', 'jpeg', 'webp']).optional(),
  output_compression: z.int().min(0).max(100).optional(),
  safety_identifier: z.string().min(1).max(64).optional(),
});
const options = () => z.strictObject({ ...common(), quality: z.enum([...qualities, 'auto']).optional() });
const complexity = () => z.enum(['low', 'medium', 'high']).optional();
const options25 = () => z.strictObject({ ...common(), quality: z.enum(qualities), complexity: complexity() });
const checks = [
  { when: { field: 'background', is: 'transparent' }, field: 'output_format', oneOf: ['png', 'webp'] },
] as const;

// OpenAI's price of a picture is rounded to a tenth of a cent; half of that is added to be a bound. Other sizes than the three of its
// table take fewer tokens than their pixels let expect. `auto` is priced as the dearest.
const square = { lookup: 'quality', table: { low: 6500, medium: 53_500 }, otherwise: 211_500 } as const;
const oblong = { lookup: 'quality', table: { low: 5500, medium: 41_500 }, otherwise: 165_500 } as const;
const megapixels = { max: [1, { quotient: [{ pixels: 'size', unknown: 1_048_576 }, 1_048_576] }] } as const;
const output = {
  lookup: 'size',
  table: { '1536x1024': oblong, '1024x1536': oblong },
  otherwise: { product: [square, megapixels] },
} as const;
const n = { field: 'n', default: 1 } as const;
// A token is a byte or longer, and some frame the prompt.
const text = { product: [5, { sum: [{ bytes: 'prompt' }, 64] }, n] } as const;
// A picture that is sent takes 65 tokens, 129 for each of its tiles of 512 pixels and up to 6240 for its details.
const input = { product: [8, 7500, { count: 'image' }, n] } as const;
const price = {
  basis: 'bound',
  unit: 'image',
  lines: [
    { label: 'pictures, by quality and size', amount: { product: [output, n] } },
    { label: 'words', amount: text },
    { label: 'pictures that are sent', amount: input },
  ],
  reported: {
    sum: [
      { product: [5, { field: 'input_text_tokens' }] },
      { product: [8, { field: 'input_image_tokens' }] },
      { product: [30, { field: 'output_image_tokens' }] },
    ],
  },
} as const;
const wire = { outputFormat, prompt: 'prompt', references: { field: 'image', as: 'list', max: 16 }, size, aspectRatio: size, count } as const;

// prettier-ignore
/** OpenAI's image models for this operation, with its own names and prices. `chatgpt-image-latest` is left out: no price of it is known. */
export const openaiModels = {
  'openai/gpt-image-2': model({
    name: 'GPT Image 2', endpoint: 'gpt-image-2', options, checks, price,
    wire, needs: ['prompt', 'reference'],
    tier: 'premium', capabilities: ['character_consistency', 'multi_reference'], maxSide: 3840, deadline, asOf,
  }),
  'openai/gpt-image-2.5-sunburst': model({
    name: 'GPT Image 2.5 Sunburst', endpoint: 'gpt-image-2.5-sunburst', options: options25, checks, price,
    wire, needs: ['prompt', 'reference'],
    tier: 'premium', capabilities: ['character_consistency', 'multi_reference'], maxSide: 3840, deadline, asOf,
  }),
  'openai/gpt-image-2.5-flare': model({
    name: 'GPT Image 2.5 Flare', endpoint: 'gpt-image-2.5-flare', options: options25, checks, price,
    wire, needs: ['prompt', 'reference'],
    tier: 'mid', capabilities: ['character_consistency', 'multi_reference'], maxSide: 3840, deadline, asOf,
  }),
} as const;
