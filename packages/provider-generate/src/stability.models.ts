import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-07-09';
const deadline = 300;
const seed = { field: 'seed', max: 4_294_967_294 } as const;
const styles = ['enhance', 'anime', 'photographic', 'digital-art', 'comic-book', 'fantasy-art', 'line-art', 'analog-film', 'neon-punk', 'isometric', 'low-poly', 'origami', 'modeling-compound', 'cinematic', '3d-model', 'pixel-art', 'tile-texture'] as const;
const common = () => ({
  seed: z.int().min(0).max(4_294_967_294).optional(),
  output_format: z.enum(['png', 'jpeg', 'webp']).optional(),
  style_preset: z.enum(styles).optional(),
});
const strength = () => z.number().min(0).max(1).optional();
const sd3 = () => z.strictObject({ ...common(), strength: strength(), cfg_scale: z.number().min(1).max(10).optional() });
const aspectRatio = { field: 'aspect_ratio', as: 'aspect', values: ['21:9', '16:9', '3:2', '5:4', '1:1', '4:5', '2:3', '9:16', '9:21'] } as const;
const words = {
  prompt: { field: 'prompt', as: 'text', max: 10_000 }, negativePrompt: { field: 'negative_prompt', as: 'text', max: 10_000 },
  style: { field: 'style_preset', as: 'choice', values: Object.fromEntries(styles.map((style) => [style, style])) }, size: aspectRatio, aspectRatio,
  outputFormat: { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg', webp: 'webp' } },
} as const;
const image = { field: 'image', as: 'picture', minSide: 64, maxSide: 16_384, minPixels: 4096, maxBytes: 10_400_000, mediaTypes: ['image/jpeg', 'image/png', 'image/webp'] } as const;
const wire = { ...words, image } as const;
const needs = ['prompt'];
const together = [{ when: { present: 'image' }, needs: ['strength'] }, { when: { present: 'strength' }, needs: ['image'] }] as const;
const checks = [...together, { when: { present: 'image' }, field: 'aspect_ratio', oneOf: [] }] as const;
const capabilities = ['text_to_image', 'image_to_image'];

/** Stability's generate models: fields, bounds and credits as its reference states them; one credit is one US cent. */
export const stabilityModels = {
  'stability/ultra': model({
    name: 'Stable Image Ultra', alias: 'stability-ultra', endpoint: 'stable-image/generate/ultra',
    options: () => z.strictObject({ ...common(), strength: strength() }), wire, checks: together, needs, price: flatPrice(80_000),
    tier: 'premium', capabilities, seed, deadline, asOf,
  }),
  'stability/core': model({
    name: 'Stable Image Core', alias: 'stability-core', endpoint: 'stable-image/generate/core',
    options: () => z.strictObject(common()), wire: words, needs, price: flatPrice(30_000),
    tier: 'budget', capabilities: ['text_to_image', 'fast'], seed, deadline, asOf,
  }),
  'stability/sd3.5-large': model({
    name: 'Stable Diffusion 3.5 Large', alias: 'sd3.5-large', endpoint: 'stable-image/generate/sd3?model=sd3.5-large',
    options: sd3, wire, checks, needs, price: flatPrice(65_000), tier: 'mid', capabilities, seed, deadline, asOf,
  }),
  'stability/sd3.5-large-turbo': model({
    name: 'Stable Diffusion 3.5 Large Turbo', alias: 'sd3.5-large-turbo', endpoint: 'stable-image/generate/sd3?model=sd3.5-large-turbo',
    options: sd3, wire, checks, needs, price: flatPrice(40_000), tier: 'mid', capabilities, seed, deadline, asOf,
  }),
  'stability/sd3.5-medium': model({
    name: 'Stable Diffusion 3.5 Medium', alias: 'sd3.5-medium', endpoint: 'stable-image/generate/sd3?model=sd3.5-medium',
    options: sd3, wire, checks, needs, price: flatPrice(35_000), tier: 'mid', capabilities, seed, deadline, asOf,
  }),
  'stability/sd3.5-flash': model({
    name: 'Stable Diffusion 3.5 Flash', alias: 'sd3.5-flash', endpoint: 'stable-image/generate/sd3?model=sd3.5-flash',
    options: sd3, wire, checks, needs, price: flatPrice(25_000), tier: 'budget', capabilities: [...capabilities, 'fast'], seed, deadline, asOf,
  }),
} as const;
