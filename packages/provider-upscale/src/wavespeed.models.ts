import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 300;
const jpegPngWebp = z.enum(['jpeg', 'png', 'webp']).optional();
const longestSide = { field: 'target_resolution', as: 'longest-side', values: { '2k': 2048, '4k': 4096, '8k': 8192 } } as const;

/** WaveSpeed's upscale models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  'wavespeed/wavespeed-ai/image-upscaler': model({
    name: 'Image Upscaler', alias: 'image-upscaler', endpoint: 'wavespeed-ai/image-upscaler',
    options: z.strictObject({ output_format: jpegPngWebp, target_resolution: z.enum(['2k', '4k', '8k']).optional() }),
    wire: { image: 'image', scale: longestSide }, needs: ['image'],
    price: flatPrice(10_000), tier: 'budget', capabilities: ['upscale'], maxSide: 8192, deadline, asOf,
  }),
  'wavespeed/bria/increase-resolution': model({
    name: 'Bria Increase Resolution', alias: 'bria-increase-resolution', endpoint: 'bria/increase-resolution',
    options: z.strictObject({}),
    wire: { image: 'image', scale: { field: 'desired_increase', as: 'nearest', values: [2, 4] } }, needs: ['image'],
    price: flatPrice(40_000), tier: 'mid', capabilities: ['upscale', 'detail_preserving'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/ultimate-image-upscaler': model({
    name: 'Ultimate Image Upscaler', alias: 'ultimate-image-upscaler', endpoint: 'wavespeed-ai/ultimate-image-upscaler',
    options: z.strictObject({ output_format: jpegPngWebp, target_resolution: z.enum(['2k', '4k', '8k']).optional() }),
    wire: { image: 'image', scale: longestSide }, needs: ['image'],
    price: flatPrice(60_000), tier: 'premium', capabilities: ['upscale'], maxSide: 8192, deadline, asOf,
  }),
} as const;
