import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 300;
const seed = { field: 'seed', max: 2_147_483_647 } as const;
const seedOption = z.int().min(-1).max(seed.max).optional();
/** Any size, by its pixels or its shape. */
const anySize = { field: 'size', as: 'size', separator: '*', min: 256, max: 1536 } as const;
/** A shape of the list, by its ratio or its pixels. */
const shapes = (...values: readonly string[]) => ({ field: 'aspect_ratio', as: 'aspect', values }) as const;
const viduShapes = shapes('1:1', '16:9', '9:16', '4:3', '3:4', '21:9', '2:3', '3:2');
const ideogramShapes = shapes('1:1', '16:9', '9:16', '4:3', '3:4');

/** WaveSpeed's character models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  'wavespeed/ideogram-ai/ideogram-character': model({
    name: 'Ideogram Character', alias: 'ideogram-character', endpoint: 'ideogram-ai/ideogram-character',
    options: z.strictObject({ rendering_speed: z.enum(['Default', 'Turbo', 'Quality']).optional(), style: z.enum(['Auto', 'Fiction', 'Realistic']).optional() }),
    wire: { prompt: 'prompt', reference: 'image', size: ideogramShapes, aspectRatio: ideogramShapes }, needs: ['prompt', 'reference'],
    price: { basis: 'exact', unit: 'image', lines: [{ label: 'per image', amount: { lookup: 'rendering_speed', table: { Turbo: 100_000, Quality: 200_000 }, otherwise: 150_000 } }] }, tier: 'premium', capabilities: ['character_consistency', 'outfit_change'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/instant-character': model({
    name: 'Instant Character', alias: 'instant-character', endpoint: 'wavespeed-ai/instant-character',
    options: z.strictObject({ seed: z.int().min(0).max(seed.max).optional() }),
    wire: { prompt: 'prompt', reference: 'image', size: anySize, aspectRatio: anySize }, needs: ['prompt', 'reference'], maxSide: 1536,
    price: flatPrice(100_000), tier: 'mid', capabilities: ['character_consistency'], seed, deadline, asOf,
  }),
  'wavespeed/vidu/reference-to-image-q2': model({
    name: 'Vidu Reference to Image Q2', alias: 'vidu-reference-to-image-q2', endpoint: 'vidu/reference-to-image-q2',
    options: z.strictObject({ resolution: z.enum(['1080p', '2K', '4K']).optional(), seed: seedOption }),
    wire: { prompt: 'prompt', references: { field: 'images', as: 'list', max: 7 }, size: viduShapes, aspectRatio: viduShapes }, needs: ['prompt', 'reference'],
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
    }, tier: 'mid', capabilities: ['character_consistency', 'multi_reference'], seed, deadline, asOf,
  }),
} as const;
