import type { VendorRow } from './vendor-row.ts';

/** Where a row belongs: an operation, and what it does there (the first kind is its default). */
export interface Place {
  readonly operation: string;
  readonly kinds?: readonly string[];
}

/** Rows that are in no operation, and why. */
export const exclusions: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/svg$|text-to-vector$/, 'answers SVG, which is not a picture here'],
  [/wan-2\.6\/reference-to-video$/, 'works on videos, not on a picture'],
  [/pika\/v2\.2-pikaframes/, 'needs two key frames or more, where the operation has one first picture'],
  [/pixverse-c1\/reference-to-video/, 'needs references with names, where the operation has one first picture'],
];

/** What an edit model does, told by its path; the first that fits. */
const editKinds: readonly (readonly [pattern: RegExp, kinds: readonly string[]])[] = [
  [/turbo-inpaint|flux-fill|genfill/, ['inpaint']],
  [/expand$|zoom-out/, ['outpaint']],
  [/eras|watermark-remover/, ['erase']],
  [/remove-background|background-remover/, ['remove-background']],
  [/generate-background/, ['replace-background']],
  [/relight|ic-light|image\/lighting|reseason/, ['relight']],
  [/text-remover|remove-text/, ['remove-text']],
  [/controlnet/, ['structure']],
  [/ghibli|flux-redux/, ['style-transfer']],
  [/colorize|restore|denoise|sharpen|enhance/, ['enhance']],
  [
    /wavespeed-ai\/ai-|face-blur|image-converter|sam3|patina|layered|multiple-angles|embed-product|image-blend/,
    ['effect'],
  ],
];

const characters =
  /ideogram-character|instant-character|flux-pulid|bytedance\/uso|wavespeed-ai\/uno$|reference-to-image/;
const withoutPicture = /ideogram-v4$|kling-image-o1$|vidu\/reference-to-image/;
const pictureNeeded = /step1x-edit|controlnet|flux-kontext-dev/;

/** The operations that a row serves; none when it is excluded or of a type that is not covered. */
export function placesOf(row: VendorRow): readonly Place[] {
  if (exclusionOf(row) !== undefined) return [];
  switch (row.type) {
    case 'text-to-image':
    case 'lora-support':
    case 'image-to-image':
      return picturePlaces(row);
    case 'ai-remover':
      return [edit(row)];
    case 'upscaler':
      return [{ operation: 'upscale' }];
    case 'portrait-transfer':
      return [{ operation: 'faceswap' }];
    case 'image-to-3d':
      return [{ operation: '3d', kinds: kinds3d(row) }];
    case 'text-to-3d':
      return [{ operation: '3d', kinds: ['text'] }];
    case 'image-to-video':
      return [{ operation: 'video' }];
    default:
      return [];
  }
}

/** Why a row is in no operation, or undefined. */
export function exclusionOf({ id }: VendorRow): string | undefined {
  return exclusions.find(([pattern]) => pattern.test(id))?.[1];
}

function picturePlaces(row: VendorRow): readonly Place[] {
  const { id, type, schema } = row;
  if (/translat/.test(id)) return [{ operation: 'translate' }];
  if (/real-esrgan/.test(id)) return [{ operation: 'upscale' }];
  const generates = withoutPicture.test(id) ? [{ operation: 'generate' }] : [];
  if (characters.test(id)) return [...generates, { operation: 'character' }];
  const { image, images, control_image: control } = schema.properties;
  const takes = image ?? images ?? control;
  const needs = ['image', 'images', 'control_image'].some((field) => schema.required?.includes(field));
  const draws = type !== 'image-to-image' && !needs && !pictureNeeded.test(id);
  return [...(draws ? [{ operation: 'generate' }] : generates), ...(takes || !draws ? [edit(row)] : [])];
}

function edit({ id, schema }: VendorRow): Place {
  const { mask_image: mask, prompt } = schema.properties;
  const found = editKinds.find(([pattern]) => pattern.test(id))?.[1];
  if (found) return { operation: 'edit', kinds: found };
  if (/ideogram-v[23]/.test(id) && mask) return { operation: 'edit', kinds: ['inpaint'] };
  return { operation: 'edit', kinds: prompt ? (mask ? ['instruct', 'inpaint'] : ['instruct']) : ['effect'] };
}

function kinds3d({ id, schema }: VendorRow): readonly string[] {
  if (/sketch-to-3d/.test(id)) return ['sketch'];
  // A cloud of points, which is no surface.
  if (/splat/.test(id)) return ['splat'];
  const names = Object.keys(schema.properties);
  if (names.includes('back_image_url') || /multiview/.test(id)) return ['views'];
  return names.includes('back_image') ? ['picture', 'views'] : ['picture'];
}
