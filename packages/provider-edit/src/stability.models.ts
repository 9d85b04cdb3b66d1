import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-07-09';
const deadline = 300;
const byKind = true;
const seed = { field: 'seed', max: 4_294_967_294 } as const;
const made = () => ({
  seed: z.int().min(0).max(4_294_967_294).optional(),
  output_format: z.enum(['png', 'jpeg', 'webp']).optional(),
});
const style_preset = () => z.enum(['enhance', 'anime', 'photographic', 'digital-art', 'comic-book', 'fantasy-art', 'line-art', 'analog-film', 'neon-punk', 'isometric', 'low-poly', 'origami', 'modeling-compound', 'cinematic', '3d-model', 'pixel-art', 'tile-texture']).optional();
const part = () => z.number().min(0).max(1).optional();
const grow = (most: number) => z.int().min(0).max(most).optional();
const search = () => z.strictObject({ ...made(), style_preset: style_preset(), grow_mask: grow(20) });
const control = () => z.strictObject({ ...made(), style_preset: style_preset(), control_strength: part() });
const text = (field: string) => ({ field, as: 'text', max: 10_000 }) as const;
const words = { prompt: text('prompt'), negativePrompt: text('negative_prompt') } as const;
const file = { as: 'picture', maxBytes: 10_400_000, mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] } as const;
const bounds = { ...file, minSide: 64, minPixels: 4096, maxPixels: 9_437_184 } as const;
const image = { ...bounds, field: 'image' } as const;
const shaped = { ...image, maxRatio: 2.5 } as const;
const mask = { field: 'mask', as: 'mask', edit: 'white' } as const;
const grown = (field: string) => ({ field, as: 'range', min: 0, max: 2000 }) as const;
const aspectRatio = { field: 'aspect_ratio', as: 'aspect', values: ['21:9', '16:9', '3:2', '5:4', '1:1', '4:5', '2:3', '9:16', '9:21'] } as const;
const outputFormat = { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg', webp: 'webp' } } as const;
const price = flatPrice(50_000);
const common = { byKind, deadline, asOf } as const;

/** Stability's edit models: fields, bounds and credits as its reference states them; one credit is one US cent. */
export const stabilityModels = {
  'stability/erase': model({
    name: 'Stability Erase', alias: 'stability-erase', endpoint: 'stable-image/edit/erase',
    options: () => z.strictObject({ ...made(), grow_mask: grow(20) }), wire: { outputFormat, image, mask }, needs: ['image', 'mask'], price,
    tier: 'mid', kinds: ['erase'], capabilities: ['erase', 'mask'], seed, ...common,
  }),
  'stability/inpaint': model({
    name: 'Stability Inpaint', alias: 'stability-inpaint', endpoint: 'stable-image/edit/inpaint',
    options: () => z.strictObject({ ...made(), style_preset: style_preset(), grow_mask: grow(100) }), wire: { outputFormat, image, mask, ...words }, needs: ['image', 'mask', 'prompt'], price,
    tier: 'mid', kinds: ['inpaint'], capabilities: ['inpaint', 'mask'], seed, ...common,
  }),
  'stability/outpaint': model({
    name: 'Stability Outpaint', alias: 'stability-outpaint', endpoint: 'stable-image/edit/outpaint',
    options: () => z.strictObject({ ...made(), style_preset: style_preset(), creativity: part() }),
    wire: { outputFormat, image: shaped, prompt: text('prompt'), 'expand.left': grown('left'), 'expand.right': grown('right'), 'expand.top': grown('up'), 'expand.bottom': grown('down') },
    checks: [{ when: { present: 'image' }, needs: ['left', 'right', 'up', 'down'] }], needs: ['image'], price: flatPrice(40_000),
    tier: 'mid', kinds: ['outpaint'], capabilities: ['outpaint'], seed, ...common,
  }),
  'stability/search-and-replace': model({
    name: 'Stability Search and Replace', alias: 'stability-search-replace', endpoint: 'stable-image/edit/search-and-replace',
    options: search, wire: { outputFormat, image: shaped, ...words, search: text('search_prompt') }, needs: ['image', 'prompt', 'search'], price,
    tier: 'mid', kinds: ['search-replace'], capabilities: ['search_replace'], seed, ...common,
  }),
  'stability/search-and-recolor': model({
    name: 'Stability Search and Recolor', alias: 'stability-search-recolor', endpoint: 'stable-image/edit/search-and-recolor',
    options: search, wire: { outputFormat, image: shaped, ...words, search: text('select_prompt') }, needs: ['image', 'prompt', 'search'], price,
    tier: 'mid', kinds: ['search-recolor'], capabilities: ['search_recolor'], seed, ...common,
  }),
  'stability/remove-background': model({
    name: 'Stability Remove Background', alias: 'stability-remove-background', endpoint: 'stable-image/edit/remove-background',
    options: () => z.strictObject({ output_format: z.enum(['png', 'webp']).optional() }), wire: { image: { ...file, field: 'image', minPixels: 4096, maxPixels: 4_194_304 }, outputFormat: { field: 'output_format', as: 'choice', values: { png: 'png', webp: 'webp' } } }, needs: ['image'], price,
    tier: 'mid', kinds: ['remove-background'], capabilities: ['remove_background'], ...common,
  }),
  'stability/replace-background-and-relight': model({
    name: 'Stability Replace Background and Relight', alias: 'stability-relight', endpoint: 'stable-image/edit/replace-background-and-relight',
    options: () => z.strictObject({
      ...made(), foreground_prompt: z.string().min(1).max(10_000).optional(), preserve_original_subject: part(), original_background_depth: part(), keep_original_background: z.enum(['true', 'false']).optional(),
      light_source_direction: z.enum(['left', 'right', 'above', 'below']).optional(), light_source_strength: part(),
    }),
    wire: {
      outputFormat, image: { ...bounds, field: 'subject_image', maxRatio: 2.5 }, prompt: text('background_prompt'), negativePrompt: text('negative_prompt'),
      reference: { ...file, field: 'background_reference' }, lightReference: { ...file, field: 'light_reference' },
    },
    checks: [
      { when: { present: 'subject_image' }, needs: ['background_prompt', 'background_reference'] },
      { when: { present: 'light_source_strength' }, needs: ['light_reference', 'light_source_direction'] },
    ],
    needs: ['image'], price: flatPrice(80_000),
    tier: 'premium', kinds: ['replace-background', 'relight'], capabilities: ['replace_background', 'relight'], seed, ...common,
  }),
  'stability/control-sketch': model({
    name: 'Stability Sketch', alias: 'stability-control-sketch', endpoint: 'stable-image/control/sketch',
    options: control, wire: { outputFormat, image: shaped, ...words }, needs: ['image', 'prompt'], price,
    tier: 'mid', kinds: ['sketch'], capabilities: ['sketch'], seed, ...common,
  }),
  'stability/control-structure': model({
    name: 'Stability Structure', alias: 'stability-control-structure', endpoint: 'stable-image/control/structure',
    options: control, wire: { outputFormat, image: shaped, ...words }, needs: ['image', 'prompt'], price,
    tier: 'mid', kinds: ['structure'], capabilities: ['structure'], seed, ...common,
  }),
  'stability/control-style': model({
    name: 'Stability Style', alias: 'stability-control-style', endpoint: 'stable-image/control/style',
    options: () => z.strictObject({ ...made(), style_preset: style_preset(), fidelity: part() }), wire: { outputFormat, image, ...words, size: aspectRatio, aspectRatio }, needs: ['image', 'prompt'], price,
    tier: 'mid', kinds: ['style-transfer'], capabilities: ['style_transfer'], seed, ...common,
  }),
  'stability/style-transfer': model({
    name: 'Stability Style Transfer', alias: 'stability-control-style-transfer', endpoint: 'stable-image/control/style-transfer',
    options: () => z.strictObject({ ...made(), style_strength: part(), composition_fidelity: part(), change_strength: z.number().min(0.1).max(1).optional() }),
    wire: { outputFormat, image: { ...bounds, field: 'init_image', maxSide: 16_383, maxRatio: 2.5 }, reference: { ...bounds, field: 'style_image' }, ...words }, needs: ['image', 'reference'], price: flatPrice(80_000),
    tier: 'premium', kinds: ['style-transfer'], capabilities: ['style_transfer'], seed, ...common,
  }),
} as const;
