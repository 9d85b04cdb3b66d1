import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 300;
const jpegPngWebp = z.enum(['jpeg', 'png', 'webp']).optional();
const upTo5 = (field: string) => ({ field, as: 'list', max: 5 }) as const;

/** WaveSpeed's face swap models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  'wavespeed/wavespeed-ai/image-face-swap': model({
    name: 'Image Face Swap', alias: 'image-face-swap', endpoint: 'wavespeed-ai/image-face-swap',
    options: z.strictObject({ output_format: jpegPngWebp }),
    wire: { image: 'image', face: 'face_image', faceIndex: 'target_index' }, needs: ['image', 'face'],
    price: flatPrice(10_000), tier: 'budget', capabilities: ['face_swap'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/image-face-swap-pro': model({
    name: 'Image Face Swap Pro', alias: 'image-face-swap-pro', endpoint: 'wavespeed-ai/image-face-swap-pro',
    options: z.strictObject({ output_format: jpegPngWebp }),
    wire: { image: 'image', face: 'face_image' }, needs: ['image', 'face'],
    price: flatPrice(25_000), tier: 'mid', capabilities: ['face_swap', 'realistic_blending'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/image-head-swap': model({
    name: 'Image Head Swap', alias: 'image-head-swap', endpoint: 'wavespeed-ai/image-head-swap',
    options: z.strictObject({ output_format: jpegPngWebp }),
    wire: { image: 'image', face: 'face_image' }, needs: ['image', 'face'],
    price: flatPrice(25_000), tier: 'mid', capabilities: ['head_swap', 'realistic_blending'], deadline, asOf,
  }),
  'wavespeed/akool/image-face-swap': model({
    name: 'Akool Face Swap', alias: 'akool-face-swap', endpoint: 'akool/image-face-swap',
    options: z.strictObject({ face_enhance: z.boolean().optional() }),
    wire: { image: 'image', faces: upTo5('source_image'), targets: upTo5('target_image') }, needs: ['image', 'face', 'target'],
    price: flatPrice(160_000), tier: 'premium', capabilities: ['face_swap', 'multi_face', 'realistic_blending', 'face_enhancement'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/infinite-you': model({
    name: 'InfiniteYou', alias: 'infinite-you', endpoint: 'wavespeed-ai/infinite-you',
    options: z.strictObject({}),
    wire: { image: 'target_image', face: 'source_image' }, needs: ['image', 'face'],
    price: flatPrice(50_000), tier: 'mid', capabilities: ['face_swap', 'identity_preservation'], deadline, asOf,
  }),
} as const;
