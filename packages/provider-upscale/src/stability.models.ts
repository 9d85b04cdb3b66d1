import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-07-09';
const deadline = 300;
const seed = { field: 'seed', max: 4_294_967_294 } as const;
const output_format = () => z.enum(['png', 'jpeg', 'webp']).optional();
const made = () => ({ seed: z.int().min(0).max(4_294_967_294).optional(), output_format: output_format() });
const style_preset = () => z.enum(['enhance', 'anime', 'photographic', 'digital-art', 'comic-book', 'fantasy-art', 'line-art', 'analog-film', 'neon-punk', 'isometric', 'low-poly', 'origami', 'modeling-compound', 'cinematic', '3d-model', 'pixel-art', 'tile-texture']).optional();
const image = { field: 'image', as: 'picture', minSide: 64, minPixels: 4096, maxPixels: 1_048_576, maxBytes: 10_400_000, mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] } as const;
const outputFormat = { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg', webp: 'webp' } } as const;
const words = { prompt: { field: 'prompt', as: 'text', max: 10_000 }, negativePrompt: { field: 'negative_prompt', as: 'text', max: 10_000 } } as const;

/** Stability's upscale models: fields, bounds and credits as its reference states them; one credit is one US cent. */
export const stabilityModels = {
  'stability/upscale-fast': model({
    name: 'Stability Fast Upscale', alias: 'stability-upscale-fast', endpoint: 'stable-image/upscale/fast',
    options: () => z.strictObject({ output_format: output_format() }), wire: { outputFormat, image: { ...image, minSide: 32, maxSide: 1536, minPixels: 1024 }, scale: { field: 'scale', as: 'fixed', value: 4 } }, needs: ['image'], price: flatPrice(20_000),
    tier: 'budget', capabilities: ['upscale', 'fast'], deadline, asOf,
  }),
  'stability/upscale-conservative': model({
    name: 'Stability Conservative Upscale', alias: 'stability-upscale-conservative', endpoint: 'stable-image/upscale/conservative',
    options: () => z.strictObject({ ...made(), creativity: z.number().min(0.2).max(0.5).optional() }),
    wire: { outputFormat, image: { ...image, maxPixels: 9_437_184, maxRatio: 2.5 }, ...words }, needs: ['image', 'prompt'], price: flatPrice(400_000),
    tier: 'premium', capabilities: ['upscale', 'detail_preserving', 'prompt_guided'], seed, deadline, asOf,
  }),
  'stability/upscale-creative': model({
    name: 'Stability Creative Upscale', alias: 'stability-upscale-creative', endpoint: 'stable-image/upscale/creative',
    options: () => z.strictObject({ ...made(), style_preset: style_preset(), creativity: z.number().min(0.1).max(0.5).optional() }),
    wire: { outputFormat, image, ...words }, needs: ['image', 'prompt'], price: flatPrice(600_000),
    tier: 'premium', capabilities: ['upscale', 'prompt_guided', 'creative'], seed, maxSide: 4096, deadline, asOf,
  }),
} as const;
