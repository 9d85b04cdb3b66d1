import type { Json, Micros } from '@image-studio/core';
import type { Effect } from '../media/recipe.ts';
import type { Size } from '../wavespeed/output-size.ts';
import type { Inputs } from '../wavespeed/request-check.ts';

/** A model as Hugging Face maps it: who serves it under which path, what it takes and what its provider charges. */
export interface HuggingfaceRow {
  readonly model: string;
  readonly provider: 'hf-inference' | 'fal-ai';
  /** The path behind `/{provider}/` on the router. */
  readonly providerId: string;
  readonly task: string;
  readonly effect: Effect;
  /** JSON Schema of the provider's own input. */
  readonly schema: { readonly required: readonly string[]; readonly properties: Readonly<Record<string, object>> };
  /** Results without a size of their own have this one, or that of their picture. */
  readonly size?: Size;
  /** What the provider takes, for results of this size. */
  readonly price: (inputs: Inputs, size: Size) => Micros;
}

const text = { type: 'string', minLength: 1 };
const imageSizes: Readonly<Record<string, Size>> = {
  square_hd: { width: 1024, height: 1024 },
  square: { width: 512, height: 512 },
  portrait_4_3: { width: 768, height: 1024 },
  portrait_16_9: { width: 576, height: 1024 },
  landscape_4_3: { width: 1024, height: 768 },
  landscape_16_9: { width: 1024, height: 576 },
};
const side = { type: 'integer', minimum: 64, maximum: 14_142 };
const imageSize = {
  anyOf: [
    { enum: Object.keys(imageSizes) },
    { type: 'object', properties: { width: side, height: side }, required: ['width', 'height'] },
  ],
};
const common = {
  prompt: text,
  image_size: imageSize,
  num_images: { type: 'integer', minimum: 1, maximum: 4 },
  seed: { type: 'integer' },
  enable_safety_checker: { type: 'boolean' },
  sync_mode: { type: 'boolean' },
};

/** Fal rounds up to whole megapixels, and 1024 by 1024 is one. */
const megapixels = ({ width, height }: Size) => Math.ceil((width * height) / 2 ** 20);
const pictures = (inputs: Inputs) => Number(inputs['num_images'] ?? 1);
const listed = (value: Json | undefined) => (Array.isArray(value) ? value.length : 0);

/** The models of this part of the sandbox; prices in micro-dollars, of 2026. */
export const huggingfaceRows: readonly HuggingfaceRow[] = [
  {
    model: 'black-forest-labs/FLUX.1-dev',
    provider: 'fal-ai',
    providerId: 'fal-ai/flux/dev',
    task: 'text-to-image',
    effect: 'generate',
    schema: {
      required: ['prompt'],
      properties: {
        ...common,
        acceleration: { enum: ['none', 'regular', 'high'] },
        guidance_scale: { type: 'number', minimum: 1, maximum: 20 },
        num_inference_steps: { type: 'integer', minimum: 1, maximum: 50 },
        output_format: { enum: ['jpeg', 'png'] },
      },
    },
    size: { width: 1024, height: 768 },
    price: (inputs, size) => 25_000 * megapixels(size) * pictures(inputs),
  },
  {
    model: 'black-forest-labs/FLUX.2-klein-9B',
    provider: 'fal-ai',
    providerId: 'fal-ai/flux-2/klein/9b/edit',
    task: 'image-to-image',
    effect: 'edit',
    schema: {
      required: ['prompt', 'image_urls'],
      properties: {
        ...common,
        image_urls: { type: 'array', items: text, minItems: 1, maxItems: 4 },
        num_inference_steps: { type: 'integer', minimum: 4, maximum: 8 },
        output_format: { enum: ['jpeg', 'png', 'webp'] },
      },
    },
    price: (inputs, size) => 11_000 * (listed(inputs['image_urls']) + megapixels(size) * pictures(inputs)),
  },
  {
    model: 'briaai/RMBG-2.0',
    provider: 'fal-ai',
    providerId: 'fal-ai/bria/background/remove',
    task: 'image-segmentation',
    effect: 'cut-out',
    schema: { required: ['image_url'], properties: { image_url: text, sync_mode: { type: 'boolean' } } },
    price: () => 20_000,
  },
  {
    model: 'stabilityai/stable-diffusion-3-medium-diffusers',
    provider: 'hf-inference',
    providerId: 'stabilityai/stable-diffusion-3-medium-diffusers',
    task: 'text-to-image',
    effect: 'generate',
    schema: {
      required: ['inputs'],
      properties: {
        inputs: text,
        guidance_scale: { type: 'number' },
        negative_prompt: { type: 'string' },
        num_inference_steps: { type: 'integer', minimum: 1 },
        width: { type: 'integer', minimum: 16, maximum: 2048 },
        height: { type: 'integer', minimum: 16, maximum: 2048 },
        scheduler: { type: 'string' },
        seed: { type: 'integer' },
      },
    },
    size: { width: 1024, height: 1024 },
    // By computing time, which the answer says.
    price: () => 0,
  },
];

/** The size of the results: as asked, that of the picture within a megapixel, or the model's own. */
export function resultSize({ effect, size }: HuggingfaceRow, inputs: Inputs, own: Size | undefined): Size {
  const asked = inputs['image_size'];
  if (typeof asked === 'string' && imageSizes[asked] !== undefined) return imageSizes[asked];
  if (isSize(asked)) return asked;
  if (isSize(inputs)) return inputs;
  if (own === undefined) return size ?? { width: 1024, height: 1024 };
  const factor = effect === 'edit' ? Math.min(1, Math.sqrt(2 ** 20 / (own.width * own.height))) : 1;
  return { width: Math.max(1, Math.floor(own.width * factor)), height: Math.max(1, Math.floor(own.height * factor)) };
}

function isSize(value: unknown): value is Size {
  if (typeof value !== 'object' || value === null || !('width' in value) || !('height' in value)) return false;
  return typeof value.width === 'number' && typeof value.height === 'number';
}
