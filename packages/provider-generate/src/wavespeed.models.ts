// Written by `pnpm catalog:sync`; change scripts/catalog, not this file.
import { flatPrice, mediaAddress, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 300;
const seed = { field: 'seed', max: 2_147_483_647 } as const;
const enablePromptExpansion = () => z.boolean().optional();
const seed2 = () => z.int().optional();
const sizeWire = { field: 'size', as: 'size', separator: '*', min: 768, max: 1440 } as const;
const sizeWire2 = { field: 'size', as: 'size', separator: '*', min: 512, max: 4096 } as const;
const sizeWire3 = { field: 'size', as: 'size', separator: '*', min: 512, max: 8192 } as const;
const structuredPrompt = () => z.string().optional();
const aspectRatioWire = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9'] } as const;
const maxImagesWire = { field: 'max_images', as: 'count', max: 15 } as const;
const outputFormat = () => z.enum(['jpeg', 'png']).optional();
const outputFormatWire = { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg' } } as const;
const sizeWire4 = { field: 'size', as: 'size', separator: '*', min: 1440, max: 8192 } as const;
const outputFormat2 = () => z.enum(['png', 'jpeg']).optional();
const aspectRatioWire2 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '3:2', '2:3', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'] } as const;
const resolution = () => z.enum(['1k', '2k', '4k']).optional();
const price = { basis: 'exact', unit: 'image', defaults: { resolution: '1k' }, lines: [{ label: 'per image, by resolution', amount: { lookup: 'resolution', table: { '4k': 240_000 }, otherwise: 140_000 } }] } as const;
const aspectRatioWire3 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '16:9', '9:16', '4:3', '3:4'] } as const;
const numImagesWire = { field: 'num_images', as: 'count', max: 4 } as const;
const price2 = { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [38_000, { field: 'num_images' }] } }] } as const;
const price3 = { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [18_000, { field: 'num_images' }] } }] } as const;
const resolution2 = () => z.enum(['1k', '2k']).optional();
const aspectRatioWire4 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '3:2', '2:3', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9', '1:4', '4:1', '1:8', '8:1'] } as const;
const aspectRatioWire5 = { field: 'aspect_ratio', as: 'aspect', values: ['3:2', '2:3', '3:4', '4:3'] } as const;
const maskImage = () => mediaAddress.optional();
const styleWire = { field: 'style', as: 'choice', values: { auto: 'Auto', general: 'General', realistic: 'Realistic', design: 'Design', 'render-3d': 'Render 3D', anime: 'Anime' } } as const;
const referenceImagesWire = { field: 'reference_images', as: 'list', max: 3 } as const;
const styleWire2 = { field: 'style', as: 'choice', values: { auto: 'Auto', general: 'General', realistic: 'Realistic', design: 'Design' } } as const;
const aspectRatioWire6 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3'] } as const;
const outputFormat3 = () => z.enum(['jpeg', 'png', 'webp']).optional();
const quality = () => z.enum(['low', 'medium', 'high']).optional();
const strength = () => z.number().min(0).max(1).optional();
const promptWire = { field: 'prompt', as: 'text', max: 4096 } as const;
const aspectRatioWire7 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '3:2', '2:3', '4:3', '3:4', '16:9', '9:16', '21:9', '9:21'] } as const;
const outputFormatWire2 = { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg', webp: 'webp' } } as const;
const aspectRatioWire8 = { field: 'aspect_ratio', as: 'aspect', values: ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3', '21:9'] } as const;
const numImagesWire2 = { field: 'num_images', as: 'count', max: 9 } as const;
const price4 = { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [28_000, { field: 'num_images' }] } }] } as const;
const outputFormat4 = () => z.enum(['png', 'jpeg', 'webp']).optional();
const shotType = () => z.enum(['customize', 'intelligent']).optional();
const promptWire2 = { field: 'prompt', as: 'text', max: 2500 } as const;
const sizeWire5 = { field: 'size', as: 'aspect', values: ['3:1', '2:1', '16:9', '3:2', '1:1', '2:3', '9:16', '1:2', '1:3'] } as const;
const sizeWire6 = { field: 'size', as: 'aspect', values: ['21:9', '16:9', '3:2', '4:3', '5:4', '1:1', '4:5', '3:4', '2:3', '9:16'] } as const;
const aspectRatioWire9 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '9:16', '16:9', '4:3', '3:4', '2:3', '3:2', '9:21', '21:9'] } as const;
const sizeWire7 = { field: 'size', as: 'size', separator: '*', min: 512, max: 2048 } as const;
const guidanceScale = () => z.number().min(0).max(20).optional();
const numInferenceSteps = () => z.int().min(1).max(50).optional();
const sizeWire8 = { field: 'size', as: 'aspect', values: ['1:1', '3:4', '9:16', '4:3', '16:9'] } as const;
const sizeWire9 = { field: 'size', as: 'size', separator: '*', values: ['1024*1024', '1024*1536', '1536*1024'] } as const;
const aspectRatioWire10 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '1:2', '2:1', '1:3', '3:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '9:21', '21:9'] } as const;
const height = () => z.int().min(256).max(1440).optional();
const sizeWire10 = { field: 'size', as: 'size', separator: '*', min: 256, max: 1536 } as const;
const promptWire3 = { field: 'prompt', as: 'text', max: 10_000 } as const;
const imageSizeWire = { field: 'image_size', as: 'aspect', values: ['1:1', '16:9', '9:16', '4:3', '3:4'] } as const;
const resolution3 = () => z.enum(['1080p', '720p']).optional();
const aspectRatioWire11 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '21:9', '16:9', '3:2', '4:3', '5:4', '4:5', '3:4', '2:3', '9:16'] } as const;
const guidanceScale2 = () => z.number().min(1).max(20).optional();
const loras = () => z.array(z.strictObject({ path: z.string(), scale: z.number().optional() })).max(4).optional();
const aspectRatioWire12 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '3:4', '4:3', '16:9', '9:16'] } as const;
const resolution4 = () => z.enum(['1080p', '2K', '4K']).optional();
const aspectRatioWire13 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '16:9', '9:16', '4:3', '3:4', '21:9', '2:3', '3:2'] } as const;
const sizeWire11 = { field: 'size', as: 'size', separator: 'x', min: 256, max: 1536 } as const;
const outputFormat5 = () => z.enum(['jpg', 'png']).optional();
const outputFormatWire3 = { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpg' } } as const;
const loras2 = () => z.array(z.strictObject({ path: z.string(), scale: z.number().optional() })).max(3).optional();
const price5 = { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [5000, { field: 'num_images' }] } }] } as const;
const aspectRatioWire14 = { field: 'aspect_ratio', as: 'aspect', values: ['21:9', '16:9', '4:3', '3:2', '1:1', '2:3', '3:4', '9:16', '9:21'] } as const;
const sizeWire12 = { field: 'size', as: 'size', separator: '*', min: 256, max: 4096 } as const;
const aspectRatioWire15 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '16:9', '9:16', '3:4', '4:3'] } as const;
const creativity = () => z.enum(['raw', 'low', 'medium', 'high']).optional();
const reference = () => z.array(z.strictObject({ image_url: mediaAddress, strength: z.number().min(-2).max(2).optional() })).max(10).optional();
const promptWire4 = { field: 'prompt', as: 'text', max: 5000 } as const;
const sizeWire13 = { field: 'size', as: 'aspect', values: ['1:1', '4:3', '3:2', '16:9', '2.35:1', '4:5', '2:3', '9:16'] } as const;
const aspectRatioWire16 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '4:3', '3:2', '16:9', '2.35:1', '4:5', '2:3', '9:16'] } as const;
const aspectRatioWire17 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '16:9', '4:3', '3:4', '9:16'] } as const;
const sizeWire14 = { field: 'size', as: 'size', separator: '*', min: 256, max: 2048 } as const;
const aspectRatioWire18 = { field: 'aspect_ratio', as: 'aspect', values: ['2:1', '20:9', '16:9', '4:3', '3:2', '1:1', '2:3', '3:4', '9:16', '9:20', '1:2'] } as const;
const sizeWire15 = { field: 'size', as: 'size', separator: '*', values: ['1024*1024', '768*1344', '864*1152', '1344*768', '1152*864', '1440*720', '720*1440'] } as const;

