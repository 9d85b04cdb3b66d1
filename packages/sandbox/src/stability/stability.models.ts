import type { Endpoint } from './endpoint.ts';

const ratios = ['21:9', '16:9', '3:2', '5:4', '1:1', '4:5', '2:3', '9:16', '9:21'];
const presets = ['enhance', 'anime', 'photographic', 'digital-art', 'comic-book', 'fantasy-art', 'line-art', 'analog-film', 'neon-punk', 'isometric', 'low-poly', 'origami', 'modeling-compound', 'cinematic', '3d-model', 'pixel-art', 'tile-texture'];

const text = { type: 'text', least: 1 } as const;
const prompt = { ...text, required: true } as const;
const negative_prompt = { type: 'text', least: 0 } as const;
const aspect_ratio = { type: 'choice', of: ratios } as const;
const style_preset = { type: 'choice', of: presets } as const;
const seed = { type: 'integer', bounds: [0, 4_294_967_294] } as const;
const output_format = { type: 'choice', of: ['png', 'jpeg', 'webp'] } as const;
const part = { type: 'number', bounds: [0, 1] } as const;
const within = (least: number, most: number) => ({ type: 'integer', bounds: [least, most] }) as const;
const between = (least: number, most: number) => ({ type: 'number', bounds: [least, most] }) as const;
const choice = (...of: string[]) => ({ type: 'choice', of }) as const;
const picture = { type: 'picture', area: [4096, 9_437_184], sides: [64, 16_384], required: true } as const;
const shaped = { ...picture, ratio: 2.5 } as const;
const optional = { type: 'picture' } as const;
const small = { type: 'picture', area: [4096, 4_194_304], required: true } as const;
const made = { seed, output_format } as const;
const worded = { prompt, negative_prompt, ...made } as const;
const texture_resolution = choice('512', '1024', '2048');
const remesh = choice('none', 'triangle', 'quad');
const own = { as: 'own' } as const;
const megapixel = { as: 'aspect', pixels: 1_048_576 } as const;
const control = { image: shaped, ...worded, control_strength: part, style_preset } as const;
const reference = { type: 'picture', sides: [64, 16_384], area: [4096, Infinity] } as const;

/** The vendor's live paths below `/v2beta/`, from its reference: fields, bounds and credits in its own words. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  'stable-image/generate/ultra': {
    credits: 8, effect: 'generate', size: megapixel, requires: { image: ['strength'], strength: ['image'] },
    fields: { ...worded, aspect_ratio, style_preset, image: reference, strength: part },
  },
  'stable-image/generate/core': {
    credits: 3, effect: 'generate', size: { as: 'aspect', pixels: 1_572_864 }, fields: { ...worded, aspect_ratio, style_preset },
  },
  'stable-image/generate/sd3': {
    credits: { 'sd3.5-large': 6.5, 'sd3.5-large-turbo': 4, 'sd3.5-medium': 3.5, 'sd3.5-flash': 2.5 }, effect: 'generate', size: megapixel,
    requires: { image: ['strength'], strength: ['image'] },
    fields: {
      ...worded, aspect_ratio, style_preset, image: reference, strength: part, cfg_scale: between(1, 10),
      mode: choice('text-to-image', 'image-to-image'), model: choice('sd3.5-large', 'sd3.5-large-turbo', 'sd3.5-medium', 'sd3.5-flash'),
    },
  },
  'stable-image/edit/erase': {
    credits: 5, effect: 'erase', size: own, fields: { image: picture, mask: optional, grow_mask: within(0, 20), ...made },
  },
  'stable-image/edit/inpaint': {
    credits: 5, effect: 'edit', size: own,
    fields: { image: picture, mask: optional, ...worded, grow_mask: within(0, 100), style_preset },
  },
  'stable-image/edit/outpaint': {
    credits: 4, effect: 'expand', size: { as: 'grown' }, oneOf: ['left', 'right', 'up', 'down'],
    fields: {
      image: shaped, left: within(0, 2000), right: within(0, 2000), up: within(0, 2000), down: within(0, 2000),
      creativity: part, prompt: text, ...made, style_preset,
    },
  },
  'stable-image/edit/search-and-replace': {
    credits: 5, effect: 'edit', size: own,
    fields: { image: shaped, search_prompt: prompt, ...worded, grow_mask: within(0, 20), style_preset },
  },
  'stable-image/edit/search-and-recolor': {
    credits: 5, effect: 'edit', size: own,
    fields: { image: shaped, select_prompt: prompt, ...worded, grow_mask: within(0, 20), style_preset },
  },
  'stable-image/edit/remove-background': {
    credits: 5, effect: 'cut-out', size: own, fields: { image: small, output_format: choice('png', 'webp') },
  },
  'stable-image/edit/replace-background-and-relight': {
    credits: 8, effect: 'replace-background', size: own, asynchronous: true, oneOf: ['background_prompt', 'background_reference'],
    requires: { light_source_strength: ['light_reference', 'light_source_direction'] },
    fields: {
      subject_image: shaped, background_prompt: text, background_reference: optional, foreground_prompt: text, negative_prompt,
      preserve_original_subject: part, original_background_depth: part, keep_original_background: choice('true', 'false'),
      light_source_direction: choice('left', 'right', 'above', 'below'), light_reference: optional, light_source_strength: part, ...made,
    },
  },
  'stable-image/control/sketch': { credits: 5, effect: 'edit', size: own, fields: control },
  'stable-image/control/structure': { credits: 5, effect: 'edit', size: own, fields: control },
  'stable-image/control/style': {
    credits: 5, effect: 'edit', size: megapixel, fields: { image: picture, ...worded, aspect_ratio, fidelity: part, style_preset },
  },
  'stable-image/control/style-transfer': {
    credits: 8, effect: 'edit', size: { as: 'shape', pixels: 1_048_576 },
    fields: {
      init_image: { ...shaped, sides: [64, 16_383] }, style_image: picture, prompt: text, negative_prompt, style_strength: part,
      composition_fidelity: part, change_strength: between(0.1, 1), ...made,
    },
  },
  'stable-image/upscale/fast': {
    credits: 2, effect: 'upscale', size: { as: 'fourfold' },
    fields: { image: { type: 'picture', sides: [32, 1536], area: [1024, 1_048_576], required: true }, output_format },
  },
  'stable-image/upscale/conservative': {
    credits: 40, effect: 'upscale', size: { as: 'shape', pixels: 4_194_304 }, fields: { image: shaped, ...worded, creativity: between(0.2, 0.5) },
  },
  'stable-image/upscale/creative': {
    credits: 60, effect: 'upscale', size: { as: 'longest' }, asynchronous: true,
    fields: { image: { ...picture, area: [4096, 1_048_576] }, ...worded, creativity: between(0.1, 0.5), style_preset },
  },
  '3d/stable-fast-3d': {
    credits: 10, effect: 'model3d', size: own,
    fields: { image: small, texture_resolution, foreground_ratio: between(0.1, 1), remesh, vertex_count: within(-1, 20_000) },
  },
  '3d/stable-point-aware-3d': {
    credits: 4, effect: 'model3d', size: own,
    fields: {
      image: { ...small, sides: [640, Infinity] }, texture_resolution, foreground_ratio: between(1, 2), remesh,
      target_type: choice('none', 'vertex', 'face'), target_count: within(100, 20_000), guidance_scale: between(1, 10), seed,
    },
  },
};
