import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 300;
const seed = { field: 'seed', max: 2_147_483_647 } as const;
const seedOption = z.int().min(-1).max(seed.max).optional();
const jpegPngWebp = z.enum(['jpeg', 'png', 'webp']).optional();
/** Any size, by its pixels or its shape. */
const anySize = { field: 'size', as: 'size', separator: '*', min: 256, max: 1536 } as const;
/** A shape of the list, by its ratio or its pixels. */
const shapes = (...values: readonly string[]) => ({ field: 'aspect_ratio', as: 'aspect', values }) as const;
const viduShapes = shapes('1:1', '16:9', '9:16', '4:3', '3:4', '21:9', '2:3', '3:2');
const ideogramShapes = shapes('1:1', '16:9', '9:16', '4:3', '3:4');
const kontextShapes = shapes('21:9', '16:9', '4:3', '3:2', '1:1', '2:3', '3:4', '9:16', '9:21');
const ideogramStyles = {
  field: 'style', as: 'choice', values: { auto: 'Auto', general: 'General', realistic: 'Realistic', design: 'Design' },
} as const;

/** WaveSpeed's generate models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  'wavespeed/ideogram-ai/ideogram-v3-turbo': model({
    name: 'Ideogram V3 Turbo', alias: 'ideogram-v3-turbo', endpoint: 'ideogram-ai/ideogram-v3-turbo',
    options: z.strictObject({}),
    wire: { prompt: 'prompt', images: { field: 'reference_images', as: 'list', max: 3 }, style: ideogramStyles, size: ideogramShapes, aspectRatio: ideogramShapes }, needs: ['prompt'],
    price: flatPrice(30_000), tier: 'mid', capabilities: ['text_to_image', 'text_rendering', 'photorealistic'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/qwen-image/text-to-image': model({
    name: 'Qwen Image', alias: 'qwen-image', endpoint: 'wavespeed-ai/qwen-image/text-to-image',
    options: z.strictObject({ output_format: jpegPngWebp, seed: seedOption }),
    wire: { prompt: 'prompt', size: anySize, aspectRatio: anySize }, needs: ['prompt'], maxSide: 1536,
    price: flatPrice(20_000), tier: 'budget', capabilities: ['text_to_image', 'fast'], seed, deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/flux-kontext-pro/text-to-image': model({
    name: 'FLUX Kontext Pro', alias: 'flux-kontext-pro', endpoint: 'wavespeed-ai/flux-kontext-pro/text-to-image',
    options: z.strictObject({ guidance_scale: z.number().min(1).max(20).optional(), safety_tolerance: z.enum(['1', '2', '3', '4', '5']).optional(), seed: z.int().min(0).max(seed.max).optional() }),
    wire: { prompt: 'prompt', size: kontextShapes, aspectRatio: kontextShapes }, needs: ['prompt'],
    price: flatPrice(40_000), tier: 'mid', capabilities: ['text_to_image', 'typography', 'text_rendering'], seed, deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/wan-2.2/text-to-image-realism': model({
    name: 'WAN 2.2 Realism', alias: 'wan-2.2-text-to-image-realism', endpoint: 'wavespeed-ai/wan-2.2/text-to-image-realism',
    options: z.strictObject({ output_format: jpegPngWebp, seed: seedOption }),
    wire: { prompt: 'prompt', size: anySize, aspectRatio: anySize }, needs: ['prompt'], maxSide: 1536,
    price: flatPrice(25_000), tier: 'budget', capabilities: ['text_to_image', 'photorealistic'], seed, deadline, asOf,
  }),
  'wavespeed/vidu/reference-to-image-q2': model({
    name: 'Vidu Reference to Image Q2', alias: 'vidu-reference-to-image-q2', endpoint: 'vidu/reference-to-image-q2',
    options: z.strictObject({ resolution: z.enum(['1080p', '2K', '4K']).optional(), seed: seedOption }),
    wire: { prompt: 'prompt', images: { field: 'images', as: 'list', max: 7 }, size: viduShapes, aspectRatio: viduShapes }, needs: ['prompt', 'image'],
    price: {
      basis: 'exact', unit: 'image',
      lines: [{
        label: 'per image',
        amount: {
          when: { atLeast: [3, { count: 'images' }] },
          then: { lookup: 'resolution', table: { '2K': 60_000, '4K': 70_000 }, otherwise: 40_000 },
          otherwise: { lookup: 'resolution', table: { '2K': 100_000, '4K': 150_000 }, otherwise: 50_000 },
        },
      }],
    }, tier: 'mid', capabilities: ['reference_to_image', 'style_consistency'], seed, deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/flux-2-flex/text-to-image': model({
    name: 'FLUX 2 Flex', alias: 'flux-2-flex', endpoint: 'wavespeed-ai/flux-2-flex/text-to-image',
    options: z.strictObject({ seed: seedOption }),
    wire: { prompt: 'prompt', size: anySize, aspectRatio: anySize }, needs: ['prompt'], maxSide: 1536,
    price: flatPrice(60_000), tier: 'mid', capabilities: ['text_to_image', 'typography', 'text_rendering', 'infographic'], seed, deadline, asOf,
  }),
  'wavespeed/z-ai/glm-image/text-to-image': model({
    name: 'GLM Image', alias: 'glm-image', endpoint: 'z-ai/glm-image/text-to-image',
    options: z.strictObject({ output_format: jpegPngWebp, seed: seedOption }),
    wire: { prompt: 'prompt', size: anySize, aspectRatio: anySize }, needs: ['prompt'], maxSide: 1536,
    price: flatPrice(120_000), tier: 'premium', capabilities: ['text_to_image', 'infographic', 'diagram', 'text_rendering'], seed, deadline, asOf,
  }),
} as const;
