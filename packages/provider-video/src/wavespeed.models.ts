import { type Expression, model, type PriceRule } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 1200;
const seed = { field: 'seed', max: 2_147_483_647 } as const;
const seedOption = z.int().min(-1).max(seed.max).optional();
const guidance = z.number().min(0).max(1).optional();
const seconds = (...values: readonly number[]) => ({ field: 'duration', as: 'nearest', values }) as const;
const lines = (...values: readonly number[]) =>
  ({ field: 'resolution', as: 'resolution', values: Object.fromEntries(values.map((value) => [`${value}p`, value])) }) as const;

/** So many micro-dollars for five seconds, the length when none is asked for; other lengths in proportion, times a factor. */
const perSecond = (fiveSeconds: number, factor: Expression = 1): PriceRule => ({
  basis: 'exact', unit: 'video',
  lines: [{ label: 'per video', amount: { product: [fiveSeconds, { quotient: [{ field: 'duration', default: 5 }, 5] }, factor] } }],
});

/** WaveSpeed's video models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  'wavespeed/alibaba/wan-2.5/image-to-video': model({
    name: 'Wan 2.5', alias: 'wan-2.5-image-to-video', endpoint: 'alibaba/wan-2.5/image-to-video',
    options: z.strictObject({ enable_prompt_expansion: z.boolean().optional(), seed: seedOption }),
    wire: { image: 'image', prompt: 'prompt', negativePrompt: 'negative_prompt', seconds: seconds(3, 4, 5, 6, 7, 8, 9, 10), resolution: lines(480, 720, 1080), audio: 'audio' }, needs: ['image', 'prompt'],
    price: perSecond(250_000, { lookup: 'resolution', table: { '480p': 1, '1080p': 3 }, otherwise: 2 }), tier: 'mid', capabilities: ['image_to_video', 'audio_sync'], seed, deadline, asOf,
  }),
  'wavespeed/kwaivgi/kling-v2.5-turbo-std/image-to-video': model({
    name: 'Kling 2.5 Turbo Standard', alias: 'kling-v2.5-turbo-std', endpoint: 'kwaivgi/kling-v2.5-turbo-std/image-to-video',
    options: z.strictObject({ guidance_scale: guidance }),
    wire: { image: 'image', prompt: 'prompt', negativePrompt: 'negative_prompt', seconds: seconds(5, 10) }, needs: ['image', 'prompt'],
    price: perSecond(210_000), tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }),
  'wavespeed/kwaivgi/kling-v2.5-turbo-pro/image-to-video': model({
    name: 'Kling 2.5 Turbo Pro', alias: 'kling-v2.5-turbo-pro', endpoint: 'kwaivgi/kling-v2.5-turbo-pro/image-to-video',
    options: z.strictObject({ guidance_scale: guidance }),
    wire: { image: 'image', lastImage: 'last_image', prompt: 'prompt', negativePrompt: 'negative_prompt', seconds: seconds(5, 10) }, needs: ['image', 'prompt'],
    price: perSecond(350_000), tier: 'premium', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }),
  'wavespeed/wavespeed-ai/kandinsky5-pro/image-to-video': model({
    name: 'Kandinsky 5 Pro', alias: 'kandinsky5-pro', endpoint: 'wavespeed-ai/kandinsky5-pro/image-to-video',
    options: z.strictObject({}),
    wire: { image: 'image', prompt: 'prompt', seconds: seconds(5), resolution: lines(512, 1024) }, needs: ['image', 'prompt'],
    // The vendor's formula compares with "1024P", which its own schema never allows: the resolution does not count.
    price: perSecond(200_000), tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }),
  'wavespeed/bytedance/seedance-v1-lite-i2v-480p': model({
    name: 'Seedance 1 Lite 480p', alias: 'seedance-v1-lite-i2v-480p', endpoint: 'bytedance/seedance-v1-lite-i2v-480p',
    options: z.strictObject({ camera_fixed: z.boolean().optional(), seed: seedOption }),
    wire: { image: 'image', lastImage: 'last_image', prompt: 'prompt', seconds: seconds(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), aspectRatio: { field: 'aspect_ratio', as: 'aspect', values: ['21:9', '16:9', '4:3', '1:1', '3:4', '9:16'] } }, needs: ['image'],
    price: perSecond(80_000), tier: 'budget', capabilities: ['image_to_video', 'last_image', 'aspect_ratio'], seed, deadline, asOf,
  }),
} as const;
