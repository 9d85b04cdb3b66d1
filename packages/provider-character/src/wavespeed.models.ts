// Written by `pnpm catalog:sync`; change scripts/catalog, not this file.
import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 300;
const seed = { field: 'seed', max: 2_147_483_647 } as const;
const seed2 = () => z.int().optional();
const aspectRatioWire = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '16:9', '9:16', '4:3', '3:4'] } as const;
const aspectRatioWire2 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '16:9', '9:16', '4:3', '3:4', '21:9', '2:3', '3:2'] } as const;
const sizeWire = { field: 'size', as: 'size', separator: '*', min: 256, max: 1536 } as const;

/** WaveSpeed's character models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  get 'wavespeed/bytedance/uso'() { return model({
    name: 'USO', endpoint: 'bytedance/uso',
    options: () => z.strictObject({ seed: seed2(), sync_model: z.boolean().optional() }),
    wire: { prompt: 'prompt', references: { field: 'reference_images', as: 'list', max: 4 } }, needs: ['reference', 'prompt'],
    price: flatPrice(80_000),
    tier: 'premium', capabilities: ['character_consistency', 'multi_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/ideogram-ai/ideogram-character'() { return model({
    name: 'Ideogram Character', alias: 'ideogram-character', endpoint: 'ideogram-ai/ideogram-character',
    options: () => z.strictObject({ rendering_speed: z.enum(['Default', 'Turbo', 'Quality']).optional(), style: z.enum(['Auto', 'Fiction', 'Realistic']).optional() }),
    wire: { prompt: 'prompt', reference: 'image', size: aspectRatioWire, aspectRatio: aspectRatioWire }, needs: ['prompt', 'reference'],
    price: { basis: 'exact', unit: 'image', defaults: { rendering_speed: 'Default' }, lines: [{ label: 'per image, by rendering speed', amount: { lookup: 'rendering_speed', table: { Turbo: 100_000, Quality: 200_000 }, otherwise: 150_000 } }] },
    tier: 'premium', capabilities: ['character_consistency', 'outfit_change'], deadline, asOf,
  }); },
  get 'wavespeed/vidu/reference-to-image-q2'() { return model({
    name: 'Vidu Reference to Image Q2', alias: 'vidu-reference-to-image-q2', endpoint: 'vidu/reference-to-image-q2',
    options: () => z.strictObject({ resolution: z.enum(['1080p', '2K', '4K']).optional(), seed: seed2() }),
    wire: { prompt: 'prompt', references: { field: 'images', as: 'list', max: 7 }, size: aspectRatioWire2, aspectRatio: aspectRatioWire2 }, needs: ['prompt', 'reference'],
    price: { basis: 'exact', unit: 'image', defaults: { resolution: '1080p' }, lines: [{ label: 'per image, by images and resolution', amount: { when: { atLeast: [3, { count: 'images' }] }, then: { lookup: 'resolution', table: { '1080p': 40_000, '2K': 60_000 }, otherwise: 70_000 }, otherwise: { lookup: 'resolution', table: { '1080p': 50_000, '2K': 100_000 }, otherwise: 150_000 } } }] },
    tier: 'mid', capabilities: ['character_consistency', 'multi_reference'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-pulid'() { return model({
    name: 'FLUX PuLID', endpoint: 'wavespeed-ai/flux-pulid',
    options: () => z.strictObject({ guidance_scale: z.number().min(0).max(20).optional(), output_format: z.enum(['jpeg', 'png', 'webp']).optional(), seed: seed2() }),
    wire: { prompt: 'prompt', reference: 'image', outputFormat: { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg', webp: 'webp' } }, size: sizeWire, aspectRatio: sizeWire }, needs: ['prompt', 'reference'],
    price: flatPrice(20_000),
    tier: 'budget', capabilities: ['character_consistency'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/instant-character'() { return model({
    name: 'Instant Character', alias: 'instant-character', endpoint: 'wavespeed-ai/instant-character',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', reference: 'image', size: sizeWire, aspectRatio: sizeWire }, needs: ['prompt', 'reference'],
    price: flatPrice(100_000),
    tier: 'mid', capabilities: ['character_consistency'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/uno'() { return model({
    name: 'UNO', endpoint: 'wavespeed-ai/uno',
    options: () => z.strictObject({ guidance_scale: z.number().min(1).max(20).optional(), image_size: z.enum(['square_hd', 'square', 'portrait_4_3', 'portrait_16_9', 'landscape_4_3', 'landscape_16_9']).optional(), num_inference_steps: z.int().min(1).max(50).optional(), output_format: z.enum(['jpeg', 'png']).optional(), seed: seed2() }),
    wire: { prompt: 'prompt', references: { field: 'images', as: 'list', max: 5 }, count: { field: 'num_images', as: 'count', max: 4 }, outputFormat: { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg' } } }, needs: ['prompt', 'reference'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [50_000, { field: 'num_images' }] } }] },
    tier: 'mid', capabilities: ['character_consistency', 'multi_image'], seed, deadline, asOf,
  }); },
} as const;
