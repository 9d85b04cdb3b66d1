import { model, unknownPrice } from '@image-studio/core';
import * as z from 'zod';

const anySize = { field: 'image_size', as: 'sides', min: 256, max: 2048 } as const;
const ownSize = { field: 'size', as: 'sides', min: 256, max: 2048 } as const;
const seed = { field: 'seed', max: 2_147_483_647 } as const;
const common = { needs: ['prompt'], tier: 'budget', deadline: 300, asOf: '2026-08-22' } as const;
const unpriced = { ...common, options: () => z.strictObject({}), wire: { prompt: 'inputs' }, price: unknownPrice, capabilities: ['text_to_image'] } as const;
const resolved = 'which provider serves it, and at what price, Hugging Face decides at the time of the call';

/** Models behind Hugging Face's router, at their provider's own price. */
export const huggingfaceModels = {
  'huggingface/black-forest-labs/FLUX.1-dev': model({
    ...common, name: 'FLUX.1 dev (Hugging Face, fal)', endpoint: 'fal-ai/fal-ai/flux/dev',
    options: () => z.strictObject({ acceleration: z.enum(['none', 'regular', 'high']).optional(), enable_safety_checker: z.boolean().optional(), guidance_scale: z.number().min(1).max(20).optional(), num_inference_steps: z.int().min(1).max(50).optional(), output_format: z.enum(['jpeg', 'png']).optional(), seed: z.int().optional() }),
    wire: { prompt: 'prompt', size: anySize, aspectRatio: anySize, count: { field: 'num_images', as: 'count', max: 4 }, outputFormat: { field: 'output_format', as: 'choice', values: { jpeg: 'jpeg', png: 'png' } } },
    price: { basis: 'bound', unit: 'megapixel', lines: [{ label: 'per megapixel, rounded up', amount: { product: [25_000, { field: 'num_images', default: 1 }, { max: [1, { ceil: { quotient: [{ product: [{ total: 'image_size.width' }, { total: 'image_size.height' }] }, 1_048_576] } }] }] } }] },
    capabilities: ['text_to_image'], seed,
  }),
  'huggingface/stabilityai/stable-diffusion-3-medium-diffusers': model({
    ...common, name: 'Stable Diffusion 3 Medium (hf-inference)', endpoint: 'hf-inference/models/stabilityai/stable-diffusion-3-medium-diffusers',
    options: () => z.strictObject({ guidance_scale: z.number().optional(), num_inference_steps: z.int().min(1).optional(), scheduler: z.string().optional(), seed: z.int().optional() }),
    wire: { prompt: 'inputs', negativePrompt: 'negative_prompt', size: ownSize, aspectRatio: ownSize },
    price: { basis: 'bound', unit: 'second', lines: [{ label: 'at most 120 s of computing', amount: { product: [120, 120] } }] },
    capabilities: ['text_to_image', 'negative_prompt'], seed,
  }),
  'huggingface/black-forest-labs/FLUX.1-schnell': model({ ...unpriced, name: 'FLUX.1 schnell (Hugging Face)', endpoint: 'nscale/v1/images/generations', listedOnly: 'the price of its provider nscale is not known' }),
  'huggingface/black-forest-labs/FLUX.1-Krea-dev': model({ ...unpriced, name: 'FLUX.1 Krea dev (Hugging Face)', endpoint: 'auto', listedOnly: resolved }),
  'huggingface/Qwen/Qwen-Image': model({ ...unpriced, name: 'Qwen Image (Hugging Face)', endpoint: 'auto', listedOnly: resolved }),
  'huggingface/ByteDance/Hyper-SD': model({ ...unpriced, name: 'Hyper-SD (Hugging Face)', endpoint: 'auto', listedOnly: resolved }),
} as const;
