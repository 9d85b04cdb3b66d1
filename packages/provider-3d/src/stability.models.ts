import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-08-03';
const deadline = 300;
const image = { field: 'image', as: 'picture', minPixels: 4096, maxPixels: 4_194_304, maxBytes: 10_400_000, mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] } as const;
const common = () => ({ texture_resolution: z.enum(['512', '1024', '2048']).optional(), remesh: z.enum(['none', 'triangle', 'quad']).optional() });
const formats = { field: 'format', as: 'fixed', value: 'glb' } as const;
const needs = ['image'];
const kinds = ['picture'];

/** Stability's 3D models: fields, bounds and credits as its reference states them; one credit is one US cent. */
export const stabilityModels = {
  'stability/stable-fast-3d': model({
    name: 'Stable Fast 3D', alias: 'stable-fast-3d', endpoint: '3d/stable-fast-3d',
    options: () => z.strictObject({ ...common(), foreground_ratio: z.number().min(0.1).max(1).optional(), vertex_count: z.int().min(-1).max(20_000).optional() }),
    wire: { image, formats }, needs, price: flatPrice(100_000, 'model'), tier: 'mid', kinds, capabilities: ['picture', 'fast', 'textured'], deadline, asOf,
  }),
  'stability/stable-point-aware-3d': model({
    name: 'Stable Point Aware 3D', alias: 'stable-point-aware-3d', endpoint: '3d/stable-point-aware-3d',
    options: () => z.strictObject({
      ...common(), foreground_ratio: z.number().min(1).max(2).optional(), target_type: z.enum(['none', 'vertex', 'face']).optional(), target_count: z.int().min(100).max(20_000).optional(),
      guidance_scale: z.number().min(1).max(10).optional(), seed: z.int().min(0).max(4_294_967_294).optional(),
    }),
    wire: { image: { ...image, minSide: 640 }, formats }, needs, price: flatPrice(40_000, 'model'),
    tier: 'budget', kinds, capabilities: ['picture', 'fast', 'textured'], seed: { field: 'seed', max: 4_294_967_294 }, deadline, asOf,
  }),
} as const;
