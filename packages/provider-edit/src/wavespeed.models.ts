import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 300;
const seed = { field: 'seed', max: 2_147_483_647 } as const;
const seedOption = z.int().min(-1).max(seed.max).optional();
const jpegPngWebp = z.enum(['jpeg', 'png', 'webp']).optional();
const sides = (min: number, max: number) => ({ field: 'size', as: 'size', separator: '*', min, max }) as const;
const aspects = (...values: readonly string[]) => ({ field: 'aspect_ratio', as: 'aspect', values }) as const;
const images = (max: number) => ({ field: 'images', as: 'list', max }) as const;
const maskImage = { field: 'mask_image', as: 'mask', edit: 'white' } as const;
const kontextAspects = aspects('21:9', '16:9', '4:3', '3:2', '1:1', '2:3', '3:4', '9:16', '9:21');
const guidance = (min: number, max: number) => z.number().min(min).max(max).optional();

/** WaveSpeed's edit models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  'wavespeed/wavespeed-ai/qwen-image/edit': model({
    name: 'Qwen Image Edit', alias: 'qwen-edit', endpoint: 'wavespeed-ai/qwen-image/edit',
    options: z.strictObject({ output_format: jpegPngWebp, seed: seedOption }),
    wire: { prompt: 'prompt', image: 'image', size: sides(256, 1536) }, needs: ['prompt', 'image'],
    price: flatPrice(20_000), tier: 'budget', kinds: ['instruct'],
    capabilities: ['general_edit', 'style_transfer', 'text_edit'], seed, maxSide: 1536, deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/qwen-image/edit-plus': model({
    name: 'Qwen Image Edit Plus', alias: 'qwen-edit-plus', endpoint: 'wavespeed-ai/qwen-image/edit-plus',
    options: z.strictObject({ output_format: jpegPngWebp, seed: seedOption }),
    wire: { prompt: 'prompt', images: images(3), size: sides(256, 1536) }, needs: ['prompt', 'image'],
    price: flatPrice(20_000), tier: 'budget', kinds: ['instruct'],
    capabilities: ['general_edit', 'style_transfer', 'text_edit', 'multi_image', 'controlnet'], seed, maxSide: 1536, deadline, asOf,
  }),
  'wavespeed/google/nano-banana-pro/edit-ultra': model({
    name: 'Nano Banana Pro Edit Ultra', alias: 'nano-banana-pro-edit-ultra', endpoint: 'google/nano-banana-pro/edit-ultra',
    options: z.strictObject({ output_format: z.enum(['png', 'jpeg']).optional(), resolution: z.enum(['4k', '8k']).optional() }),
    wire: { prompt: 'prompt', images: images(14), aspectRatio: aspects('1:1', '3:2', '2:3', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9') },
    needs: ['prompt', 'image'], tier: 'premium', kinds: ['instruct'], maxSide: 8192, deadline: 600, asOf,
    price: { basis: 'exact', unit: 'image', lines: [{ label: 'per image', amount: { lookup: 'resolution', table: { '8k': 180_000 }, otherwise: 150_000 } }] },
    capabilities: ['general_edit', 'high_res', 'professional', 'typography'],
  }),
  'wavespeed/bytedance/seedream-v4.5/edit': model({
    name: 'Seedream 4.5 Edit', alias: 'seedream-v4.5-edit', endpoint: 'bytedance/seedream-v4.5/edit',
    options: z.strictObject({}),
    wire: { prompt: 'prompt', images: images(10), size: sides(512, 8192) }, needs: ['prompt', 'image'],
    price: flatPrice(40_000), tier: 'mid', kinds: ['instruct'], maxSide: 8192, deadline, asOf,
    capabilities: ['general_edit', 'portrait_retouching', 'fashion_edit', 'product_edit', 'multi_image'],
  }),
  'wavespeed/wavespeed-ai/flux-kontext-pro': model({
    name: 'FLUX Kontext Pro', alias: 'flux-kontext-pro-edit', endpoint: 'wavespeed-ai/flux-kontext-pro',
    options: z.strictObject({ guidance_scale: guidance(1, 20) }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: kontextAspects }, needs: ['prompt', 'image'],
    price: flatPrice(40_000), tier: 'mid', kinds: ['instruct'], maxSide: 2048, deadline, asOf,
    capabilities: ['general_edit', 'typography', 'text_edit', 'style_transfer'],
  }),
  'wavespeed/wavespeed-ai/step1x-edit': model({
    name: 'Step1X Edit', alias: 'step1x-edit', endpoint: 'wavespeed-ai/step1x-edit',
    options: z.strictObject({ guidance_scale: guidance(0, 20), num_inference_steps: z.int().min(1).max(50).optional(), seed: seedOption }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(30_000), tier: 'budget', kinds: ['instruct'], capabilities: ['general_edit'], seed, deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/hidream-e1-full': model({
    name: 'HiDream E1 Full', alias: 'hidream-e1-full', endpoint: 'wavespeed-ai/hidream-e1-full',
    options: z.strictObject({ output_format: jpegPngWebp, seed: seedOption }),
    wire: { prompt: 'prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(24_000), tier: 'budget', kinds: ['instruct'], seed, deadline, asOf,
    capabilities: ['general_edit', 'identity_preservation', 'fashion_edit'],
  }),
  'wavespeed/alibaba/wan-2.5/image-edit': model({
    name: 'Wan 2.5 Image Edit', alias: 'wan-2.5-image-edit', endpoint: 'alibaba/wan-2.5/image-edit',
    options: z.strictObject({ seed: seedOption }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', images: images(2) }, needs: ['prompt', 'image'],
    price: flatPrice(35_000), tier: 'mid', kinds: ['instruct'], seed, deadline, asOf,
    capabilities: ['general_edit', 'structure_preserving', 'prompt_expansion', 'multi_image'],
  }),
  'wavespeed/wavespeed-ai/flux-kontext-pro/multi': model({
    name: 'FLUX Kontext Pro Multi', alias: 'flux-kontext-pro-multi', endpoint: 'wavespeed-ai/flux-kontext-pro/multi',
    options: z.strictObject({ guidance_scale: guidance(1, 20), seed: seedOption }),
    wire: { prompt: 'prompt', images: images(5), aspectRatio: kontextAspects }, needs: ['prompt', 'image'],
    price: flatPrice(40_000), tier: 'mid', kinds: ['instruct'], seed, maxSide: 2048, deadline, asOf,
    capabilities: ['general_edit', 'multi_image', 'style_alignment'],
  }),
  'wavespeed/wavespeed-ai/flux-kontext-max': model({
    name: 'FLUX Kontext Max', alias: 'flux-kontext-max', endpoint: 'wavespeed-ai/flux-kontext-max',
    options: z.strictObject({ guidance_scale: guidance(1, 20), seed: seedOption }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: kontextAspects }, needs: ['prompt', 'image'],
    price: flatPrice(80_000), tier: 'premium', kinds: ['instruct'], seed, maxSide: 2048, deadline, asOf,
    capabilities: ['general_edit', 'style_transfer', 'retouching'],
  }),
  'wavespeed/openai/gpt-image-1': model({
    name: 'GPT Image 1 (through WaveSpeed)', alias: 'gpt-image-1', endpoint: 'openai/gpt-image-1',
    options: z.strictObject({ quality: z.enum(['high', 'medium', 'low']).optional() }), kinds: ['instruct', 'inpaint'],
    wire: { prompt: 'prompt', image: 'image', mask: maskImage, size: { field: 'size', as: 'size', separator: '*', values: ['1024*1024', '1024*1536', '1536*1024'] } },
    // The vendor's formula compares sizes written "1024x1024", which its own schema never allows: the size does not count.
    price: { basis: 'exact', unit: 'image', lines: [{ label: 'per image', amount: { lookup: 'quality', table: { low: 11_000, high: 167_000 }, otherwise: 42_000 } }] },
    needs: ['prompt', 'image'], tier: 'mid', capabilities: ['general_edit', 'style_transfer', 'mask'], maxSide: 1536, deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/z-image/turbo-inpaint': model({
    name: 'Z-Image Turbo Inpaint', alias: 'z-image-turbo-inpaint', endpoint: 'wavespeed-ai/z-image/turbo-inpaint',
    options: z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', mask: maskImage, size: sides(256, 1536) }, needs: ['prompt', 'image', 'mask'],
    price: flatPrice(20_000), tier: 'budget', kinds: ['inpaint'], deadline, asOf,
    capabilities: ['inpaint', 'object_removal', 'restoration'],
  }),
  'wavespeed/wavespeed-ai/image-zoom-out': model({
    name: 'Image Zoom-Out', alias: 'image-zoom-out', endpoint: 'wavespeed-ai/image-zoom-out',
    options: z.strictObject({ output_format: jpegPngWebp }),
    wire: { image: 'image', size: sides(256, 4096) }, needs: ['image'],
    price: flatPrice(20_000), tier: 'budget', kinds: ['outpaint'], capabilities: ['outpaint', 'expand'], maxSide: 4096, deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/image-eraser': model({
    name: 'Image Eraser', alias: 'image-eraser', endpoint: 'wavespeed-ai/image-eraser',
    options: z.strictObject({ output_format: jpegPngWebp }),
    wire: { prompt: 'prompt', image: 'image', mask: maskImage }, needs: ['image'],
    price: flatPrice(25_000), tier: 'budget', kinds: ['erase'], deadline, asOf,
    capabilities: ['erase', 'object_removal', 'mask', 'multi_region'],
  }),
  'wavespeed/bria/expand': model({
    name: 'Bria Expand', alias: 'bria-expand', endpoint: 'bria/expand',
    options: z.strictObject({}),
    wire: { image: 'image', aspectRatio: aspects('1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9') }, needs: ['image', 'aspectRatio'],
    price: flatPrice(40_000), tier: 'mid', kinds: ['outpaint'], capabilities: ['outpaint', 'expand', 'aspect_ratio'], deadline, asOf,
  }),
  'wavespeed/bria/generate-background': model({
    name: 'Bria Generate Background', alias: 'bria-generate-background', endpoint: 'bria/generate-background',
    options: z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(40_000), tier: 'mid', kinds: ['replace-background'], capabilities: ['replace_background'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/image-text-remover': model({
    name: 'Image Text Remover', alias: 'image-text-remover', endpoint: 'wavespeed-ai/image-text-remover',
    options: z.strictObject({ output_format: jpegPngWebp }),
    wire: { image: 'image' }, needs: ['image'],
    price: flatPrice(150_000), tier: 'premium', kinds: ['remove-text'], capabilities: ['remove_text'], deadline, asOf,
  }),
} as const;
