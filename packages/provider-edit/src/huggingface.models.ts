import { flatPrice, model, unknownPrice } from '@image-studio/core';
import * as z from 'zod';

const anySize = { field: 'image_size', as: 'sides', min: 256, max: 2048 } as const;
const common = { tier: 'budget', deadline: 300, asOf: '2026-08-22' } as const;
const unpriced = { ...common, options: () => z.strictObject({}), wire: { prompt: 'prompt', image: 'inputs' }, needs: ['image'], price: unknownPrice } as const;
const resolved = 'which provider serves it, and at what price, Hugging Face decides at the time of the call';

/** Models behind Hugging Face's router, at their provider's own price. */
export const huggingfaceModels = {
  'huggingface/black-forest-labs/FLUX.2-klein-9B': model({
    ...common, name: 'FLUX.2 klein 9B (Hugging Face, fal)', endpoint: 'fal-ai/fal-ai/flux-2/klein/9b/edit',
    options: () => z.strictObject({ enable_safety_checker: z.boolean().optional(), num_inference_steps: z.int().min(4).max(8).optional(), output_format: z.enum(['jpeg', 'png', 'webp']).optional(), seed: z.int().optional() }),
    wire: { prompt: 'prompt', images: { field: 'image_urls', as: 'list', max: 4 }, size: anySize, aspectRatio: anySize, count: { field: 'num_images', as: 'count', max: 4 }, outputFormat: { field: 'output_format', as: 'choice', values: { jpeg: 'jpeg', png: 'png', webp: 'webp' } } }, needs: ['prompt', 'image'],
    price: { basis: 'bound', unit: 'megapixel', lines: [{ label: 'per picture given, scaled to a megapixel', amount: { product: [11_000, { count: 'image_urls' }] } }, { label: 'per megapixel made, rounded up', amount: { product: [11_000, { field: 'num_images', default: 1 }, { max: [1, { ceil: { quotient: [{ product: [{ total: 'image_size.width' }, { total: 'image_size.height' }] }, 1_048_576] } }] }] } }] },
    kinds: ['instruct'], capabilities: ['general_edit', 'multi_image'], seed: { field: 'seed', max: 2_147_483_647 }, asOf: '2026-04-08',
  }),
  'huggingface/briaai/RMBG-2.0': model({
    ...common, name: 'Bria RMBG 2.0 (Hugging Face, fal)', endpoint: 'fal-ai/fal-ai/bria/background/remove',
    options: () => z.strictObject({}), wire: { image: 'image_url' }, needs: ['image'], price: flatPrice(20_000),
    kinds: ['remove-background'], capabilities: ['background_removal'], byKind: true, asOf: '2026-05-12',
  }),
  'huggingface/black-forest-labs/FLUX.2-dev': model({ ...unpriced, name: 'FLUX.2 dev (Hugging Face)', endpoint: 'wavespeed/api/v3/wavespeed-ai/flux-2-dev/edit', kinds: ['instruct'], capabilities: ['general_edit'], listedOnly: 'its provider is WaveSpeed, which serves it under wavespeed/wavespeed-ai/flux-2-dev/edit at the same price' }),
  'huggingface/black-forest-labs/FLUX.1-Kontext-dev': model({ ...unpriced, name: 'FLUX.1 Kontext dev (Hugging Face)', endpoint: 'auto', kinds: ['instruct'], capabilities: ['general_edit'], listedOnly: resolved }),
  'huggingface/kontext-community/relighting-kontext-dev-lora-v3': model({ ...unpriced, name: 'Relighting Kontext (Hugging Face)', endpoint: 'auto', kinds: ['relight'], capabilities: ['relighting'], byKind: true, listedOnly: resolved }),
} as const;
