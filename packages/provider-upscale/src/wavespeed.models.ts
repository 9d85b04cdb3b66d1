// Written by `pnpm catalog:sync`; change scripts/catalog, not this file.
import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 300;
const creativity = () => z.number().min(-10).max(10).optional();
const targetMegapixels = () => z.number().min(1).max(64).optional();
const targetMegapixelsWire = { field: 'target_megapixels', as: 'megapixels', min: 1, max: 64, whole: false } as const;
const outputFormat = () => z.enum(['jpeg', 'png', 'webp']).optional();
const targetResolution = () => z.enum(['2k', '4k', '8k']).optional();
const outputFormatWire = { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg', webp: 'webp' } } as const;
const targetResolutionWire = { field: 'target_resolution', as: 'longest-side', values: { '2k': 2048, '4k': 4096, '8k': 8192 } } as const;

/** WaveSpeed's upscale models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  get 'wavespeed/bria/increase-resolution'() { return model({
    name: 'Bria Increase Resolution', alias: 'bria-increase-resolution', endpoint: 'bria/increase-resolution',
    options: () => z.strictObject({}),
    wire: { image: 'image', scale: { field: 'desired_increase', as: 'nearest', values: [2, 4] } }, needs: ['image'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['upscale', 'detail_preserving'], deadline, asOf,
  }); },
  get 'wavespeed/clarity-ai/creative-upscaler'() { return model({
    name: 'Clarity Creative Upscaler', endpoint: 'clarity-ai/creative-upscaler',
    options: () => z.strictObject({ creativity: creativity(), target_megapixels: targetMegapixels() }),
    wire: { image: 'image', scale: targetMegapixelsWire }, needs: ['image'],
    price: { basis: 'exact', unit: 'image', defaults: { target_megapixels: 4 }, lines: [{ label: 'per image', amount: 50_000 }, { label: 'megapixels', times: { when: { atLeast: [4, { field: 'target_megapixels' }] }, then: 1, otherwise: { when: { atLeast: [8, { field: 'target_megapixels' }] }, then: 2, otherwise: { when: { atLeast: [16, { field: 'target_megapixels' }] }, then: 4, otherwise: { when: { atLeast: [25, { field: 'target_megapixels' }] }, then: 8, otherwise: { when: { atLeast: [50, { field: 'target_megapixels' }] }, then: 16, otherwise: 32 } } } } } }] },
    tier: 'mid', capabilities: ['upscale'], deadline, asOf,
  }); },
  get 'wavespeed/clarity-ai/crystal-upscaler'() { return model({
    name: 'Clarity Crystal Upscaler', endpoint: 'clarity-ai/crystal-upscaler',
    options: () => z.strictObject({ creativity: z.number().min(0).max(10).optional(), target_megapixels: z.number().min(1).max(1500).optional() }),
    wire: { image: 'image', scale: { field: 'target_megapixels', as: 'megapixels', min: 1, max: 1500, whole: false } }, needs: ['image'],
    price: { basis: 'exact', unit: 'image', defaults: { target_megapixels: 4 }, lines: [{ label: 'per image, by megapixels', amount: { when: { atLeast: [4, { field: 'target_megapixels' }] }, then: 50_000, otherwise: { when: { atLeast: [16, { field: 'target_megapixels' }] }, then: 200_000, otherwise: { when: { atLeast: [36, { field: 'target_megapixels' }] }, then: 800_000, otherwise: { when: { atLeast: [100, { field: 'target_megapixels' }] }, then: 1_600_000, otherwise: { when: { atLeast: [400, { field: 'target_megapixels' }] }, then: 6_400_000, otherwise: 24_000_000 } } } } } }] },
    tier: 'mid', capabilities: ['upscale'], deadline, asOf,
  }); },
  get 'wavespeed/clarity-ai/flux-upscaler'() { return model({
    name: 'Clarity FLUX Upscaler', endpoint: 'clarity-ai/flux-upscaler',
    options: () => z.strictObject({ creativity: creativity(), target_megapixels: targetMegapixels() }),
    wire: { image: 'image', scale: targetMegapixelsWire }, needs: ['image'],
    price: { basis: 'exact', unit: 'image', defaults: { target_megapixels: 4 }, lines: [{ label: 'per image', amount: 200_000 }, { label: 'megapixels', times: { when: { atLeast: [4, { field: 'target_megapixels' }] }, then: 1, otherwise: { when: { atLeast: [8, { field: 'target_megapixels' }] }, then: 2, otherwise: { when: { atLeast: [16, { field: 'target_megapixels' }] }, then: 3, otherwise: { when: { atLeast: [25, { field: 'target_megapixels' }] }, then: 6, otherwise: { when: { atLeast: [50, { field: 'target_megapixels' }] }, then: 12, otherwise: 16 } } } } } }] },
    tier: 'premium', capabilities: ['upscale'], deadline, asOf,
  }); },
  get 'wavespeed/clarity-ai/pro-upscaler'() { return model({
    name: 'Clarity Pro Upscaler', endpoint: 'clarity-ai/pro-upscaler',
    options: () => z.strictObject({ creativity: creativity(), target_megapixels: targetMegapixels() }),
    wire: { image: 'image', scale: targetMegapixelsWire }, needs: ['image'],
    price: { basis: 'exact', unit: 'megapixel', defaults: { target_megapixels: 4 }, lines: [{ label: 'per megapixel', amount: { product: [30_000, { field: 'target_megapixels' }] } }] },
    tier: 'premium', capabilities: ['upscale'], deadline, asOf,
  }); },
  get 'wavespeed/pruna-ai/p-image/upscale'() { return model({
    name: 'Pruna P Image Upscale', endpoint: 'pruna-ai/p-image/upscale',
    options: () => z.strictObject({ output_format: z.enum(['png', 'jpg', 'webp']).optional(), target: z.int().min(1).max(128).optional() }),
    wire: { image: 'image', outputFormat: { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpg', webp: 'webp' } }, scale: { field: 'target', as: 'megapixels', min: 1, max: 128, whole: true } }, needs: ['image'],
    price: { basis: 'exact', unit: 'image', defaults: { target: 4 }, lines: [{ label: 'per image', amount: 5000 }, { label: 'megapixels', times: { when: { atLeast: [4, { field: 'target' }] }, then: 1, otherwise: { when: { atLeast: [8, { field: 'target' }] }, then: 2, otherwise: { when: { atLeast: [16, { field: 'target' }] }, then: 4, otherwise: { when: { atLeast: [32, { field: 'target' }] }, then: 8, otherwise: { when: { atLeast: [64, { field: 'target' }] }, then: 12, otherwise: 24 } } } } } }] },
    tier: 'budget', capabilities: ['upscale'], deadline, asOf,
  }); },
  get 'wavespeed/recraft-ai/recraft-creative-upscale'() { return model({
    name: 'Recraft Creative Upscale', endpoint: 'recraft-ai/recraft-creative-upscale',
    options: () => z.strictObject({}),
    wire: { image: 'image' }, needs: ['image'],
    price: flatPrice(250_000),
    tier: 'premium', capabilities: ['upscale'], deadline, asOf,
  }); },
  get 'wavespeed/recraft-ai/recraft-crisp-upscale'() { return model({
    name: 'Recraft Crisp Upscale', endpoint: 'recraft-ai/recraft-crisp-upscale',
    options: () => z.strictObject({}),
    wire: { image: 'image' }, needs: ['image'],
    price: flatPrice(4000),
    tier: 'budget', capabilities: ['upscale'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/image-upscaler'() { return model({
    name: 'Image Upscaler', alias: 'image-upscaler', endpoint: 'wavespeed-ai/image-upscaler',
    options: () => z.strictObject({ output_format: outputFormat(), target_resolution: targetResolution() }),
    wire: { image: 'image', outputFormat: outputFormatWire, scale: targetResolutionWire }, needs: ['image'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['upscale'], maxSide: 8192, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/phota/enhance'() { return model({
    name: 'Phota Enhance', endpoint: 'wavespeed-ai/phota/enhance',
    options: () => z.strictObject({ output_format: outputFormat() }),
    wire: { image: 'image', count: { field: 'num_images', as: 'count', max: 4 }, outputFormat: outputFormatWire }, needs: ['image'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [90_000, { field: 'num_images' }] } }] },
    tier: 'premium', capabilities: ['upscale'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/real-esrgan'() { return model({
    name: 'Real ESRGAN', endpoint: 'wavespeed-ai/real-esrgan',
    options: () => z.strictObject({}),
    wire: { image: 'image' }, needs: ['image'],
    price: flatPrice(2400),
    tier: 'budget', capabilities: ['upscale'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/seedvr2/image'() { return model({
    name: 'SeedVR2 Image', endpoint: 'wavespeed-ai/seedvr2/image',
    options: () => z.strictObject({ output_format: outputFormat(), target_resolution: targetResolution() }),
    wire: { image: 'image', outputFormat: outputFormatWire, scale: targetResolutionWire }, needs: ['image'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['upscale', 'high_res'], maxSide: 8192, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ultimate-image-upscaler'() { return model({
    name: 'Ultimate Image Upscaler', alias: 'ultimate-image-upscaler', endpoint: 'wavespeed-ai/ultimate-image-upscaler',
    options: () => z.strictObject({ output_format: outputFormat(), target_resolution: targetResolution() }),
    wire: { image: 'image', outputFormat: outputFormatWire, scale: targetResolutionWire }, needs: ['image'],
    price: flatPrice(60_000),
    tier: 'premium', capabilities: ['upscale'], maxSide: 8192, deadline, asOf,
  }); },
} as const;