/** WaveSpeed's generate models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  get 'wavespeed/alibaba/wan-2.5/text-to-image'() { return model({
    name: 'Wan 2.5 (from text)', endpoint: 'alibaba/wan-2.5/text-to-image',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: sizeWire, aspectRatio: sizeWire }, needs: ['prompt'],
    price: flatPrice(30_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1440, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.6/text-to-image'() { return model({
    name: 'Wan 2.6 (from text)', endpoint: 'alibaba/wan-2.6/text-to-image',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire, aspectRatio: sizeWire }, needs: ['prompt'],
    price: flatPrice(30_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1440, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.7/text-to-image'() { return model({
    name: 'Wan 2.7 (from text)', endpoint: 'alibaba/wan-2.7/text-to-image',
    options: () => z.strictObject({ seed: seed2(), thinking_mode: enablePromptExpansion() }),
    wire: { prompt: 'prompt', size: sizeWire2, aspectRatio: sizeWire2 }, needs: ['prompt'],
    price: flatPrice(30_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.7/text-to-image-pro'() { return model({
    name: 'Wan 2.7 (from text) Pro', endpoint: 'alibaba/wan-2.7/text-to-image-pro',
    options: () => z.strictObject({ seed: seed2(), thinking_mode: enablePromptExpansion() }),
    wire: { prompt: 'prompt', size: sizeWire3, aspectRatio: sizeWire3 }, needs: ['prompt'],
    price: flatPrice(75_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, maxSide: 8192, deadline, asOf,
  }); },
  get 'wavespeed/bria/fibo'() { return model({
    name: 'Bria Fibo', endpoint: 'bria/fibo',
    options: () => z.strictObject({ seed: seed2(), structured_prompt: structuredPrompt() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: aspectRatioWire, aspectRatio: aspectRatioWire }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bria/text-to-image-3.2'() { return model({
    name: 'Bria (from text) 3.2', endpoint: 'bria/text-to-image-3.2',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: aspectRatioWire, aspectRatio: aspectRatioWire }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedream-v4'() { return model({
    name: 'Seedream 4', endpoint: 'bytedance/seedream-v4',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', size: sizeWire3, aspectRatio: sizeWire3 }, needs: ['prompt'],
    price: flatPrice(27_000),
    tier: 'budget', capabilities: ['text_to_image', 'typography'], maxSide: 8192, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedream-v4.5'() { return model({
    name: 'Seedream 4.5', endpoint: 'bytedance/seedream-v4.5',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', size: sizeWire3, aspectRatio: sizeWire3 }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography'], maxSide: 8192, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedream-v4.5/sequential'() { return model({
    name: 'Seedream 4.5 Sequential', endpoint: 'bytedance/seedream-v4.5/sequential',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', count: maxImagesWire, size: sizeWire3, aspectRatio: sizeWire3 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { max_images: 1 }, lines: [{ label: 'per image', amount: { product: [40_000, { field: 'max_images' }] } }] },
    tier: 'mid', capabilities: ['text_to_image', 'typography'], maxSide: 8192, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedream-v4/sequential'() { return model({
    name: 'Seedream 4 Sequential', endpoint: 'bytedance/seedream-v4/sequential',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', count: maxImagesWire, size: sizeWire3, aspectRatio: sizeWire3 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { max_images: 1 }, lines: [{ label: 'per image', amount: { product: [27_000, { field: 'max_images' }] } }] },
    tier: 'budget', capabilities: ['text_to_image', 'typography'], maxSide: 8192, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedream-v5.0-lite'() { return model({
    name: 'Seedream 5.0 Lite', endpoint: 'bytedance/seedream-v5.0-lite',
    options: () => z.strictObject({ output_format: outputFormat() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire, size: sizeWire4, aspectRatio: sizeWire4 }, needs: ['prompt'],
    price: flatPrice(35_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography'], maxSide: 8192, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedream-v5.0-lite/sequential'() { return model({
    name: 'Seedream 5.0 Lite Sequential', endpoint: 'bytedance/seedream-v5.0-lite/sequential',
    options: () => z.strictObject({ output_format: outputFormat() }),
    wire: { prompt: 'prompt', count: maxImagesWire, outputFormat: outputFormatWire, size: sizeWire4, aspectRatio: sizeWire4 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { max_images: 1 }, lines: [{ label: 'per image', amount: { product: [35_000, { field: 'max_images' }] } }] },
    tier: 'mid', capabilities: ['text_to_image', 'typography'], maxSide: 8192, deadline, asOf,
  }); },
  get 'wavespeed/google/gemini-2.5-flash-image-preview/text-to-image'() { return model({
    name: 'Gemini 2.5 Flash Image Preview (from text)', endpoint: 'google/gemini-2.5-flash-image-preview/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat2() }),
    wire: { prompt: 'prompt', size: aspectRatioWire2, aspectRatio: aspectRatioWire2, outputFormat: outputFormatWire }, needs: ['prompt'],
    price: flatPrice(38_000),
    tier: 'mid', capabilities: ['text_to_image', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/google/gemini-2.5-flash-image/text-to-image'() { return model({
    name: 'Gemini 2.5 Flash Image (from text)', endpoint: 'google/gemini-2.5-flash-image/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat2() }),
    wire: { prompt: 'prompt', size: aspectRatioWire2, aspectRatio: aspectRatioWire2, outputFormat: outputFormatWire }, needs: ['prompt'],
    price: flatPrice(38_000),
    tier: 'mid', capabilities: ['text_to_image', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/google/gemini-3-pro-image/text-to-image'() { return model({
    name: 'Gemini 3 Pro Image (from text)', endpoint: 'google/gemini-3-pro-image/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat2(), resolution: resolution() }),
    wire: { prompt: 'prompt', size: aspectRatioWire2, aspectRatio: aspectRatioWire2, outputFormat: outputFormatWire }, needs: ['prompt'],
    price,
    tier: 'premium', capabilities: ['text_to_image', 'high_res'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/google/imagen3'() { return model({
    name: 'Imagen3', endpoint: 'google/imagen3',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, count: numImagesWire }, needs: ['prompt'],
    price: price2,
    tier: 'mid', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/google/imagen3-fast'() { return model({
    name: 'Imagen3 Fast', endpoint: 'google/imagen3-fast',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, count: numImagesWire }, needs: ['prompt'],
    price: price3,
    tier: 'budget', capabilities: ['text_to_image', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/google/imagen4'() { return model({
    name: 'Imagen4', endpoint: 'google/imagen4',
    options: () => z.strictObject({ resolution: resolution2(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, count: numImagesWire }, needs: ['prompt'],
    price: price2,
    tier: 'mid', capabilities: ['text_to_image'], seed, maxSide: 2048, deadline, asOf,
  }); },
  get 'wavespeed/google/imagen4-fast'() { return model({
    name: 'Imagen4 Fast', endpoint: 'google/imagen4-fast',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, count: numImagesWire }, needs: ['prompt'],
    price: price3,
    tier: 'budget', capabilities: ['text_to_image', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/google/imagen4-ultra'() { return model({
    name: 'Imagen4 Ultra', endpoint: 'google/imagen4-ultra',
    options: () => z.strictObject({ resolution: resolution2(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, count: numImagesWire }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [58_000, { field: 'num_images' }] } }] },
    tier: 'premium', capabilities: ['text_to_image'], seed, maxSide: 2048, deadline: 600, asOf,
  }); },
  get 'wavespeed/google/nano-banana-2/text-to-image'() { return model({
    name: 'Nano Banana 2 (from text)', endpoint: 'google/nano-banana-2/text-to-image',
    options: () => z.strictObject({ enable_image_search: enablePromptExpansion(), enable_web_search: enablePromptExpansion(), output_format: outputFormat2(), resolution: z.enum(['0.5k', '1k', '2k', '4k']).optional() }),
    wire: { prompt: 'prompt', size: aspectRatioWire4, aspectRatio: aspectRatioWire4, outputFormat: outputFormatWire }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { resolution: '1k', enable_web_search: false, enable_image_search: false }, lines: [{ label: 'per image, by resolution', amount: { lookup: 'resolution', table: { '0.5k': 45_000, '2k': 105_000, '4k': 140_000 }, otherwise: 70_000 } }, { label: 'web search', amount: { lookup: 'enable_web_search', table: { true: 14_000 }, otherwise: 0 } }, { label: 'image search', amount: { lookup: 'enable_image_search', table: { true: 14_000 }, otherwise: 0 } }] },
    tier: 'premium', capabilities: ['text_to_image', 'high_res'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/google/nano-banana-2/text-to-image-fast'() { return model({
    name: 'Nano Banana 2 (from text) Fast', endpoint: 'google/nano-banana-2/text-to-image-fast',
    options: () => z.strictObject({ enable_web_search: enablePromptExpansion(), output_format: outputFormat2(), resolution: z.enum(['2k', '4k']).optional() }),
    wire: { prompt: 'prompt', size: aspectRatioWire4, aspectRatio: aspectRatioWire4, outputFormat: outputFormatWire }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { resolution: '2k', enable_web_search: false }, lines: [{ label: 'per image, by resolution', amount: { lookup: 'resolution', table: { '4k': 50_000 }, otherwise: 45_000 } }, { label: 'web search', amount: { lookup: 'enable_web_search', table: { true: 14_000 }, otherwise: 0 } }] },
    tier: 'mid', capabilities: ['text_to_image', 'high_res', 'fast'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/google/nano-banana-pro/text-to-image'() { return model({
    name: 'Nano Banana Pro (from text)', endpoint: 'google/nano-banana-pro/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat2(), resolution: resolution() }),
    wire: { prompt: 'prompt', size: aspectRatioWire2, aspectRatio: aspectRatioWire2, outputFormat: outputFormatWire }, needs: ['prompt'],
    price,
    tier: 'premium', capabilities: ['text_to_image', 'high_res', 'typography'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/google/nano-banana-pro/text-to-image-multi'() { return model({
    name: 'Nano Banana Pro (from text) Multi', endpoint: 'google/nano-banana-pro/text-to-image-multi',
    options: () => z.strictObject({ num_images: z.literal([2]).optional(), output_format: outputFormat2() }),
    wire: { prompt: 'prompt', size: aspectRatioWire5, aspectRatio: aspectRatioWire5, outputFormat: outputFormatWire }, needs: ['prompt', 'size'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 2 }, lines: [{ label: 'per image', amount: { product: [70_000, { field: 'num_images' }] } }] },
    tier: 'premium', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/google/nano-banana-pro/text-to-image-ultra'() { return model({
    name: 'Nano Banana Pro (from text) Ultra', endpoint: 'google/nano-banana-pro/text-to-image-ultra',
    options: () => z.strictObject({ output_format: outputFormat2(), resolution: z.enum(['4k', '8k']).optional() }),
    wire: { prompt: 'prompt', size: aspectRatioWire2, aspectRatio: aspectRatioWire2, outputFormat: outputFormatWire }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { resolution: '4k' }, lines: [{ label: 'per image, by resolution', amount: { lookup: 'resolution', table: { '8k': 180_000 }, otherwise: 150_000 } }] },
    tier: 'premium', capabilities: ['text_to_image', 'high_res', 'typography'], maxSide: 8192, deadline: 600, asOf,
  }); },
  get 'wavespeed/google/nano-banana/text-to-image'() { return model({
    name: 'Nano Banana (from text)', endpoint: 'google/nano-banana/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat2() }),
    wire: { prompt: 'prompt', size: aspectRatioWire2, aspectRatio: aspectRatioWire2, outputFormat: outputFormatWire }, needs: ['prompt'],
    price: flatPrice(38_000),
    tier: 'mid', capabilities: ['text_to_image'], deadline, asOf,
  }); },
  get 'wavespeed/ideogram-ai/ideogram-v2'() { return model({
    name: 'Ideogram 2', endpoint: 'ideogram-ai/ideogram-v2',
    options: () => z.strictObject({ mask_image: maskImage() }),
    wire: { prompt: 'prompt', image: 'image', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, style: styleWire }, needs: ['prompt'],
    price: flatPrice(80_000),
    tier: 'premium', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/ideogram-ai/ideogram-v2-turbo'() { return model({
    name: 'Ideogram 2 Turbo', endpoint: 'ideogram-ai/ideogram-v2-turbo',
    options: () => z.strictObject({ mask_image: maskImage() }),
    wire: { prompt: 'prompt', image: 'image', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, style: styleWire }, needs: ['prompt'],
    price: flatPrice(50_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/ideogram-ai/ideogram-v2a'() { return model({
    name: 'Ideogram 2a', endpoint: 'ideogram-ai/ideogram-v2a',
    options: () => z.strictObject({ mask_image: maskImage() }),
    wire: { prompt: 'prompt', image: 'image', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, style: styleWire }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/ideogram-ai/ideogram-v2a-turbo'() { return model({
    name: 'Ideogram 2a Turbo', endpoint: 'ideogram-ai/ideogram-v2a-turbo',
    options: () => z.strictObject({ mask_image: maskImage() }),
    wire: { prompt: 'prompt', image: 'image', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, style: styleWire }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/ideogram-ai/ideogram-v3-balanced'() { return model({
    name: 'Ideogram 3 Balanced', endpoint: 'ideogram-ai/ideogram-v3-balanced',
    options: () => z.strictObject({ mask_image: maskImage() }),
    wire: { prompt: 'prompt', image: 'image', images: referenceImagesWire, size: aspectRatioWire3, aspectRatio: aspectRatioWire3, style: styleWire2 }, needs: ['prompt'],
    price: flatPrice(60_000),
    tier: 'premium', capabilities: ['text_to_image', 'multi_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/ideogram-ai/ideogram-v3-quality'() { return model({
    name: 'Ideogram 3 Quality', endpoint: 'ideogram-ai/ideogram-v3-quality',
    options: () => z.strictObject({ mask_image: maskImage() }),
    wire: { prompt: 'prompt', image: 'image', images: referenceImagesWire, size: aspectRatioWire3, aspectRatio: aspectRatioWire3, style: styleWire2 }, needs: ['prompt'],
    price: flatPrice(90_000),
    tier: 'premium', capabilities: ['text_to_image', 'multi_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/ideogram-ai/ideogram-v3-turbo'() { return model({
    name: 'Ideogram V3 Turbo', alias: 'ideogram-v3-turbo', endpoint: 'ideogram-ai/ideogram-v3-turbo',
    options: () => z.strictObject({ mask_image: maskImage() }),
    wire: { prompt: 'prompt', image: 'image', images: referenceImagesWire, size: aspectRatioWire3, aspectRatio: aspectRatioWire3, style: styleWire2 }, needs: ['prompt'],
    price: flatPrice(30_000),
    tier: 'mid', capabilities: ['text_to_image', 'text_rendering', 'photorealistic'], deadline, asOf,
  }); },
  get 'wavespeed/ideogram-ai/ideogram-v3/generate-transparent'() { return model({
    name: 'Ideogram 3 Generate Transparent', endpoint: 'ideogram-ai/ideogram-v3/generate-transparent',
    options: () => z.strictObject({ rendering_speed: z.enum(['flash', 'turbo', 'balanced', 'quality']).optional() }),
    wire: { prompt: 'prompt', size: aspectRatioWire6, aspectRatio: aspectRatioWire6 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { rendering_speed: 'balanced' }, lines: [{ label: 'per image, by rendering speed', amount: { lookup: 'rendering_speed', table: { flash: 30_000, turbo: 30_000, quality: 90_000 }, otherwise: 60_000 } }] },
    tier: 'premium', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/ideogram-ai/ideogram-v4'() { return model({
    name: 'Ideogram 4', endpoint: 'ideogram-ai/ideogram-v4',
    options: () => z.strictObject({ output_format: outputFormat3(), quality: quality(), resolution: resolution2(), strength: strength() }),
    wire: { prompt: promptWire, image: 'image', size: aspectRatioWire7, aspectRatio: aspectRatioWire7, outputFormat: outputFormatWire2 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { resolution: '1k', quality: 'medium' }, lines: [{ label: 'per image, by resolution', amount: { lookup: 'resolution', table: { '2k': 100_000 }, otherwise: 50_000 } }, { label: 'quality', times: { lookup: 'quality', table: { high: 2, low: 0.5 }, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['text_to_image', 'typography'], maxSide: 2048, deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-image-o1'() { return model({
    name: 'Kling Image O1', endpoint: 'kwaivgi/kling-image-o1',
    options: () => z.strictObject({ resolution: resolution2() }),
    wire: { prompt: 'prompt', images: { field: 'images', as: 'list', max: 10 }, size: aspectRatioWire8, aspectRatio: aspectRatioWire8, count: numImagesWire2 }, needs: ['prompt'],
    price: price4,
    tier: 'budget', capabilities: ['text_to_image', 'multi_image'], maxSide: 2048, deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-image-o3/text-to-image'() { return model({
    name: 'Kling Image O3 (from text)', endpoint: 'kwaivgi/kling-image-o3/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat4(), resolution: resolution(), shot_type: shotType() }),
    wire: { prompt: promptWire2, size: aspectRatioWire8, aspectRatio: aspectRatioWire8, count: numImagesWire2, outputFormat: outputFormatWire2 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1, resolution: '1k' }, lines: [{ label: 'per image', amount: { product: [28_000, { field: 'num_images' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '4k': 2 }, otherwise: 1 } }] },
    tier: 'budget', capabilities: ['text_to_image', 'high_res'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-image-v3/text-to-image'() { return model({
    name: 'Kling Image 3 (from text)', endpoint: 'kwaivgi/kling-image-v3/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat4(), resolution: resolution2(), shot_type: shotType() }),
    wire: { prompt: promptWire2, size: aspectRatioWire8, aspectRatio: aspectRatioWire8, count: numImagesWire2, outputFormat: outputFormatWire2 }, needs: ['prompt'],
    price: price4,
    tier: 'budget', capabilities: ['text_to_image'], maxSide: 2048, deadline, asOf,
  }); },
  get 'wavespeed/luma/photon'() { return model({
    name: 'Luma Photon', endpoint: 'luma/photon',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt' }, needs: ['prompt'],
    price: flatPrice(15_000),
    tier: 'budget', capabilities: ['text_to_image'], deadline, asOf,
  }); },
  get 'wavespeed/luma/photon-flash'() { return model({
    name: 'Luma Photon Flash', endpoint: 'luma/photon-flash',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt' }, needs: ['prompt'],
    price: flatPrice(5000),
    tier: 'budget', capabilities: ['text_to_image', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/luma/uni-v1/text-to-image'() { return model({
    name: 'Luma Uni 1 (from text)', endpoint: 'luma/uni-v1/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat() }),
    wire: { prompt: { field: 'prompt', as: 'text', max: 6000 }, outputFormat: outputFormatWire, images: { field: 'reference', as: 'list', max: 9 }, size: sizeWire5, aspectRatio: sizeWire5 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { reference: [] }, lines: [{ label: 'per image', amount: 42_000 }, { label: 'reference', amount: { product: [3000, { when: { not: { atLeast: [0, { count: 'reference' }] } }, then: { count: 'reference' }, otherwise: 0 }] } }] },
    tier: 'mid', capabilities: ['text_to_image', 'multi_image'], deadline, asOf,
  }); },
  get 'wavespeed/microsoft/mai-image-2.5/text-to-image'() { return model({
    name: 'Microsoft MAI Image 2.5 (from text)', endpoint: 'microsoft/mai-image-2.5/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat3() }),
    wire: { prompt: { field: 'prompt', as: 'text', min: 3, max: 5000 }, outputFormat: outputFormatWire2, size: sizeWire6, aspectRatio: sizeWire6 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', unless: { when: { not: { present: 'prompt' } }, otherwise: 50_000 }, lines: [{ label: 'per image', amount: 50_000 }, { label: 'prompt', amount: { product: [100, { ceil: { product: [0.1, { length: 'prompt' }] } }] } }] },
    tier: 'mid', capabilities: ['text_to_image'], deadline, asOf,
  }); },
  get 'wavespeed/midjourney/text-to-image'() { return model({
    name: 'Midjourney (from text)', endpoint: 'midjourney/text-to-image',
    options: () => z.strictObject({ chaos: z.int().min(0).max(100).optional(), hd: enablePromptExpansion(), quality: z.literal([1, 4]).optional(), seed: z.int().min(-1).max(2147483647).optional(), sref: structuredPrompt(), stylize: z.int().min(0).max(1000).optional(), weird: z.int().min(0).max(3000).optional() }),
    wire: { prompt: { field: 'prompt', as: 'text', max: 1024 }, size: aspectRatioWire9, aspectRatio: aspectRatioWire9 }, needs: ['prompt'],
    price: flatPrice(100_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/minimax/image-01/text-to-image'() { return model({
    name: 'MiniMax Image 01 (from text)', endpoint: 'minimax/image-01/text-to-image',
    options: () => z.strictObject({ prompt_optimizer: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', count: numImagesWire2, size: sizeWire7, aspectRatio: sizeWire7 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [3500, { field: 'num_images' }] } }] },
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 2048, deadline, asOf,
  }); },
  get 'wavespeed/nvidia/cosmos-3-super/text-to-image'() { return model({
    name: 'NVIDIA Cosmos 3 Super (from text)', endpoint: 'nvidia/cosmos-3-super/text-to-image',
    options: () => z.strictObject({ guidance_scale: guidanceScale(), num_inference_steps: numInferenceSteps(), output_format: outputFormat() }),
    wire: { prompt: promptWire, negativePrompt: 'negative_prompt', outputFormat: outputFormatWire, size: sizeWire8, aspectRatio: sizeWire8 }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image'], deadline, asOf,
  }); },
  get 'wavespeed/openai/gpt-image-1-high-fidelity'() { return model({
    name: 'GPT Image 1 High Fidelity', endpoint: 'openai/gpt-image-1-high-fidelity',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt' }, needs: ['prompt'],
    price: flatPrice(167_000),
    tier: 'premium', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/openai/gpt-image-1-mini/text-to-image'() { return model({
    name: 'GPT Image 1 Mini (from text)', endpoint: 'openai/gpt-image-1-mini/text-to-image',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt' }, needs: ['prompt'],
    price: flatPrice(20_000),
    tier: 'budget', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/openai/gpt-image-1.5/text-to-image'() { return model({
    name: 'GPT Image 1.5 (from text)', endpoint: 'openai/gpt-image-1.5/text-to-image',
    options: () => z.strictObject({ background: z.enum(['auto', 'transparent', 'opaque']).optional(), output_format: outputFormat(), quality: quality() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire, size: sizeWire9, aspectRatio: sizeWire9 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { quality: 'medium', size: 'auto' }, lines: [{ label: 'per image, by quality and size', amount: { lookup: 'quality', table: { low: { lookup: 'size', table: { '1024*1024': 10_000 }, otherwise: 15_000 }, medium: { lookup: 'size', table: { '1024*1024': 40_000 }, otherwise: 60_000 } }, otherwise: { lookup: 'size', table: { '1024*1024': 150_000 }, otherwise: 250_000 } } }] },
    tier: 'premium', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/openai/gpt-image-1/text-to-image'() { return model({
    name: 'GPT Image 1 (from text)', endpoint: 'openai/gpt-image-1/text-to-image',
    options: () => z.strictObject({ quality: quality() }),
    wire: { prompt: 'prompt', size: sizeWire9, aspectRatio: sizeWire9 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { quality: 'medium', size: '1024*1024' }, lines: [{ label: 'per image, by quality and size', amount: { lookup: 'quality', table: { low: { lookup: 'size', table: { '1024*1536': 16_000, '1536*1024': 16_000 }, otherwise: 11_000 }, medium: { lookup: 'size', table: { '1024*1536': 63_000, '1536*1024': 63_000 }, otherwise: 42_000 } }, otherwise: { lookup: 'size', table: { '1024*1536': 250_000, '1536*1024': 250_000 }, otherwise: 167_000 } } }] },
    tier: 'mid', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/openai/gpt-image-2/text-to-image'() { return model({
    name: 'GPT Image 2 (from text)', endpoint: 'openai/gpt-image-2/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat4(), quality: quality(), resolution: resolution() }),
    wire: { prompt: 'prompt', size: aspectRatioWire10, aspectRatio: aspectRatioWire10, outputFormat: outputFormatWire2 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { quality: 'medium', resolution: '1k' }, lines: [{ label: 'per image, by quality', amount: { lookup: 'quality', table: { low: 10_000, high: 220_000 }, otherwise: 60_000 } }, { label: 'resolution', times: { lookup: 'resolution', table: { '4k': 3, '2k': 2 }, otherwise: 1 } }] },
    tier: 'premium', capabilities: ['text_to_image', 'high_res', 'typography'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/pruna-ai/p-image/text-to-image'() { return model({
    name: 'Pruna P Image (from text)', endpoint: 'pruna-ai/p-image/text-to-image',
    options: () => z.strictObject({ height: height(), output_format: outputFormat4(), seed: seed2(), width: height() }),
    wire: { prompt: 'prompt', size: aspectRatioWire6, aspectRatio: aspectRatioWire6, outputFormat: outputFormatWire2 }, needs: ['prompt'],
    price: flatPrice(5000),
    tier: 'budget', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/pruna-ai/p-image/text-to-image-lora'() { return model({
    name: 'Pruna P Image (from text) LoRA', endpoint: 'pruna-ai/p-image/text-to-image-lora',
    options: () => z.strictObject({ height: height(), lora_scale: z.number().min(-1).max(3).optional(), lora_weights: structuredPrompt(), output_format: outputFormat4(), seed: seed2(), width: height() }),
    wire: { prompt: 'prompt', size: aspectRatioWire6, aspectRatio: aspectRatioWire6, outputFormat: outputFormatWire2 }, needs: ['prompt'],
    price: flatPrice(5000),
    tier: 'budget', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/recraft-ai/recraft-20b'() { return model({
    name: 'Recraft 20B', endpoint: 'recraft-ai/recraft-20b',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, style: { field: 'style', as: 'choice', values: { 'realistic-image': 'realistic_image', 'realistic-image/b-and-w': 'realistic_image/b_and_w', 'realistic-image/enterprise': 'realistic_image/enterprise', 'realistic-image/hard-flash': 'realistic_image/hard_flash', 'realistic-image/hdr': 'realistic_image/hdr', 'realistic-image/motion-blur': 'realistic_image/motion_blur', 'realistic-image/natural-light': 'realistic_image/natural_light', 'realistic-image/studio-portrait': 'realistic_image/studio_portrait', 'digital-illustration': 'digital_illustration', 'digital-illustration/2d-art-poster': 'digital_illustration/2d_art_poster', 'digital-illustration/2d-art-poster-2': 'digital_illustration/2d_art_poster_2', 'digital-illustration/3d': 'digital_illustration/3d', 'digital-illustration/80s': 'digital_illustration/80s', 'digital-illustration/engraving-color': 'digital_illustration/engraving_color', 'digital-illustration/glow': 'digital_illustration/glow', 'digital-illustration/grain': 'digital_illustration/grain', 'digital-illustration/hand-drawn': 'digital_illustration/hand_drawn', 'digital-illustration/hand-drawn-outline': 'digital_illustration/hand_drawn_outline', 'digital-illustration/handmade-3d': 'digital_illustration/handmade_3d', 'digital-illustration/infantile-sketch': 'digital_illustration/infantile_sketch', 'digital-illustration/kawaii': 'digital_illustration/kawaii', 'digital-illustration/pixel-art': 'digital_illustration/pixel_art', 'digital-illustration/psychedelic': 'digital_illustration/psychedelic', 'digital-illustration/seamless': 'digital_illustration/seamless', 'digital-illustration/voxel': 'digital_illustration/voxel', 'digital-illustration/watercolor': 'digital_illustration/watercolor' } } }, needs: ['prompt'],
    price: flatPrice(22_000),
    tier: 'budget', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/recraft-ai/recraft-v3'() { return model({
    name: 'Recraft 3', endpoint: 'recraft-ai/recraft-v3',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, style: { field: 'style', as: 'choice', values: { 'realistic-image': 'realistic_image', 'digital-illustration': 'digital_illustration', 'digital-illustration/pixel-art': 'digital_illustration/pixel_art', 'digital-illustration/hand-drawn': 'digital_illustration/hand_drawn', 'digital-illustration/grain': 'digital_illustration/grain', 'digital-illustration/infantile-sketch': 'digital_illustration/infantile_sketch', 'digital-illustration/2d-art-poster': 'digital_illustration/2d_art_poster', 'digital-illustration/handmade-3d': 'digital_illustration/handmade_3d', 'digital-illustration/hand-drawn-outline': 'digital_illustration/hand_drawn_outline', 'digital-illustration/engraving-color': 'digital_illustration/engraving_color', 'digital-illustration/2d-art-poster-2': 'digital_illustration/2d_art_poster_2', 'realistic-image/b-and-w': 'realistic_image/b_and_w', 'realistic-image/hard-flash': 'realistic_image/hard_flash', 'realistic-image/hdr': 'realistic_image/hdr', 'realistic-image/natural-light': 'realistic_image/natural_light', 'realistic-image/studio-portrait': 'realistic_image/studio_portrait', 'realistic-image/enterprise': 'realistic_image/enterprise', 'realistic-image/motion-blur': 'realistic_image/motion_blur' } } }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/recraft-ai/recraft-v4-pro/text-to-image'() { return model({
    name: 'Recraft 4 Pro (from text)', endpoint: 'recraft-ai/recraft-v4-pro/text-to-image',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(250_000),
    tier: 'premium', capabilities: ['text_to_image', 'typography'], maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/recraft-ai/recraft-v4.1-pro/text-to-image'() { return model({
    name: 'Recraft 4.1 Pro (from text)', endpoint: 'recraft-ai/recraft-v4.1-pro/text-to-image',
    options: () => z.strictObject({}),
    wire: { prompt: promptWire3, size: imageSizeWire, aspectRatio: imageSizeWire }, needs: ['prompt'],
    price: flatPrice(250_000),
    tier: 'premium', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/recraft-ai/recraft-v4.1-pro/text-to-image-utility'() { return model({
    name: 'Recraft 4.1 Pro (from text) Utility', endpoint: 'recraft-ai/recraft-v4.1-pro/text-to-image-utility',
    options: () => z.strictObject({}),
    wire: { prompt: promptWire3, size: imageSizeWire, aspectRatio: imageSizeWire }, needs: ['prompt'],
    price: flatPrice(250_000),
    tier: 'premium', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/recraft-ai/recraft-v4.1/text-to-image'() { return model({
    name: 'Recraft 4.1 (from text)', endpoint: 'recraft-ai/recraft-v4.1/text-to-image',
    options: () => z.strictObject({}),
    wire: { prompt: promptWire3, size: imageSizeWire, aspectRatio: imageSizeWire }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/recraft-ai/recraft-v4.1/text-to-image-utility'() { return model({
    name: 'Recraft 4.1 (from text) Utility', endpoint: 'recraft-ai/recraft-v4.1/text-to-image-utility',
    options: () => z.strictObject({}),
    wire: { prompt: promptWire3, size: imageSizeWire, aspectRatio: imageSizeWire }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography'], deadline, asOf,
  }); },
  get 'wavespeed/recraft-ai/recraft-v4/text-to-image'() { return model({
    name: 'Recraft 4 (from text)', endpoint: 'recraft-ai/recraft-v4/text-to-image',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography'], maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/runwayml/gen4-image'() { return model({
    name: 'Runway Gen4 Image', endpoint: 'runwayml/gen4-image',
    options: () => z.strictObject({ resolution: resolution3(), seed: seed2() }),
    wire: { prompt: 'prompt', images: referenceImagesWire, size: aspectRatioWire3, aspectRatio: aspectRatioWire3 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { resolution: '1080p' }, lines: [{ label: 'per image, by resolution', amount: { lookup: 'resolution', table: { '720p': 50_000 }, otherwise: 80_000 } }] },
    tier: 'premium', capabilities: ['text_to_image', 'multi_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/runwayml/gen4-image-turbo'() { return model({
    name: 'Runway Gen4 Image Turbo', endpoint: 'runwayml/gen4-image-turbo',
    options: () => z.strictObject({ resolution: resolution3(), seed: seed2() }),
    wire: { prompt: 'prompt', images: referenceImagesWire, size: aspectRatioWire3, aspectRatio: aspectRatioWire3 }, needs: ['prompt'],
    price: flatPrice(30_000),
    tier: 'budget', capabilities: ['text_to_image', 'multi_image', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/sourceful/riverflow-2.0-pro/text-to-image'() { return model({
    name: 'Riverflow 2.0 Pro (from text)', endpoint: 'sourceful/riverflow-2.0-pro/text-to-image',
    options: () => z.strictObject({ resolution: resolution(), transparency: enablePromptExpansion() }),
    wire: { prompt: 'prompt', size: aspectRatioWire11, aspectRatio: aspectRatioWire11 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { resolution: '1k' }, lines: [{ label: 'per image, by resolution', amount: { lookup: 'resolution', table: { '4k': 297_000 }, otherwise: 135_000 } }] },
    tier: 'premium', capabilities: ['text_to_image', 'high_res'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/stability-ai/sdxl'() { return model({
    name: 'Stability SDXL', endpoint: 'stability-ai/sdxl',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(2600),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/stability-ai/sdxl-lora'() { return model({
    name: 'Stability SDXL LoRA', endpoint: 'stability-ai/sdxl-lora',
    options: () => z.strictObject({ guidance_scale: guidanceScale2(), loras: loras(), num_inference_steps: numInferenceSteps(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(1000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/stability-ai/stable-diffusion'() { return model({
    name: 'Stability Stable Diffusion', endpoint: 'stability-ai/stable-diffusion',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(3500),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/stability-ai/stable-diffusion-3'() { return model({
    name: 'Stability Stable Diffusion 3', endpoint: 'stability-ai/stable-diffusion-3',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', size: aspectRatioWire12, aspectRatio: aspectRatioWire12 }, needs: ['prompt'],
    price: flatPrice(30_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/stability-ai/stable-diffusion-3.5-large'() { return model({
    name: 'Stability Stable Diffusion 3.5 Large', endpoint: 'stability-ai/stable-diffusion-3.5-large',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', size: aspectRatioWire12, aspectRatio: aspectRatioWire12 }, needs: ['prompt'],
    price: flatPrice(60_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/stability-ai/stable-diffusion-3.5-large-turbo'() { return model({
    name: 'Stability Stable Diffusion 3.5 Large Turbo', endpoint: 'stability-ai/stable-diffusion-3.5-large-turbo',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', size: aspectRatioWire12, aspectRatio: aspectRatioWire12 }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/stability-ai/stable-diffusion-3.5-medium'() { return model({
    name: 'Stability Stable Diffusion 3.5 Medium', endpoint: 'stability-ai/stable-diffusion-3.5-medium',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', size: aspectRatioWire12, aspectRatio: aspectRatioWire12 }, needs: ['prompt'],
    price: flatPrice(35_000),
    tier: 'mid', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/reference-to-image-q2'() { return model({
    name: 'Vidu Reference to Image Q2', alias: 'vidu-reference-to-image-q2', endpoint: 'vidu/reference-to-image-q2',
    options: () => z.strictObject({ resolution: resolution4(), seed: seed2() }),
    wire: { prompt: 'prompt', images: { field: 'images', as: 'list', max: 7 }, size: aspectRatioWire13, aspectRatio: aspectRatioWire13 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'image', defaults: { resolution: '1080p' }, lines: [{ label: 'per image, by images and resolution', amount: { when: { atLeast: [3, { count: 'images' }] }, then: { lookup: 'resolution', table: { '1080p': 40_000, '2K': 60_000 }, otherwise: 70_000 }, otherwise: { lookup: 'resolution', table: { '1080p': 50_000, '2K': 100_000 }, otherwise: 150_000 } } }] },
    tier: 'mid', capabilities: ['reference_to_image', 'style_consistency'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/vidu/text-to-image-q2'() { return model({
    name: 'Vidu (from text) Q2', endpoint: 'vidu/text-to-image-q2',
    options: () => z.strictObject({ resolution: resolution4(), seed: seed2() }),
    wire: { prompt: 'prompt', size: aspectRatioWire13, aspectRatio: aspectRatioWire13 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { resolution: '1080p' }, lines: [{ label: 'per image, by resolution', amount: { lookup: 'resolution', table: { '4K': 50_000, '2K': 40_000 }, otherwise: 30_000 } }] },
    tier: 'budget', capabilities: ['text_to_image', 'high_res'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/bitdance-14b/text-to-image'() { return model({
    name: 'BitDance 14B (from text)', endpoint: 'wavespeed-ai/bitdance-14b/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(50_000),
    tier: 'mid', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/chroma'() { return model({
    name: 'Chroma', endpoint: 'wavespeed-ai/chroma',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(15_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/emu-3.5-image/text-to-image'() { return model({
    name: 'Emu 3.5 Image (from text)', endpoint: 'wavespeed-ai/emu-3.5-image/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire11, aspectRatio: sizeWire11 }, needs: ['prompt'],
    price: flatPrice(150_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ernie-image/text-to-image'() { return model({
    name: 'Ernie Image (from text)', endpoint: 'wavespeed-ai/ernie-image/text-to-image',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(30_000),
    tier: 'budget', capabilities: ['text_to_image'], maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ernie-image/text-to-image-turbo'() { return model({
    name: 'Ernie Image (from text) Turbo', endpoint: 'wavespeed-ai/ernie-image/text-to-image-turbo',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(30_000),
    tier: 'budget', capabilities: ['text_to_image', 'fast'], maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/female-human'() { return model({
    name: 'Female Human', endpoint: 'wavespeed-ai/female-human',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(15_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-1-srpo'() { return model({
    name: 'FLUX 1 SRPO', endpoint: 'wavespeed-ai/flux-1-srpo',
    options: () => z.strictObject({ guidance_scale: guidanceScale2(), num_inference_steps: numInferenceSteps(), output_format: outputFormat(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(25_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-1.1-pro'() { return model({
    name: 'FLUX 1.1 Pro', endpoint: 'wavespeed-ai/flux-1.1-pro',
    options: () => z.strictObject({ output_format: outputFormat5(), seed: seed2() }),
    wire: { prompt: 'prompt', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, outputFormat: outputFormatWire3 }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-1.1-pro-ultra'() { return model({
    name: 'FLUX 1.1 Pro Ultra', endpoint: 'wavespeed-ai/flux-1.1-pro-ultra',
    options: () => z.strictObject({ output_format: outputFormat5(), raw: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', size: aspectRatioWire3, aspectRatio: aspectRatioWire3, outputFormat: outputFormatWire3 }, needs: ['prompt'],
    price: flatPrice(60_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, deadline: 600, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-dev/text-to-image'() { return model({
    name: 'FLUX 2 Dev (from text)', endpoint: 'wavespeed-ai/flux-2-dev/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(12_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-dev/text-to-image-lora'() { return model({
    name: 'FLUX 2 Dev (from text) LoRA', endpoint: 'wavespeed-ai/flux-2-dev/text-to-image-lora',
    options: () => z.strictObject({ loras: loras2(), seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(18_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-flash/text-to-image'() { return model({
    name: 'FLUX 2 Flash (from text)', endpoint: 'wavespeed-ai/flux-2-flash/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(8000),
    tier: 'budget', capabilities: ['text_to_image', 'fast'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-flex/text-to-image'() { return model({
    name: 'FLUX 2 Flex', alias: 'flux-2-flex', endpoint: 'wavespeed-ai/flux-2-flex/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(60_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography', 'text_rendering', 'infographic'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-klein-4b/text-to-image'() { return model({
    name: 'FLUX 2 Klein 4B (from text)', endpoint: 'wavespeed-ai/flux-2-klein-4b/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(8000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-klein-4b/text-to-image-lora'() { return model({
    name: 'FLUX 2 Klein 4B (from text) LoRA', endpoint: 'wavespeed-ai/flux-2-klein-4b/text-to-image-lora',
    options: () => z.strictObject({ loras: loras2(), seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(13_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-klein-9b/text-to-image'() { return model({
    name: 'FLUX 2 Klein 9B (from text)', endpoint: 'wavespeed-ai/flux-2-klein-9b/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-klein-9b/text-to-image-lora'() { return model({
    name: 'FLUX 2 Klein 9B (from text) LoRA', endpoint: 'wavespeed-ai/flux-2-klein-9b/text-to-image-lora',
    options: () => z.strictObject({ loras: loras2(), seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(15_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-klein-base-4b/text-to-image'() { return model({
    name: 'FLUX 2 Klein Base 4B (from text)', endpoint: 'wavespeed-ai/flux-2-klein-base-4b/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-klein-base-4b/text-to-image-lora'() { return model({
    name: 'FLUX 2 Klein Base 4B (from text) LoRA', endpoint: 'wavespeed-ai/flux-2-klein-base-4b/text-to-image-lora',
    options: () => z.strictObject({ loras: loras2(), seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(15_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-klein-base-9b/text-to-image'() { return model({
    name: 'FLUX 2 Klein Base 9B (from text)', endpoint: 'wavespeed-ai/flux-2-klein-base-9b/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(15_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-klein-base-9b/text-to-image-lora'() { return model({
    name: 'FLUX 2 Klein Base 9B (from text) LoRA', endpoint: 'wavespeed-ai/flux-2-klein-base-9b/text-to-image-lora',
    options: () => z.strictObject({ loras: loras2(), seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(20_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-max/text-to-image'() { return model({
    name: 'FLUX 2 Max (from text)', endpoint: 'wavespeed-ai/flux-2-max/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(70_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-pro/text-to-image'() { return model({
    name: 'FLUX 2 Pro (from text)', endpoint: 'wavespeed-ai/flux-2-pro/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(30_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-2-turbo/text-to-image'() { return model({
    name: 'FLUX 2 Turbo (from text)', endpoint: 'wavespeed-ai/flux-2-turbo/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['text_to_image', 'fast'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-dev'() { return model({
    name: 'FLUX Dev', endpoint: 'wavespeed-ai/flux-dev',
    options: () => z.strictObject({ guidance_scale: guidanceScale2(), mask_image: maskImage(), num_inference_steps: numInferenceSteps(), output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', count: numImagesWire, outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [12_000, { field: 'num_images' }] } }] },
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-dev-lora'() { return model({
    name: 'FLUX Dev LoRA', endpoint: 'wavespeed-ai/flux-dev-lora',
    options: () => z.strictObject({ guidance_scale: guidanceScale(), loras: loras(), mask_image: maskImage(), num_inference_steps: numInferenceSteps(), output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', count: numImagesWire, outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [15_000, { field: 'num_images' }] } }] },
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-dev-lora-ultra-fast'() { return model({
    name: 'FLUX Dev LoRA Ultra Fast', endpoint: 'wavespeed-ai/flux-dev-lora-ultra-fast',
    options: () => z.strictObject({ guidance_scale: guidanceScale(), loras: loras2(), mask_image: maskImage(), num_inference_steps: numInferenceSteps(), output_format: outputFormat3(), seed: seed2(), strength: z.number().min(0.01).max(1).optional() }),
    wire: { prompt: 'prompt', image: 'image', count: numImagesWire, outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [6000, { field: 'num_images' }] } }] },
    tier: 'budget', capabilities: ['text_to_image', 'lora', 'fast'], seed, maxSide: 1536, deadline: 600, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-dev-ultra-fast'() { return model({
    name: 'FLUX Dev Ultra Fast', endpoint: 'wavespeed-ai/flux-dev-ultra-fast',
    options: () => z.strictObject({ guidance_scale: guidanceScale(), mask_image: maskImage(), num_inference_steps: numInferenceSteps(), output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', count: numImagesWire, outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: price5,
    tier: 'budget', capabilities: ['text_to_image', 'fast'], seed, maxSide: 1536, deadline: 600, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-kontext-max/text-to-image'() { return model({
    name: 'FLUX Kontext Max (from text)', endpoint: 'wavespeed-ai/flux-kontext-max/text-to-image',
    options: () => z.strictObject({ guidance_scale: guidanceScale2(), seed: seed2() }),
    wire: { prompt: 'prompt', size: aspectRatioWire14, aspectRatio: aspectRatioWire14 }, needs: ['prompt'],
    price: flatPrice(80_000),
    tier: 'premium', capabilities: ['text_to_image', 'typography'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-kontext-pro/text-to-image'() { return model({
    name: 'FLUX Kontext Pro', alias: 'flux-kontext-pro', endpoint: 'wavespeed-ai/flux-kontext-pro/text-to-image',
    options: () => z.strictObject({ guidance_scale: guidanceScale2(), safety_tolerance: z.enum(['1', '2', '3', '4', '5']).optional(), seed: seed2() }),
    wire: { prompt: 'prompt', size: aspectRatioWire14, aspectRatio: aspectRatioWire14 }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image', 'typography', 'text_rendering'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-krea-dev-lora'() { return model({
    name: 'FLUX Krea Dev LoRA', endpoint: 'wavespeed-ai/flux-krea-dev-lora',
    options: () => z.strictObject({ guidance_scale: guidanceScale(), loras: loras2(), output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(20_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-schnell'() { return model({
    name: 'FLUX Schnell', endpoint: 'wavespeed-ai/flux-schnell',
    options: () => z.strictObject({ mask_image: maskImage(), output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', count: numImagesWire, outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [3000, { field: 'num_images' }] } }] },
    tier: 'budget', capabilities: ['text_to_image', 'fast'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-schnell-lora'() { return model({
    name: 'FLUX Schnell LoRA', endpoint: 'wavespeed-ai/flux-schnell-lora',
    options: () => z.strictObject({ loras: loras2(), mask_image: maskImage(), output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', count: numImagesWire, outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: price5,
    tier: 'budget', capabilities: ['text_to_image', 'lora', 'fast'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/flux-srpo'() { return model({
    name: 'FLUX SRPO', endpoint: 'wavespeed-ai/flux-srpo',
    options: () => z.strictObject({ guidance_scale: guidanceScale2(), num_inference_steps: numInferenceSteps(), output_format: outputFormat(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(25_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hidream-i1-dev'() { return model({
    name: 'HiDream I1 Dev', endpoint: 'wavespeed-ai/hidream-i1-dev',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(12_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hidream-i1-full'() { return model({
    name: 'HiDream I1 Full', endpoint: 'wavespeed-ai/hidream-i1-full',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(24_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hidream-o1-image-dev/text-to-image'() { return model({
    name: 'HiDream O1 Image Dev (from text)', endpoint: 'wavespeed-ai/hidream-o1-image-dev/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat4(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire12, aspectRatio: sizeWire12 }, needs: ['prompt'],
    price: flatPrice(20_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hidream-o1-image/text-to-image'() { return model({
    name: 'HiDream O1 Image (from text)', endpoint: 'wavespeed-ai/hidream-o1-image/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat4(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire12, aspectRatio: sizeWire12 }, needs: ['prompt'],
    price: flatPrice(40_000),
    tier: 'mid', capabilities: ['text_to_image'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan-image-2.1'() { return model({
    name: 'Hunyuan Image 2.1', endpoint: 'wavespeed-ai/hunyuan-image-2.1',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(25_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan-image-3'() { return model({
    name: 'Hunyuan Image 3', endpoint: 'wavespeed-ai/hunyuan-image-3',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(100_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan-image-3-instruct/text-to-image'() { return model({
    name: 'Hunyuan Image 3 Instruct (from text)', endpoint: 'wavespeed-ai/hunyuan-image-3-instruct/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(120_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/imagen4'() { return model({
    name: 'Imagen4', endpoint: 'wavespeed-ai/imagen4',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: aspectRatioWire15, aspectRatio: aspectRatioWire15, count: numImagesWire }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [40_000, { field: 'num_images' }] } }] },
    tier: 'mid', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/jib-mix-qwen-image/text-to-image'() { return model({
    name: 'Jib Mix Qwen Image (from text)', endpoint: 'wavespeed-ai/jib-mix-qwen-image/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(20_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/jib-mix-qwen-image/text-to-image-lora'() { return model({
    name: 'Jib Mix Qwen Image (from text) LoRA', endpoint: 'wavespeed-ai/jib-mix-qwen-image/text-to-image-lora',
    options: () => z.strictObject({ loras: loras2(), output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(25_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/krea-v2-large/text-to-image'() { return model({
    name: 'Krea 2 Large (from text)', endpoint: 'wavespeed-ai/krea-v2-large/text-to-image',
    options: () => z.strictObject({ creativity: creativity(), reference: reference() }),
    wire: { prompt: promptWire4, size: sizeWire13, aspectRatio: sizeWire13 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', lines: [{ label: 'per image', amount: 60_000 }, { label: 'reference', amount: { when: { all: [{ present: 'reference' }, { not: { atLeast: [0, { count: 'reference' }] } }] }, then: 5000, otherwise: 0 } }] },
    tier: 'premium', capabilities: ['text_to_image'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/krea-v2-medium-turbo/text-to-image'() { return model({
    name: 'Krea 2 Medium Turbo (from text)', endpoint: 'wavespeed-ai/krea-v2-medium-turbo/text-to-image',
    options: () => z.strictObject({ creativity: creativity(), reference: reference() }),
    wire: { prompt: promptWire4, size: aspectRatioWire16, aspectRatio: aspectRatioWire16 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', lines: [{ label: 'per image', amount: 15_000 }, { label: 'reference', amount: { when: { all: [{ present: 'reference' }, { not: { atLeast: [0, { count: 'reference' }] } }] }, then: 2500, otherwise: 0 } }] },
    tier: 'budget', capabilities: ['text_to_image', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/krea-v2-medium/text-to-image'() { return model({
    name: 'Krea 2 Medium (from text)', endpoint: 'wavespeed-ai/krea-v2-medium/text-to-image',
    options: () => z.strictObject({ creativity: creativity(), reference: reference() }),
    wire: { prompt: promptWire4, size: sizeWire13, aspectRatio: sizeWire13 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', lines: [{ label: 'per image', amount: 30_000 }, { label: 'reference', amount: { when: { all: [{ present: 'reference' }, { not: { atLeast: [0, { count: 'reference' }] } }] }, then: 5000, otherwise: 0 } }] },
    tier: 'budget', capabilities: ['text_to_image'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/longcat-image/text-to-image'() { return model({
    name: 'LongCat Image (from text)', endpoint: 'wavespeed-ai/longcat-image/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(150_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/neta-lumina'() { return model({
    name: 'Neta Lumina', endpoint: 'wavespeed-ai/neta-lumina',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/nucleus-image/text-to-image'() { return model({
    name: 'Nucleus Image (from text)', endpoint: 'wavespeed-ai/nucleus-image/text-to-image',
    options: () => z.strictObject({ guidance_scale: guidanceScale(), num_inference_steps: z.int().min(1).max(100).optional(), output_format: outputFormat(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', size: aspectRatioWire6, aspectRatio: aspectRatioWire6, count: { field: 'num_images', as: 'count', max: 2 }, outputFormat: outputFormatWire }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [10_000, { field: 'num_images' }] } }] },
    tier: 'budget', capabilities: ['text_to_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/patina/material'() { return model({
    name: 'Patina Material', endpoint: 'wavespeed-ai/patina/material',
    options: () => z.strictObject({ tiling_mode: z.enum(['both', 'horizontal', 'vertical']).optional() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(480_000),
    tier: 'premium', capabilities: ['text_to_image'], maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/phota/text-to-image'() { return model({
    name: 'Phota (from text)', endpoint: 'wavespeed-ai/phota/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat3(), resolution: z.enum(['1K', '4K']).optional() }),
    wire: { prompt: 'prompt', size: aspectRatioWire17, aspectRatio: aspectRatioWire17, count: numImagesWire, outputFormat: outputFormatWire2 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1, resolution: '1K' }, lines: [{ label: 'per image', amount: { product: [90_000, { field: 'num_images' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '4K': 2 }, otherwise: 1 } }] },
    tier: 'premium', capabilities: ['text_to_image', 'high_res'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/prefect-pony-xl'() { return model({
    name: 'Prefect Pony XL', endpoint: 'wavespeed-ai/prefect-pony-xl',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(15_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/qwen-image-2.0-pro/text-to-image'() { return model({
    name: 'Qwen Image 2.0 Pro (from text)', endpoint: 'wavespeed-ai/qwen-image-2.0-pro/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire14, aspectRatio: sizeWire14 }, needs: ['prompt'],
    price: flatPrice(70_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, maxSide: 2048, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/qwen-image-2.0/text-to-image'() { return model({
    name: 'Qwen Image 2.0 (from text)', endpoint: 'wavespeed-ai/qwen-image-2.0/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire14, aspectRatio: sizeWire14 }, needs: ['prompt'],
    price: flatPrice(30_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 2048, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/qwen-image-max/text-to-image'() { return model({
    name: 'Qwen Image Max (from text)', endpoint: 'wavespeed-ai/qwen-image-max/text-to-image',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(70_000),
    tier: 'premium', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/qwen-image/text-to-image'() { return model({
    name: 'Qwen Image', alias: 'qwen-image', endpoint: 'wavespeed-ai/qwen-image/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(20_000),
    tier: 'budget', capabilities: ['text_to_image', 'fast'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/qwen-image/text-to-image-2512'() { return model({
    name: 'Qwen Image (from text) 2512', endpoint: 'wavespeed-ai/qwen-image/text-to-image-2512',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(20_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/qwen-image/text-to-image-2512-lora'() { return model({
    name: 'Qwen Image (from text) 2512 LoRA', endpoint: 'wavespeed-ai/qwen-image/text-to-image-2512-lora',
    options: () => z.strictObject({ loras: loras2(), output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(25_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/qwen-image/text-to-image-lora'() { return model({
    name: 'Qwen Image (from text) LoRA', endpoint: 'wavespeed-ai/qwen-image/text-to-image-lora',
    options: () => z.strictObject({ loras: loras2(), output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(25_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.1/text-to-image'() { return model({
    name: 'Wan 2.1 (from text)', endpoint: 'wavespeed-ai/wan-2.1/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(20_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.1/text-to-image-lora'() { return model({
    name: 'Wan 2.1 (from text) LoRA', endpoint: 'wavespeed-ai/wan-2.1/text-to-image-lora',
    options: () => z.strictObject({ loras: loras2(), output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(25_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.2/text-to-image-lora'() { return model({
    name: 'Wan 2.2 (from text) LoRA', endpoint: 'wavespeed-ai/wan-2.2/text-to-image-lora',
    options: () => z.strictObject({ high_noise_loras: loras2(), loras: loras2(), low_noise_loras: loras2(), output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(25_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.2/text-to-image-realism'() { return model({
    name: 'WAN 2.2 Realism', alias: 'wan-2.2-text-to-image-realism', endpoint: 'wavespeed-ai/wan-2.2/text-to-image-realism',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(25_000),
    tier: 'budget', capabilities: ['text_to_image', 'photorealistic'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/z-image/base'() { return model({
    name: 'Z Image Base', endpoint: 'wavespeed-ai/z-image/base',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['text_to_image'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/z-image/base-lora'() { return model({
    name: 'Z Image Base LoRA', endpoint: 'wavespeed-ai/z-image/base-lora',
    options: () => z.strictObject({ loras: loras2(), output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(12_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/z-image/turbo'() { return model({
    name: 'Z Image Turbo', endpoint: 'wavespeed-ai/z-image/turbo',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2(), strength: strength() }),
    wire: { prompt: 'prompt', image: 'image', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(5000),
    tier: 'budget', capabilities: ['text_to_image', 'fast'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/z-image/turbo-lora'() { return model({
    name: 'Z Image Turbo LoRA', endpoint: 'wavespeed-ai/z-image/turbo-lora',
    options: () => z.strictObject({ loras: loras2(), output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['text_to_image', 'lora', 'fast'], seed, maxSide: 1536, deadline, asOf,
  }); },
  get 'wavespeed/x-ai/grok-2-image'() { return model({
    name: 'xAI Grok 2 Image', endpoint: 'x-ai/grok-2-image',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', count: numImagesWire }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { num_images: 1 }, lines: [{ label: 'per image', amount: { product: [70_000, { field: 'num_images' }] } }] },
    tier: 'premium', capabilities: ['text_to_image'], deadline, asOf,
  }); },
  get 'wavespeed/x-ai/grok-imagine-image-quality/text-to-image'() { return model({
    name: 'xAI Grok Imagine Image Quality (from text)', endpoint: 'x-ai/grok-imagine-image-quality/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat3(), resolution: resolution2() }),
    wire: { prompt: 'prompt', size: aspectRatioWire6, aspectRatio: aspectRatioWire6, count: numImagesWire, outputFormat: outputFormatWire2 }, needs: ['prompt'],
    price: { basis: 'exact', unit: 'image', defaults: { resolution: '1k', num_images: 1 }, lines: [{ label: 'per image, by resolution', amount: { product: [{ lookup: 'resolution', table: { '2k': 80_000 }, otherwise: 60_000 }, { field: 'num_images' }] } }] },
    tier: 'premium', capabilities: ['text_to_image'], maxSide: 2048, deadline, asOf,
  }); },
  get 'wavespeed/x-ai/grok-imagine-image/text-to-image'() { return model({
    name: 'xAI Grok Imagine Image (from text)', endpoint: 'x-ai/grok-imagine-image/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat() }),
    wire: { prompt: 'prompt', size: aspectRatioWire18, aspectRatio: aspectRatioWire18, outputFormat: outputFormatWire }, needs: ['prompt'],
    price: flatPrice(22_000),
    tier: 'budget', capabilities: ['text_to_image'], deadline, asOf,
  }); },
  get 'wavespeed/z-ai/cogview-4'() { return model({
    name: 'CogView 4', endpoint: 'z-ai/cogview-4',
    options: () => z.strictObject({ quality: z.enum(['standard', 'hd']).optional() }),
    wire: { prompt: 'prompt', size: sizeWire15, aspectRatio: sizeWire15 }, needs: ['prompt'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['text_to_image'], deadline, asOf,
  }); },
  get 'wavespeed/z-ai/glm-image/text-to-image'() { return model({
    name: 'GLM Image', alias: 'glm-image', endpoint: 'z-ai/glm-image/text-to-image',
    options: () => z.strictObject({ output_format: outputFormat3(), seed: seed2() }),
    wire: { prompt: 'prompt', outputFormat: outputFormatWire2, size: sizeWire10, aspectRatio: sizeWire10 }, needs: ['prompt'],
    price: flatPrice(120_000),
    tier: 'premium', capabilities: ['text_to_image', 'infographic', 'diagram', 'text_rendering'], seed, maxSide: 1536, deadline, asOf,
  }); },
} as const;
