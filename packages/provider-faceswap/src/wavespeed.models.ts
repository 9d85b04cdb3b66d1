// Written by `pnpm catalog:sync`; change scripts/catalog, not this file.
import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 300;
const outputFormat = () => z.enum(['jpeg', 'png', 'webp']).optional();
const outputFormatWire = { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg', webp: 'webp' } } as const;

/** WaveSpeed's face swap models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  get 'wavespeed/akool/image-face-swap'() { return model({
    name: 'Akool Face Swap', alias: 'akool-face-swap', endpoint: 'akool/image-face-swap',
    options: () => z.strictObject({ face_enhance: z.boolean().optional() }),
    wire: { image: 'image', faces: { field: 'source_image', as: 'list', max: 5 }, targets: { field: 'target_image', as: 'list', max: 5 } }, needs: ['image', 'face', 'target'],
    price: flatPrice(160_000),
    tier: 'premium', capabilities: ['face_swap', 'multi_face', 'realistic_blending', 'face_enhancement'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/image-body-swap'() { return model({
    name: 'Image Body Swap', endpoint: 'wavespeed-ai/image-body-swap',
    options: () => z.strictObject({}),
    wire: { image: 'image', face: 'body_image' }, needs: ['image', 'face'],
    price: flatPrice(50_000),
    tier: 'mid', capabilities: ['face_swap'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/image-face-swap'() { return model({
    name: 'Image Face Swap', alias: 'image-face-swap', endpoint: 'wavespeed-ai/image-face-swap',
    options: () => z.strictObject({ output_format: outputFormat() }),
    wire: { image: 'image', face: 'face_image', outputFormat: outputFormatWire, faceIndex: 'target_index' }, needs: ['image', 'face'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['face_swap'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/image-face-swap-pro'() { return model({
    name: 'Image Face Swap Pro', alias: 'image-face-swap-pro', endpoint: 'wavespeed-ai/image-face-swap-pro',
    options: () => z.strictObject({ output_format: outputFormat() }),
    wire: { image: 'image', face: 'face_image', outputFormat: outputFormatWire }, needs: ['image', 'face'],
    price: flatPrice(25_000),
    tier: 'mid', capabilities: ['face_swap', 'realistic_blending'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/image-head-swap'() { return model({
    name: 'Image Head Swap', alias: 'image-head-swap', endpoint: 'wavespeed-ai/image-head-swap',
    options: () => z.strictObject({ output_format: outputFormat() }),
    wire: { image: 'image', face: 'face_image', outputFormat: outputFormatWire }, needs: ['image', 'face'],
    price: flatPrice(25_000),
    tier: 'mid', capabilities: ['head_swap', 'realistic_blending'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/infinite-you'() { return model({
    name: 'InfiniteYou', alias: 'infinite-you', endpoint: 'wavespeed-ai/infinite-you',
    options: () => z.strictObject({}),
    wire: { face: 'source_image', image: 'target_image' }, needs: ['face', 'image'],
    price: flatPrice(50_000),
    tier: 'mid', capabilities: ['face_swap', 'identity_preservation'], deadline, asOf,
  }); },
} as const;
