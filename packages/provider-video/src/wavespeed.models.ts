// Written by `pnpm catalog:sync`; change scripts/catalog, not this file.
import { flatPrice, mediaAddress, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 1200;
const seed = { field: 'seed', max: 2_147_483_647 } as const;
const seed2 = () => z.int().optional();
const durationWire = { field: 'duration', as: 'range', min: 3, max: 15 } as const;
const resolutionWire = { field: 'resolution', as: 'resolution', values: { '720p': 720, '1080p': 1080 } } as const;
const price = { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '1080p': 280_000 }, otherwise: 140_000 }, { field: 'duration' }] } }] } as const;
const imagesWire = { field: 'images', as: 'list', max: 9 } as const;
const aspectRatioWire = { field: 'aspect_ratio', as: 'aspect', values: ['16:9', '9:16', '1:1', '4:3', '3:4'] } as const;
const price2 = { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '1080p': 189_000 }, otherwise: 140_000 }, { field: 'duration' }] } }] } as const;
const enablePromptExpansion = () => z.boolean().optional();
const durationWire2 = { field: 'duration', as: 'nearest', values: [5] } as const;
const price3 = { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [40_000, { field: 'duration' }] } }] } as const;
const durationWire3 = { field: 'duration', as: 'nearest', values: [3, 4, 5, 6, 7, 8, 9, 10] } as const;
const resolutionWire2 = { field: 'resolution', as: 'resolution', values: { '480p': 480, '720p': 720, '1080p': 1080 } } as const;
const shotType = () => z.enum(['single', 'multi']).optional();
const durationWire4 = { field: 'duration', as: 'nearest', values: [5, 10, 15] } as const;
const price4 = { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p' }, lines: [{ label: 'per second', amount: { product: [100_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '1080p': 1.5 }, otherwise: 1 } }] } as const;
const durationWire5 = { field: 'duration', as: 'range', min: 2, max: 15 } as const;
const resolutionWire3 = { field: 'resolution', as: 'resolution', values: { '1080p': 1080, '2k': 1440, '4k': 2160 } } as const;
const price5 = { basis: 'exact', unit: 'second', defaults: { resolution: '1080p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '4k': 160_000, '2k': 140_000 }, otherwise: 120_000 }, { field: 'duration' }] } }] } as const;
const durationWire6 = { field: 'duration', as: 'nearest', values: [5, 10] } as const;
const referenceImages = () => z.array(mediaAddress).max(5).optional();
const aspectRatioWire2 = { field: 'aspect_ratio', as: 'aspect', values: ['16:9', '9:16', '4:3', '3:4', '1:1', '21:9'] } as const;
const durationWire7 = { field: 'duration', as: 'range', min: 4, max: 15 } as const;
const resolutionWire4 = { field: 'resolution', as: 'resolution', values: { '480p': 480, '720p': 720, '1080p': 1080, '4k': 2160 } } as const;
const price6 = { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '4k': 1_000_000, '1080p': 500_000, '720p': 200_000 }, otherwise: 100_000 }, { field: 'duration' }] } }] } as const;
const price7 = { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '4k': 600_000, '1080p': 300_000, '720p': 120_000 }, otherwise: 60_000 }, { field: 'duration' }] } }] } as const;
const price8 = { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '4k': 1_200_000, '1080p': 600_000, '720p': 240_000 }, otherwise: 120_000 }, { field: 'duration' }] } }] } as const;
const promptWire = { field: 'prompt', as: 'text', max: 2000 } as const;
const aspectRatioWire3 = { field: 'aspect_ratio', as: 'aspect', values: ['21:9', '16:9', '4:3', '1:1', '3:4', '9:16'] } as const;
const durationWire8 = { field: 'duration', as: 'nearest', values: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] } as const;
const price9 = { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [90_000, { field: 'duration' }] } }] } as const;
const price10 = { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [30_000, { field: 'duration' }] } }] } as const;
const price11 = { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [60_000, { field: 'duration' }] } }] } as const;
const durationWire9 = { field: 'duration', as: 'range', min: 4, max: 12 } as const;
const price12 = { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p', generate_audio: true }, lines: [{ label: 'per second', amount: { product: [52_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '720p': 1, '1080p': 2 }, otherwise: 0.461538 } }, { label: 'sound', times: { lookup: 'generate_audio', table: { true: 1 }, otherwise: 0.5 } }] } as const;
const aspectRatioWire4 = { field: 'aspect_ratio', as: 'aspect', values: ['16:9', '9:16'] } as const;
const durationWire10 = { field: 'duration', as: 'nearest', values: [8, 4, 6] } as const;
const price13 = { basis: 'exact', unit: 'second', defaults: { generate_audio: true, duration: 8 }, lines: [{ label: 'per second, by sound', amount: { product: [{ lookup: 'generate_audio', table: { true: 150_000 }, otherwise: 100_000 }, { field: 'duration' }] } }] } as const;
const resolutionWire5 = { field: 'resolution', as: 'resolution', values: { '720p': 720, '1080p': 1080, '4k': 2160 } } as const;
const imagesWire2 = { field: 'images', as: 'list', max: 3 } as const;
const price14 = { basis: 'exact', unit: 'second', defaults: { generate_audio: true, duration: 8 }, lines: [{ label: 'per second, by sound', amount: { product: [{ lookup: 'generate_audio', table: { true: 400_000 }, otherwise: 200_000 }, { field: 'duration' }] } }] } as const;
const guidanceScale = () => z.number().min(0).max(1).optional();
const price15 = { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [50_000, { field: 'duration' }] } }] } as const;
const imagesWire3 = { field: 'images', as: 'list', max: 4 } as const;
const aspectRatioWire5 = { field: 'aspect_ratio', as: 'aspect', values: ['1:1', '16:9', '9:16'] } as const;
const price16 = { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [260_000, { field: 'duration' }] } }] } as const;
const price17 = { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [42_000, { field: 'duration' }] } }] } as const;
const multiPrompt = () => z.array(z.strictObject({ duration: z.string().optional(), prompt: z.string().max(2500).optional() })).max(6).optional();
const promptWire2 = { field: 'prompt', as: 'text', max: 2500 } as const;
const durationWire11 = { field: 'duration', as: 'nearest', values: ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'] } as const;
const elementList = () => z.array(z.strictObject({ element_id: z.string().optional() })).max(3).optional();
const multiPrompt2 = () => z.array(z.strictObject({ duration: z.int().optional(), prompt: z.string().optional() })).optional();
const shotType2 = () => z.enum(['customize', 'intelligent']).optional();
const durationWire12 = { field: 'duration', as: 'nearest', values: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] } as const;
const price18 = { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [420_000, { field: 'duration' }] } }] } as const;
const checks = [{ when: { all: [{ present: 'last_image' }, { not: { field: 'last_image', is: '' } }] }, field: 'duration', oneOf: [3, 4, 5, 6, 7, 8, 9, 10] }, { when: { not: { all: [{ present: 'last_image' }, { not: { field: 'last_image', is: '' } }] } }, field: 'duration', oneOf: [5, 10] }] as const;
const video = () => mediaAddress.optional();
const imagesWire4 = { field: 'images', as: 'list', max: 7 } as const;
const aspectRatioWire6 = { field: 'aspect_ratio', as: 'aspect', values: ['16:9', '9:16', '1:1'] } as const;
const promptWire3 = { field: 'prompt', as: 'text', max: 5000 } as const;
const sizeWire = { field: 'size', as: 'size', separator: '*', values: ['1280*720', '720*1280'] } as const;
const price19 = { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [80_000, { field: 'duration' }] } }] } as const;
const resolutionWire6 = { field: 'resolution', as: 'resolution', values: { '540p': 540, '720p': 720, '1080p': 1080 } } as const;
const resolutionWire7 = { field: 'resolution', as: 'resolution', values: { '480p': 480, '720p': 720 } } as const;
const durationWire13 = { field: 'duration', as: 'nearest', values: [6, 10] } as const;
const price20 = { basis: 'exact', unit: 'video', defaults: { duration: 6 }, lines: [{ label: 'per video, by seconds', amount: { lookup: 'duration', table: { '10': 560_000 }, otherwise: 230_000 } }] } as const;
const durationWire14 = { field: 'duration', as: 'nearest', values: [6] } as const;
const guidanceScale2 = () => z.number().min(0).max(20).optional();
const promptWire4 = { field: 'prompt', as: 'text', max: 4096 } as const;
const durationWire15 = { field: 'duration', as: 'nearest', values: [4, 8, 12, 16, 20] } as const;
const durationWire16 = { field: 'duration', as: 'range', min: 1, max: 15 } as const;
const resolutionWire8 = { field: 'resolution', as: 'resolution', values: { '360p': 360, '540p': 540, '720p': 720, '1080p': 1080 } } as const;
const aspectRatioWire7 = { field: 'aspect_ratio', as: 'aspect', values: ['16:9', '4:3', '1:1', '3:4', '9:16', '2:3', '3:2', '21:9'] } as const;
const promptWire5 = { field: 'prompt', as: 'text', max: 2048 } as const;
const durationWire17 = { field: 'duration', as: 'nearest', values: [5, 8] } as const;
const resolutionWire9 = { field: 'resolution', as: 'resolution', values: { '360p': 360, '540p': 540, '720p': 720 } } as const;
const price21 = { basis: 'exact', unit: 'video', defaults: { duration: 5, resolution: '540p' }, lines: [{ label: 'per video, by seconds and resolution', amount: { lookup: 'duration', table: { '8': { lookup: 'resolution', table: { '360p': 300_000, '540p': 300_000, '720p': 400_000 }, otherwise: 800_000 } }, otherwise: { lookup: 'resolution', table: { '360p': 150_000, '540p': 150_000, '720p': 200_000 }, otherwise: 400_000 } } }] } as const;
const aspectRatioWire8 = { field: 'aspect_ratio', as: 'aspect', values: ['16:9', '1:1', '4:3', '3:4', '9:16'] } as const;
const thinkingType = () => z.enum(['enabled', 'disabled', 'auto']).optional();
const durationWire18 = { field: 'duration', as: 'nearest', values: [5, 8, 10] } as const;
const checks2 = [{ when: { all: [{ present: 'resolution' }, { field: 'resolution', is: '1080p' }] }, field: 'duration', oneOf: [5, 8] }, { when: { all: [{ present: 'resolution' }, { any: [{ field: 'resolution', is: '360p' }, { field: 'resolution', is: '540p' }, { field: 'resolution', is: '720p' }] }] }, field: 'duration', oneOf: [5, 8, 10] }] as const;
const price22 = { basis: 'exact', unit: 'video', defaults: { resolution: '540p', duration: 5 }, lines: [{ label: 'per video, by resolution and seconds', amount: { lookup: 'resolution', table: { '720p': { lookup: 'duration', table: { '8': 1_200_000, '10': 1_320_000 }, otherwise: 600_000 }, '1080p': { lookup: 'duration', table: { '5': 1_200_000, '8': 2_400_000 }, otherwise: 0 } }, otherwise: { lookup: 'duration', table: { '8': 900_000, '10': 990_000 }, otherwise: 450_000 } } }] } as const;
const durationWire19 = { field: 'duration', as: 'range', min: 5, max: 10 } as const;
const price23 = { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [10_000, { field: 'duration' }] } }] } as const;
const mode = () => z.enum(['std', 'fast']).optional();
const price24 = { basis: 'exact', unit: 'video', defaults: { resolution: '540p' }, lines: [{ label: 'per video, by resolution', amount: { lookup: 'resolution', table: { '720p': 350_000 }, otherwise: 250_000 } }] } as const;
const movementAmplitude = () => z.enum(['auto', 'small', 'medium', 'large']).optional();
const durationWire20 = { field: 'duration', as: 'nearest', values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } as const;
const durationWire21 = { field: 'duration', as: 'range', min: 1, max: 8 } as const;
const price25 = { basis: 'exact', unit: 'video', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per video, by resolution and seconds', amount: { lookup: 'resolution', table: { '1080p': { lookup: 'duration', table: { '1': 80_000, '2': 100_000, '3': 120_000, '4': 140_000, '5': 160_000, '6': 180_000, '7': 200_000, '8': 220_000 }, otherwise: 0 } }, otherwise: { lookup: 'duration', table: { '1': 40_000, '2': 50_000, '3': 60_000, '4': 70_000, '5': 80_000, '6': 90_000, '7': 100_000, '8': 110_000 }, otherwise: 0 } } }] } as const;
const durationWire22 = { field: 'duration', as: 'range', min: 1, max: 16 } as const;
const price26 = { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p' }, lines: [{ label: 'per second', amount: { product: [50_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '720p': 2.5, '1080p': 3 }, otherwise: 1 } }] } as const;
const price27 = { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p' }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '540p': 40_000, '1080p': 80_000 }, otherwise: 60_000 }, { field: 'duration' }] } }] } as const;
const placement = () => z.string().optional();
const price28 = { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p' }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '540p': 70_000, '1080p': 160_000 }, otherwise: 150_000 }, { field: 'duration' }] } }] } as const;
const aspectRatioWire9 = { field: 'aspect_ratio', as: 'aspect', values: ['16:9', '9:16', '4:3', '3:4', '1:1'] } as const;
const durationWire23 = { field: 'duration', as: 'range', min: 1, max: 10 } as const;
const durationWire24 = { field: 'duration', as: 'range', min: 5, max: 15 } as const;
const resolutionWire10 = { field: 'resolution', as: 'resolution', values: { '720p': 720, '480p': 480 } } as const;
const durationWire25 = { field: 'duration', as: 'range', min: 5, max: 20 } as const;
const preset = () => z.enum(['tuned', 'original']).optional();
const durationWire26 = { field: 'duration', as: 'range', min: 3, max: 20 } as const;
const price29 = { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '480p' }, lines: [{ label: 'per second', amount: { product: [20_000, { max: [5, { min: [{ field: 'duration' }, 20] }] }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '1080p': 3, '720p': 2 }, otherwise: 1 } }] } as const;
const sizeWire2 = { field: 'size', as: 'size', separator: '*', values: ['832*480', '480*832'] } as const;
const numInferenceSteps = () => z.int().min(1).max(40).optional();
const sizeWire3 = { field: 'size', as: 'size', separator: '*', values: ['832*480', '480*832', '1280*720', '720*1280'] } as const;
const price30 = { basis: 'exact', unit: 'video', defaults: { duration: 5, size: '832*480' }, lines: [{ label: 'per video, by seconds and size', amount: { lookup: 'duration', table: { '5': { lookup: 'size', table: { '720*1280': 400_000, '1280*720': 400_000 }, otherwise: 300_000 } }, otherwise: { lookup: 'size', table: { '720*1280': 600_000, '1280*720': 600_000 }, otherwise: 450_000 } } }] } as const;
const flowShift = () => z.number().min(1).max(10).optional();
const price31 = { basis: 'exact', unit: 'video', defaults: { duration: 5 }, lines: [{ label: 'per video, by seconds', amount: { lookup: 'duration', table: { '10': 450_000 }, otherwise: 300_000 } }] } as const;
const price32 = { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '480p' }, lines: [{ label: 'per second', amount: { product: [30_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '720p': 2 }, otherwise: 1 } }] } as const;
const price33 = { basis: 'exact', unit: 'second', defaults: { duration: 6 }, lines: [{ label: 'per second', amount: { product: [50_000, { field: 'duration' }] } }] } as const;

/** WaveSpeed's video models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  get 'wavespeed/alibaba/happyhorse-1.0/image-to-video'() { return model({
    name: 'Happyhorse 1.0', endpoint: 'alibaba/happyhorse-1.0/image-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price,
    tier: 'premium', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/happyhorse-1.0/reference-to-video'() { return model({
    name: 'Happyhorse 1.0 Reference To Video', endpoint: 'alibaba/happyhorse-1.0/reference-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: imagesWire, aspectRatio: aspectRatioWire, seconds: durationWire, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price,
    tier: 'premium', capabilities: ['image_to_video', 'multi_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/happyhorse-1.1/image-to-video'() { return model({
    name: 'Happyhorse 1.1', endpoint: 'alibaba/happyhorse-1.1/image-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: price2,
    tier: 'premium', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/happyhorse-1.1/reference-to-video'() { return model({
    name: 'Happyhorse 1.1 Reference To Video', endpoint: 'alibaba/happyhorse-1.1/reference-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: imagesWire, aspectRatio: aspectRatioWire, seconds: durationWire, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: price2,
    tier: 'premium', capabilities: ['image_to_video', 'multi_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.1/i2v-plus-720p'() { return model({
    name: 'Wan 2.1 I2V Plus 720p', endpoint: 'alibaba/wan-2.1/i2v-plus-720p',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire2 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [140_000, { field: 'duration' }] } }] },
    tier: 'premium', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.2/i2v-plus-1080p'() { return model({
    name: 'Wan 2.2 I2V Plus 1080p', endpoint: 'alibaba/wan-2.2/i2v-plus-1080p',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire2 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [160_000, { field: 'duration' }] } }] },
    tier: 'premium', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.2/i2v-plus-480p'() { return model({
    name: 'Wan 2.2 I2V Plus 480p', endpoint: 'alibaba/wan-2.2/i2v-plus-480p',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire2 }, needs: ['image'],
    price: price3,
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.5/image-to-video'() { return model({
    name: 'Wan 2.5', alias: 'wan-2.5-image-to-video', endpoint: 'alibaba/wan-2.5/image-to-video',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', audio: 'audio', seconds: durationWire3, resolution: resolutionWire2 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p' }, lines: [{ label: 'per second', amount: { product: [50_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '720p': 2, '1080p': 3 }, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'audio_sync'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.5/image-to-video-fast'() { return model({
    name: 'Wan 2.5 Fast', endpoint: 'alibaba/wan-2.5/image-to-video-fast',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', audio: 'audio', seconds: durationWire3, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p' }, lines: [{ label: 'per second', amount: { product: [68_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '1080p': 1.5 }, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'audio_sync', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.6/image-to-video'() { return model({
    name: 'Wan 2.6', endpoint: 'alibaba/wan-2.6/image-to-video',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2(), shot_type: shotType() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', audio: 'audio', seconds: durationWire4, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: price4,
    tier: 'mid', capabilities: ['image_to_video', 'audio_sync'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.6/image-to-video-flash'() { return model({
    name: 'Wan 2.6 Flash', endpoint: 'alibaba/wan-2.6/image-to-video-flash',
    options: () => z.strictObject({ enable_audio: enablePromptExpansion(), enable_prompt_expansion: enablePromptExpansion(), seed: seed2(), shot_type: shotType() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', audio: 'audio', seconds: durationWire5, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p', enable_audio: true }, lines: [{ label: 'per second', amount: { product: [25_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '1080p': 1.5 }, otherwise: 1 } }, { label: 'sound', times: { lookup: 'enable_audio', table: { true: 2 }, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'audio_sync', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.6/image-to-video-pro'() { return model({
    name: 'Wan 2.6 Pro', endpoint: 'alibaba/wan-2.6/image-to-video-pro',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2(), shot_type: shotType() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', audio: 'audio', seconds: durationWire4, resolution: resolutionWire3 }, needs: ['prompt', 'image'],
    price: price5,
    tier: 'mid', capabilities: ['image_to_video', 'audio_sync', 'high_res'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.6/image-to-video-spicy'() { return model({
    name: 'Wan 2.6 Spicy', endpoint: 'alibaba/wan-2.6/image-to-video-spicy',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2(), shot_type: shotType() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', audio: 'audio', seconds: durationWire4, resolution: resolutionWire }, needs: ['image'],
    price: price4,
    tier: 'mid', capabilities: ['image_to_video', 'audio_sync'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.6/reference-to-video-flash'() { return model({
    name: 'Wan 2.6 Reference To Video Flash', endpoint: 'alibaba/wan-2.6/reference-to-video-flash',
    options: () => z.strictObject({ enable_audio: enablePromptExpansion(), enable_prompt_expansion: enablePromptExpansion(), seed: seed2(), shot_type: shotType() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', audio: 'audio', seconds: durationWire6, image: { field: 'reference_urls', as: 'list', max: 5 }, aspectRatio: { field: 'size', as: 'size', separator: '*', values: ['1280*720', '720*1280', '1920*1080', '1080*1920'] } }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, size: '1280*720', enable_audio: true }, lines: [{ label: 'per second', amount: { product: [25_000, { sum: [5, { field: 'duration' }] }] } }, { label: 'size', times: { lookup: 'size', table: { '1920*1080': 1.6, '1080*1920': 1.6 }, otherwise: 1 } }, { label: 'sound', times: { lookup: 'enable_audio', table: { true: 2 }, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'multi_image', 'audio_sync', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.7/image-to-video'() { return model({
    name: 'Wan 2.7', endpoint: 'alibaba/wan-2.7/image-to-video',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', audio: 'audio', seconds: durationWire5, lastImage: 'last_image', resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: price4,
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'audio_sync'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.7/image-to-video-pro'() { return model({
    name: 'Wan 2.7 Pro', endpoint: 'alibaba/wan-2.7/image-to-video-pro',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2(), shot_type: shotType() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', audio: 'audio', seconds: durationWire4, resolution: resolutionWire3 }, needs: ['prompt', 'image'],
    price: price5,
    tier: 'mid', capabilities: ['image_to_video', 'audio_sync', 'high_res'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.7/image-to-video-spicy'() { return model({
    name: 'Wan 2.7 Spicy', endpoint: 'alibaba/wan-2.7/image-to-video-spicy',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2(), shot_type: shotType() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', audio: 'audio', seconds: durationWire4, resolution: resolutionWire }, needs: ['image'],
    price: price4,
    tier: 'mid', capabilities: ['image_to_video', 'audio_sync'], seed, deadline, asOf,
  }); },
  get 'wavespeed/alibaba/wan-2.7/reference-to-video'() { return model({
    name: 'Wan 2.7 Reference To Video', endpoint: 'alibaba/wan-2.7/reference-to-video',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), reference_images: referenceImages(), seed: seed2(), videos: referenceImages() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire, seconds: { field: 'duration', as: 'range', min: 2, max: 10 }, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p' }, lines: [{ label: 'per second', amount: { product: [100_000, { sum: [5, { field: 'duration' }] }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '1080p': 1.6 }, otherwise: 1 } }] },
    tier: 'premium', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-2.0-fast/image-to-video'() { return model({
    name: 'Seedance 2.0 Fast', endpoint: 'bytedance/seedance-2.0-fast/image-to-video',
    options: () => z.strictObject({ enable_web_search: enablePromptExpansion(), generate_audio: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire2, seconds: durationWire7, lastImage: 'last_image', resolution: resolutionWire4 }, needs: ['prompt', 'image'],
    price: price6,
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound', 'high_res', 'fast'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-2.0-fast/image-to-video-spicy'() { return model({
    name: 'Seedance 2.0 Fast Spicy', endpoint: 'bytedance/seedance-2.0-fast/image-to-video-spicy',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire2, seconds: durationWire7, lastImage: 'last_image', resolution: resolutionWire4 }, needs: ['image'],
    price: price6,
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound', 'high_res', 'fast'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-2.0-fast/image-to-video-turbo'() { return model({
    name: 'Seedance 2.0 Fast Turbo', endpoint: 'bytedance/seedance-2.0-fast/image-to-video-turbo',
    options: () => z.strictObject({ enable_web_search: enablePromptExpansion(), generate_audio: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire2, seconds: durationWire7, lastImage: 'last_image', resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '1080p': 130_000 }, otherwise: 120_000 }, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-2.0-mini/image-to-video'() { return model({
    name: 'Seedance 2.0 Mini', endpoint: 'bytedance/seedance-2.0-mini/image-to-video',
    options: () => z.strictObject({ enable_web_search: enablePromptExpansion(), generate_audio: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire2, seconds: durationWire7, lastImage: 'last_image', resolution: resolutionWire4 }, needs: ['prompt', 'image'],
    price: price7,
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound', 'high_res'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-2.0-mini/image-to-video-spicy'() { return model({
    name: 'Seedance 2.0 Mini Spicy', endpoint: 'bytedance/seedance-2.0-mini/image-to-video-spicy',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire2, seconds: durationWire7, lastImage: 'last_image', resolution: resolutionWire4 }, needs: ['image'],
    price: price7,
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound', 'high_res'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-2.0-mini/image-to-video-turbo'() { return model({
    name: 'Seedance 2.0 Mini Turbo', endpoint: 'bytedance/seedance-2.0-mini/image-to-video-turbo',
    options: () => z.strictObject({ enable_web_search: enablePromptExpansion(), generate_audio: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire2, seconds: durationWire7, lastImage: 'last_image', resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '1080p': 75_000 }, otherwise: 70_000 }, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-2.0/image-to-video'() { return model({
    name: 'Seedance 2.0', endpoint: 'bytedance/seedance-2.0/image-to-video',
    options: () => z.strictObject({ enable_web_search: enablePromptExpansion(), generate_audio: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire2, seconds: durationWire7, lastImage: 'last_image', resolution: resolutionWire4 }, needs: ['prompt', 'image'],
    price: price8,
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound', 'high_res'], maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-2.0/image-to-video-spicy'() { return model({
    name: 'Seedance 2.0 Spicy', endpoint: 'bytedance/seedance-2.0/image-to-video-spicy',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire2, seconds: durationWire7, lastImage: 'last_image', resolution: resolutionWire4 }, needs: ['image'],
    price: price8,
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound', 'high_res'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-2.0/image-to-video-turbo'() { return model({
    name: 'Seedance 2.0 Turbo', endpoint: 'bytedance/seedance-2.0/image-to-video-turbo',
    options: () => z.strictObject({ enable_web_search: enablePromptExpansion(), generate_audio: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire2, seconds: durationWire7, lastImage: 'last_image', resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '1080p': 150_000 }, otherwise: 140_000 }, { field: 'duration' }] } }] },
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1-lite-i2v-1080p'() { return model({
    name: 'Seedance 1 Lite I2V 1080p', endpoint: 'bytedance/seedance-v1-lite-i2v-1080p',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: promptWire, image: 'image', aspectRatio: aspectRatioWire3, seconds: durationWire8, lastImage: 'last_image' }, needs: ['image'],
    price: price9,
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1-lite-i2v-480p'() { return model({
    name: 'Seedance 1 Lite 480p', alias: 'seedance-v1-lite-i2v-480p', endpoint: 'bytedance/seedance-v1-lite-i2v-480p',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire3, seconds: durationWire8, lastImage: 'last_image' }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [16_000, { field: 'duration' }] } }] },
    tier: 'budget', capabilities: ['image_to_video', 'last_image', 'aspect_ratio'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1-lite-i2v-720p'() { return model({
    name: 'Seedance 1 Lite I2V 720p', endpoint: 'bytedance/seedance-v1-lite-i2v-720p',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire3, seconds: durationWire8, lastImage: 'last_image' }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [32_000, { field: 'duration' }] } }] },
    tier: 'budget', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1-lite/reference-to-video'() { return model({
    name: 'Seedance 1 Lite Reference To Video', endpoint: 'bytedance/seedance-v1-lite/reference-to-video',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: { field: 'reference_images', as: 'list', max: 4 }, seconds: { field: 'duration', as: 'range', min: 2, max: 12 } }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [36_000, { field: 'duration' }] } }] },
    tier: 'budget', capabilities: ['image_to_video', 'multi_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1-pro-fast/image-to-video'() { return model({
    name: 'Seedance 1 Pro Fast', endpoint: 'bytedance/seedance-v1-pro-fast/image-to-video',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire3, seconds: durationWire8, resolution: resolutionWire2 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '480p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { lookup: 'resolution', table: { '480p': { product: [12_000, { field: 'duration' }] }, '720p': { product: [24_000, { field: 'duration' }] } }, otherwise: { product: [48_000, { field: 'duration' }] } } }] },
    tier: 'budget', capabilities: ['image_to_video', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1-pro-i2v-1080p'() { return model({
    name: 'Seedance 1 Pro I2V 1080p', endpoint: 'bytedance/seedance-v1-pro-i2v-1080p',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire3, seconds: durationWire8, lastImage: 'last_image' }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [120_000, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1-pro-i2v-480p'() { return model({
    name: 'Seedance 1 Pro I2V 480p', endpoint: 'bytedance/seedance-v1-pro-i2v-480p',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire3, seconds: durationWire8, lastImage: 'last_image' }, needs: ['image', 'seconds'],
    price: price10,
    tier: 'budget', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1-pro-i2v-720p'() { return model({
    name: 'Seedance 1 Pro I2V 720p', endpoint: 'bytedance/seedance-v1-pro-i2v-720p',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire3, seconds: durationWire8, lastImage: 'last_image' }, needs: ['image', 'seconds'],
    price: price11,
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1.5-pro/image-to-video'() { return model({
    name: 'Seedance 1.5 Pro', endpoint: 'bytedance/seedance-v1.5-pro/image-to-video',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire3, seconds: durationWire9, lastImage: 'last_image', resolution: resolutionWire2 }, needs: ['prompt', 'image'],
    price: price12,
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1.5-pro/image-to-video-fast'() { return model({
    name: 'Seedance 1.5 Pro Fast', endpoint: 'bytedance/seedance-v1.5-pro/image-to-video-fast',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire3, seconds: durationWire9, lastImage: 'last_image', resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p', generate_audio: true }, lines: [{ label: 'per second', amount: { product: [40_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '720p': 1 }, otherwise: 1.5 } }, { label: 'sound', times: { lookup: 'generate_audio', table: { true: 1 }, otherwise: 0.5 } }] },
    tier: 'budget', capabilities: ['image_to_video', 'last_image', 'sound', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/seedance-v1.5-pro/image-to-video-spicy'() { return model({
    name: 'Seedance 1.5 Pro Spicy', endpoint: 'bytedance/seedance-v1.5-pro/image-to-video-spicy',
    options: () => z.strictObject({ camera_fixed: enablePromptExpansion(), generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire3, seconds: durationWire9, lastImage: 'last_image', resolution: resolutionWire2 }, needs: ['image'],
    price: price12,
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound'], seed, deadline, asOf,
  }); },
  get 'wavespeed/bytedance/waver-1.0'() { return model({
    name: 'Waver 1.0', endpoint: 'bytedance/waver-1.0',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(300_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/character-ai/ovi/image-to-video'() { return model({
    name: 'Ovi', endpoint: 'character-ai/ovi/image-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(150_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/google/veo2/image-to-video'() { return model({
    name: 'Veo2', endpoint: 'google/veo2/image-to-video',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire4, seconds: { field: 'duration', as: 'nearest', values: [5, 6, 7, 8] }, resolution: { field: 'resolution', as: 'resolution', values: { '720p': 720 } } }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [440_000, { field: 'duration' }] } }] },
    tier: 'premium', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/google/veo3-fast/image-to-video'() { return model({
    name: 'Veo3 Fast', endpoint: 'google/veo3-fast/image-to-video',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire4, seconds: durationWire10, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: price13,
    tier: 'premium', capabilities: ['image_to_video', 'sound', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/google/veo3.1-fast/image-to-video'() { return model({
    name: 'Veo3.1 Fast', endpoint: 'google/veo3.1-fast/image-to-video',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire4, seconds: durationWire10, lastImage: 'last_image', resolution: resolutionWire5 }, needs: ['prompt', 'image'],
    price: price13,
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound', 'high_res', 'fast'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/google/veo3.1-fast/reference-to-video'() { return model({
    name: 'Veo3.1 Fast Reference To Video', endpoint: 'google/veo3.1-fast/reference-to-video',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: imagesWire2, aspectRatio: aspectRatioWire4, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'video', defaults: { generate_audio: false, resolution: '720p' }, lines: [{ label: 'per video, by sound and resolution', amount: { product: [8, { lookup: 'generate_audio', table: { true: { lookup: 'resolution', table: { '1080p': 120_000 }, otherwise: 100_000 } }, otherwise: { lookup: 'resolution', table: { '1080p': 100_000 }, otherwise: 80_000 } }] } }] },
    tier: 'premium', capabilities: ['image_to_video', 'multi_image', 'sound', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/google/veo3.1-lite/image-to-video'() { return model({
    name: 'Veo3.1 Lite', endpoint: 'google/veo3.1-lite/image-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire4, seconds: { field: 'duration', as: 'nearest', values: [8, 6, 4] }, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 8 }, lines: [{ label: 'per second', amount: { product: [300_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '1080p': { quotient: [4, 15] } }, otherwise: { quotient: [1, 6] } } }] },
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/google/veo3.1-lite/start-end-to-video'() { return model({
    name: 'Veo3.1 Lite Start End To Video', endpoint: 'google/veo3.1-lite/start-end-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire4, lastImage: 'last_image', resolution: resolutionWire }, needs: ['prompt', 'image', 'lastImage'],
    price: { basis: 'exact', unit: 'video', defaults: { resolution: '720p' }, lines: [{ label: 'per video, by resolution', amount: { lookup: 'resolution', table: { '1080p': 640_000 }, otherwise: 400_000 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/google/veo3.1/image-to-video'() { return model({
    name: 'Veo3.1', endpoint: 'google/veo3.1/image-to-video',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire4, seconds: durationWire10, lastImage: 'last_image', resolution: resolutionWire5 }, needs: ['prompt', 'image'],
    price: price14,
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound', 'high_res'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/google/veo3.1/reference-to-video'() { return model({
    name: 'Veo3.1 Reference To Video', endpoint: 'google/veo3.1/reference-to-video',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: imagesWire2, resolution: resolutionWire5 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'video', defaults: { generate_audio: true }, lines: [{ label: 'per video, by sound', amount: { lookup: 'generate_audio', table: { true: 3_200_000 }, otherwise: 1_600_000 } }] },
    tier: 'premium', capabilities: ['image_to_video', 'multi_image', 'sound', 'high_res'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/google/veo3/image-to-video'() { return model({
    name: 'Veo3', endpoint: 'google/veo3/image-to-video',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire4, seconds: durationWire10, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: price14,
    tier: 'premium', capabilities: ['image_to_video', 'sound'], seed, deadline, asOf,
  }); },
  get 'wavespeed/higgsfield/dop/image-to-video'() { return model({
    name: 'Higgsfield Dop', endpoint: 'higgsfield/dop/image-to-video',
    options: () => z.strictObject({ motions: z.array(z.strictObject({ motion: z.string(), strength: z.number().min(0).max(1) })).min(1).max(2), options: z.enum(['dop-lite', 'dop-turbo', 'dop-preview']).optional() }),
    wire: { prompt: 'prompt', image: 'image', lastImage: 'end_image' }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'video', defaults: { options: 'dop-turbo' }, lines: [{ label: 'per video, by options', amount: { lookup: 'options', table: { 'dop-turbo': 406_000, 'dop-preview': 563_000 }, otherwise: 125_000 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-effects'() { return model({
    name: 'Kling Effects', endpoint: 'kwaivgi/kling-effects',
    options: () => z.strictObject({ effect_scene: z.enum(['firework_2026', 'glamour_photo_shoot', 'box_of_joy', 'first_toast_of_the_year', 'my_santa_pic', 'santa_gift', 'steampunk_christmas', 'snowglobe', 'ornament_crash', 'santa_express', 'instant_christmas', 'particle_santa_surround', 'coronation_of_frost', 'building_sweater', 'spark_in_the_snow', 'scarlet_and_snow', 'cozy_toon_wrap', 'bullet_time_lite', 'magic_cloak', 'balloon_parade', 'jumping_ginger_joy', 'bullet_time', 'c4d_cartoon_pro', 'pure_white_wings', 'black_wings', 'golden_wing', 'pink_pink_wings', 'venomous_spider', 'throne_of_king', 'luminous_elf', 'woodland_elf', 'japanese_anime_1', 'american_comics', 'guardian_spirit', 'swish_swish', 'snowboarding', 'witch_transform', 'vampire_transform', 'pumpkin_head_transform', 'demon_transform', 'mummy_transform', 'zombie_transform', 'cute_pumpkin_transform', 'cute_ghost_transform', 'knock_knock_halloween', 'halloween_escape', 'baseball', 'inner_voice', 'a_list_look', 'memory_alive', 'trampoline', 'trampoline_night', 'pucker_up', 'guess_what', 'feed_mooncake', 'rampage_ape', 'flyer', 'dishwasher', 'pet_chinese_opera', 'gallery_ring', 'muscle_pet', 'squeeze_scream', 'running_man', 'disappear', 'mythic_style', 'steampunk', '3d_cartoon_2', 'eagle_snatch', 'hug_from_past', 'firework', 'emoji', "let's_ride", 'snatched', 'magic_broom', 'felt_felt', 'jumpdrop', 'surfsurf', 'fairy_wing', 'angel_wing', 'dark_wing', 'skateskate', 'plushcut', 'jelly_press', 'jelly_slice', 'jelly_squish', 'jelly_jiggle', 'pixelpixel', 'yearbook', 'instant_film', 'anime_figure', 'rocketrocket', 'bloombloom', 'dizzydizzy', 'fuzzyfuzzy', 'squish', 'expansion', 'santa_gifts', 'santa_hug', 'heart_gesture_1', 'pet_wizard', 'smoke_smoke', 'pet_chef', 'pet_delivery', 'instant_kid', 'dollar_rain', 'cry_cry', 'building_collapse', 'gun_shot', 'mushroom', 'double_gun', 'pet_warrior', 'lightning_power', 'jesus_hug', 'magic_fireball', 'shark_alert', 'long_hair', 'lie_flat', 'polar_bear_hug', 'brown_bear_hug', 'jazz_jazz', 'office_escape_plow', 'fly_fly', 'watermelon_bomb', 'pet_dance', 'boss_coming', 'wool_curly', 'pet_moto_rider', 'pet_bee', 'marry_me', 'swing_swing', 'day_to_night', 'piggy_morph', 'wig_out', 'car_explosion', 'ski_ski', 'siblings', 'construction_worker', 'media_interview', 'daily_ootd', 'studio_look', 'french_elegance', 'switch_to_silk', 'palm_sized_figure_pro', 'korean_baseball', 'f1_live', 'football_live', 'tennis_trend', 'red_card_sent_off', 'air_dunk', 'pet_skateboard', 'martial_meow', 'magic_world_vlog', 'spielberg_transition', 'landmark_reveal', 'bullet_time_360', 'flash_ride', 'magic_carpet_ride', 'return_of_the_king', 'dance_with_dragon', 'bloodline_dance', 'sassy_shake', 'twist_shake', 'get_rich_quick', 'make_it_rain', 'skyfall', 'surprise_bouquet', 'happy_birthday']) }),
    wire: { image: 'image' }, needs: ['image'],
    price: { basis: 'exact', unit: 'video', defaults: { effect_scene: 'daily_ootd' }, lines: [{ label: 'per video, by effect scene', amount: { lookup: 'effect_scene', table: { french_elegance: 1_260_000, get_rich_quick: 1_190_000, studio_look: 1_120_000, korean_baseball: 1_120_000, red_card_sent_off: 1_120_000, martial_meow: 1_120_000, skyfall: 1_078_000, magic_world_vlog: 1_050_000, bullet_time: 980_000 }, otherwise: 840_000 } }] },
    tier: 'premium', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v1.6-i2v-pro'() { return model({
    name: 'Kling 1.6 I2V Pro', endpoint: 'kwaivgi/kling-v1.6-i2v-pro',
    options: () => z.strictObject({ guidance_scale: guidanceScale() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6, lastImage: 'end_image' }, needs: ['prompt', 'image'],
    price: price9,
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v1.6-i2v-standard'() { return model({
    name: 'Kling 1.6 I2V Standard', endpoint: 'kwaivgi/kling-v1.6-i2v-standard',
    options: () => z.strictObject({ guidance_scale: guidanceScale() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6 }, needs: ['prompt', 'image'],
    price: price15,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v1.6-multi-i2v-pro'() { return model({
    name: 'Kling 1.6 Multi I2V Pro', endpoint: 'kwaivgi/kling-v1.6-multi-i2v-pro',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: imagesWire3, aspectRatio: aspectRatioWire5, seconds: durationWire6 }, needs: ['prompt', 'image'],
    price: price9,
    tier: 'mid', capabilities: ['image_to_video', 'multi_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v1.6-multi-i2v-standard'() { return model({
    name: 'Kling 1.6 Multi I2V Standard', endpoint: 'kwaivgi/kling-v1.6-multi-i2v-standard',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: imagesWire3, aspectRatio: aspectRatioWire5, seconds: durationWire6 }, needs: ['prompt', 'image'],
    price: price15,
    tier: 'mid', capabilities: ['image_to_video', 'multi_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v2.0-i2v-master'() { return model({
    name: 'Kling 2.0 I2V Master', endpoint: 'kwaivgi/kling-v2.0-i2v-master',
    options: () => z.strictObject({ guidance_scale: guidanceScale() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6, lastImage: 'end_image' }, needs: ['prompt', 'image'],
    price: price16,
    tier: 'premium', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v2.1-i2v-master'() { return model({
    name: 'Kling 2.1 I2V Master', endpoint: 'kwaivgi/kling-v2.1-i2v-master',
    options: () => z.strictObject({ guidance_scale: guidanceScale() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6 }, needs: ['prompt', 'image'],
    price: price16,
    tier: 'premium', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v2.1-i2v-pro'() { return model({
    name: 'Kling 2.1 I2V Pro', endpoint: 'kwaivgi/kling-v2.1-i2v-pro',
    options: () => z.strictObject({ guidance_scale: guidanceScale() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6 }, needs: ['prompt', 'image'],
    price: price9,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v2.1-i2v-pro/start-end-frame'() { return model({
    name: 'Kling 2.1 I2V Pro Start End Frame', endpoint: 'kwaivgi/kling-v2.1-i2v-pro/start-end-frame',
    options: () => z.strictObject({ guidance_scale: guidanceScale() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6, lastImage: 'end_image' }, needs: ['prompt', 'image', 'lastImage'],
    price: price9,
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v2.1-i2v-standard'() { return model({
    name: 'Kling 2.1 I2V Standard', endpoint: 'kwaivgi/kling-v2.1-i2v-standard',
    options: () => z.strictObject({ guidance_scale: guidanceScale() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6 }, needs: ['prompt', 'image'],
    price: price15,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v2.5-turbo-pro/image-to-video'() { return model({
    name: 'Kling 2.5 Turbo Pro', alias: 'kling-v2.5-turbo-pro', endpoint: 'kwaivgi/kling-v2.5-turbo-pro/image-to-video',
    options: () => z.strictObject({ guidance_scale: guidanceScale() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6, lastImage: 'last_image' }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [70_000, { field: 'duration' }] } }] },
    tier: 'premium', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v2.5-turbo-std/image-to-video'() { return model({
    name: 'Kling 2.5 Turbo Standard', alias: 'kling-v2.5-turbo-std', endpoint: 'kwaivgi/kling-v2.5-turbo-std/image-to-video',
    options: () => z.strictObject({ guidance_scale: guidanceScale() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6 }, needs: ['prompt', 'image'],
    price: price17,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v2.6-pro/image-to-video'() { return model({
    name: 'Kling 2.6 Pro', endpoint: 'kwaivgi/kling-v2.6-pro/image-to-video',
    options: () => z.strictObject({ cfg_scale: guidanceScale(), sound: enablePromptExpansion(), voice_list: z.array(z.strictObject({ voice_id: z.string() })).max(2).optional() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6, lastImage: 'end_image' }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [70_000, { field: 'duration' }] } }, { label: 'sound', times: { lookup: 'sound', table: { true: 2 }, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v2.6-std/image-to-video'() { return model({
    name: 'Kling 2.6 Std', endpoint: 'kwaivgi/kling-v2.6-std/image-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire6 }, needs: ['prompt', 'image'],
    price: price17,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v3-turbo-pro/image-to-video'() { return model({
    name: 'Kling 3 Turbo Pro', endpoint: 'kwaivgi/kling-v3-turbo-pro/image-to-video',
    options: () => z.strictObject({ multi_prompt: multiPrompt() }),
    wire: { prompt: promptWire2, image: 'image', seconds: durationWire11 }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: '5' }, unless: { when: { not: { any: [{ all: [{ present: 'multi_prompt' }, { not: { atLeast: [0, { count: 'multi_prompt' }] } }, { numeric: 'multi_prompt.duration' }] }, { not: { all: [{ present: 'multi_prompt' }, { not: { atLeast: [0, { count: 'multi_prompt' }] } }] } }] } }, otherwise: 140_000 }, lines: [{ label: 'per second, by multi prompt', amount: { product: [140_000, { when: { all: [{ present: 'multi_prompt' }, { not: { atLeast: [0, { count: 'multi_prompt' }] } }] }, then: { total: 'multi_prompt.duration' }, otherwise: { field: 'duration' } }] } }] },
    tier: 'premium', capabilities: ['image_to_video', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v3-turbo-std/image-to-video'() { return model({
    name: 'Kling 3 Turbo Std', endpoint: 'kwaivgi/kling-v3-turbo-std/image-to-video',
    options: () => z.strictObject({ multi_prompt: multiPrompt() }),
    wire: { prompt: promptWire2, image: 'image', seconds: durationWire11 }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: '5' }, unless: { when: { not: { any: [{ all: [{ present: 'multi_prompt' }, { not: { atLeast: [0, { count: 'multi_prompt' }] } }, { numeric: 'multi_prompt.duration' }] }, { not: { all: [{ present: 'multi_prompt' }, { not: { atLeast: [0, { count: 'multi_prompt' }] } }] } }] } }, otherwise: 112_000 }, lines: [{ label: 'per second, by multi prompt', amount: { product: [112_000, { when: { all: [{ present: 'multi_prompt' }, { not: { atLeast: [0, { count: 'multi_prompt' }] } }] }, then: { total: 'multi_prompt.duration' }, otherwise: { field: 'duration' } }] } }] },
    tier: 'mid', capabilities: ['image_to_video', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v3.0-4k/image-to-video'() { return model({
    name: 'Kling 3.0 4K', endpoint: 'kwaivgi/kling-v3.0-4k/image-to-video',
    options: () => z.strictObject({ cfg_scale: guidanceScale(), element_list: elementList(), multi_prompt: multiPrompt2(), shot_type: shotType2(), sound: enablePromptExpansion() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire12, lastImage: 'end_image' }, needs: ['image'],
    price: price18,
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v3.0-pro/image-to-video'() { return model({
    name: 'Kling 3.0 Pro', endpoint: 'kwaivgi/kling-v3.0-pro/image-to-video',
    options: () => z.strictObject({ cfg_scale: guidanceScale(), element_list: elementList(), multi_prompt: multiPrompt2(), shot_type: shotType2(), sound: enablePromptExpansion() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire12, lastImage: 'end_image' }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [112_000, { field: 'duration' }] } }, { label: 'sound', times: { lookup: 'sound', table: { true: 1.5 }, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-v3.0-std/image-to-video'() { return model({
    name: 'Kling 3.0 Std', endpoint: 'kwaivgi/kling-v3.0-std/image-to-video',
    options: () => z.strictObject({ cfg_scale: guidanceScale(), element_list: elementList(), multi_prompt: multiPrompt2(), shot_type: shotType2(), sound: enablePromptExpansion() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire12, lastImage: 'end_image' }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [84_000, { field: 'duration' }] } }, { label: 'sound', times: { lookup: 'sound', table: { true: 1.5 }, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-video-o1-std/image-to-video'() { return model({
    name: 'Kling Video O1 Std', endpoint: 'kwaivgi/kling-video-o1-std/image-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire3, lastImage: 'last_image' }, needs: ['prompt', 'image'],
    checks,
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [84_000, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-video-o1-std/reference-to-video'() { return model({
    name: 'Kling Video O1 Std Reference To Video', endpoint: 'kwaivgi/kling-video-o1-std/reference-to-video',
    options: () => z.strictObject({ keep_original_sound: enablePromptExpansion(), video: video() }),
    wire: { prompt: 'prompt', image: { field: 'images', as: 'list', max: 10 }, seconds: durationWire3 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second, by video', amount: { product: [{ lookup: 'video', table: { '': 84_000 }, otherwise: 126_000 }, { field: 'duration' }] } }] },
    tier: 'premium', capabilities: ['image_to_video', 'multi_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-video-o1/image-to-video'() { return model({
    name: 'Kling Video O1', endpoint: 'kwaivgi/kling-video-o1/image-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire3, lastImage: 'last_image' }, needs: ['prompt', 'image'],
    checks,
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [112_000, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-video-o1/reference-to-video'() { return model({
    name: 'Kling Video O1 Reference To Video', endpoint: 'kwaivgi/kling-video-o1/reference-to-video',
    options: () => z.strictObject({ keep_original_sound: enablePromptExpansion(), video: video() }),
    wire: { prompt: 'prompt', image: imagesWire4, aspectRatio: aspectRatioWire6, seconds: durationWire3 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [112_000, { field: 'duration' }] } }, { label: 'video', times: { when: { all: [{ present: 'video' }, { not: { field: 'video', is: '' } }] }, then: 1.5, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'multi_image'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-video-o3-4k/image-to-video'() { return model({
    name: 'Kling Video O3 4K', endpoint: 'kwaivgi/kling-video-o3-4k/image-to-video',
    options: () => z.strictObject({ element_list: elementList(), multi_prompt: multiPrompt2(), shot_type: shotType2(), sound: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire12, lastImage: 'end_image' }, needs: ['image'],
    price: price18,
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-video-o3-4k/reference-to-video'() { return model({
    name: 'Kling Video O3 4K Reference To Video', endpoint: 'kwaivgi/kling-video-o3-4k/reference-to-video',
    options: () => z.strictObject({ element_list: elementList(), multi_prompt: multiPrompt2(), shot_type: shotType2(), sound: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: imagesWire4, aspectRatio: aspectRatioWire6, seconds: durationWire12 }, needs: ['image'],
    price: price18,
    tier: 'premium', capabilities: ['image_to_video', 'multi_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-video-o3-pro/image-to-video'() { return model({
    name: 'Kling Video O3 Pro', endpoint: 'kwaivgi/kling-video-o3-pro/image-to-video',
    options: () => z.strictObject({ element_list: elementList(), multi_prompt: multiPrompt2(), shot_type: shotType2(), sound: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire12, lastImage: 'end_image' }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, sound: false }, lines: [{ label: 'per second', amount: { product: [112_000, { field: 'duration' }] } }, { label: 'sound', times: { lookup: 'sound', table: { true: 1.25 }, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-video-o3-pro/reference-to-video'() { return model({
    name: 'Kling Video O3 Pro Reference To Video', endpoint: 'kwaivgi/kling-video-o3-pro/reference-to-video',
    options: () => z.strictObject({ element_list: elementList(), keep_original_sound: enablePromptExpansion(), multi_prompt: multiPrompt2(), shot_type: shotType2(), sound: enablePromptExpansion(), video: video() }),
    wire: { prompt: 'prompt', image: imagesWire4, aspectRatio: aspectRatioWire6, seconds: durationWire12 }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, sound: false }, lines: [{ label: 'per second', amount: { product: [112_000, { field: 'duration' }] } }, { label: 'video, sound', times: { when: { all: [{ present: 'video' }, { not: { field: 'video', is: '' } }] }, then: 1.5, otherwise: { lookup: 'sound', table: { true: 1.2 }, otherwise: 1 } } }] },
    tier: 'mid', capabilities: ['image_to_video', 'multi_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-video-o3-std/image-to-video'() { return model({
    name: 'Kling Video O3 Std', endpoint: 'kwaivgi/kling-video-o3-std/image-to-video',
    options: () => z.strictObject({ multi_prompt: multiPrompt2(), shot_type: shotType2(), sound: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire12, lastImage: 'end_image' }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, sound: false }, lines: [{ label: 'per second', amount: { product: [84_000, { field: 'duration' }] } }, { label: 'sound', times: { lookup: 'sound', table: { true: { quotient: [4, 3] } }, otherwise: 1 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/kwaivgi/kling-video-o3-std/reference-to-video'() { return model({
    name: 'Kling Video O3 Std Reference To Video', endpoint: 'kwaivgi/kling-video-o3-std/reference-to-video',
    options: () => z.strictObject({ keep_original_sound: enablePromptExpansion(), multi_prompt: multiPrompt2(), shot_type: shotType2(), sound: enablePromptExpansion(), video: video() }),
    wire: { prompt: 'prompt', image: imagesWire4, aspectRatio: aspectRatioWire6, seconds: durationWire12 }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, sound: false }, lines: [{ label: 'per second', amount: { product: [84_000, { field: 'duration' }] } }, { label: 'video, sound', times: { when: { all: [{ present: 'video' }, { not: { field: 'video', is: '' } }] }, then: 1.5, otherwise: { lookup: 'sound', table: { true: { quotient: [4, 3] } }, otherwise: 1 } } }] },
    tier: 'mid', capabilities: ['image_to_video', 'multi_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/leonardoai/motion-2.0'() { return model({
    name: 'Leonardo Motion 2.0', endpoint: 'leonardoai/motion-2.0',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire4 }, needs: ['prompt', 'image'],
    price: flatPrice(300_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/lightricks/ltx-2-fast/image-to-video'() { return model({
    name: 'LTX 2 Fast', endpoint: 'lightricks/ltx-2-fast/image-to-video',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion() }),
    wire: { prompt: promptWire3, image: 'image', seconds: { field: 'duration', as: 'nearest', values: [6, 8, 10, 12, 14, 16, 18, 20] } }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 6 }, lines: [{ label: 'per second', amount: { product: [40_000, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video', 'sound', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/lightricks/ltx-2-pro/image-to-video'() { return model({
    name: 'LTX 2 Pro', endpoint: 'lightricks/ltx-2-pro/image-to-video',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion() }),
    wire: { prompt: promptWire3, image: 'image', seconds: { field: 'duration', as: 'nearest', values: [6, 8, 10] } }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 6 }, lines: [{ label: 'per second', amount: { product: [60_000, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/luma/ray-1.6-i2v'() { return model({
    name: 'Luma Ray 1.6 I2V', endpoint: 'luma/ray-1.6-i2v',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: { field: 'duration', as: 'nearest', values: [10] }, aspectRatio: sizeWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 10 }, lines: [{ label: 'per second', amount: { product: [40_000, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/luma/ray-2-flash-i2v'() { return model({
    name: 'Luma Ray 2 Flash I2V', endpoint: 'luma/ray-2-flash-i2v',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire6, aspectRatio: sizeWire }, needs: ['prompt', 'image'],
    price: price3,
    tier: 'budget', capabilities: ['image_to_video', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/luma/ray-2-i2v'() { return model({
    name: 'Luma Ray 2 I2V', endpoint: 'luma/ray-2-i2v',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire6, aspectRatio: sizeWire }, needs: ['prompt', 'image'],
    price: price19,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/luma/ray-3.2/image-to-video'() { return model({
    name: 'Luma Ray 3.2', endpoint: 'luma/ray-3.2/image-to-video',
    options: () => z.strictObject({ reference: z.array(mediaAddress).optional() }),
    wire: { prompt: promptWire3, image: 'image', seconds: { field: 'duration', as: 'nearest', values: ['5s'] }, lastImage: 'last_image', resolution: resolutionWire6, aspectRatio: { field: 'size', as: 'aspect', values: ['16:9', '9:16', '1:1', '4:3', '3:4'] } }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'video', defaults: { resolution: '540p' }, lines: [{ label: 'per video, by resolution', amount: { lookup: 'resolution', table: { '1080p': 2_000_000, '720p': 1_000_000 }, otherwise: 500_000 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/midjourney/image-to-video'() { return model({
    name: 'Midjourney', endpoint: 'midjourney/image-to-video',
    options: () => z.strictObject({ motion: z.enum(['low', 'high']).optional() }),
    wire: { prompt: 'prompt', image: 'image', resolution: resolutionWire7 }, needs: ['image'],
    price: { basis: 'exact', unit: 'video', defaults: { resolution: '480p' }, lines: [{ label: 'per video, by resolution', amount: { lookup: 'resolution', table: { '720p': 1_100_000 }, otherwise: 350_000 } }] },
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/hailuo-02/fast'() { return model({
    name: 'MiniMax Hailuo 02 Fast', endpoint: 'minimax/hailuo-02/fast',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), go_fast: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image', seconds: durationWire13 }, needs: ['image'],
    price: { basis: 'exact', unit: 'video', defaults: { duration: 6 }, lines: [{ label: 'per video, by seconds', amount: { lookup: 'duration', table: { '10': 150_000 }, otherwise: 100_000 } }] },
    tier: 'budget', capabilities: ['image_to_video', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/hailuo-02/i2v-pro'() { return model({
    name: 'MiniMax Hailuo 02 I2V Pro', endpoint: 'minimax/hailuo-02/i2v-pro',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image', lastImage: 'end_image' }, needs: ['image'],
    price: flatPrice(490_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/hailuo-02/i2v-standard'() { return model({
    name: 'MiniMax Hailuo 02 I2V Standard', endpoint: 'minimax/hailuo-02/i2v-standard',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image', seconds: durationWire13, lastImage: 'end_image' }, needs: ['image'],
    price: price20,
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/hailuo-02/pro'() { return model({
    name: 'MiniMax Hailuo 02 Pro', endpoint: 'minimax/hailuo-02/pro',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image', seconds: durationWire14, lastImage: 'end_image' }, needs: ['prompt', 'image'],
    price: flatPrice(480_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/hailuo-02/standard'() { return model({
    name: 'MiniMax Hailuo 02 Standard', endpoint: 'minimax/hailuo-02/standard',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image', seconds: durationWire13, lastImage: 'end_image' }, needs: ['prompt', 'image'],
    price: price20,
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/hailuo-2.3/fast'() { return model({
    name: 'MiniMax Hailuo 2.3 Fast', endpoint: 'minimax/hailuo-2.3/fast',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), go_fast: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image', seconds: durationWire13 }, needs: ['image'],
    price: { basis: 'exact', unit: 'video', defaults: { duration: 6 }, lines: [{ label: 'per video, by seconds', amount: { lookup: 'duration', table: { '10': 320_000 }, otherwise: 190_000 } }] },
    tier: 'budget', capabilities: ['image_to_video', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/hailuo-2.3/fast-pro'() { return model({
    name: 'MiniMax Hailuo 2.3 Fast Pro', endpoint: 'minimax/hailuo-2.3/fast-pro',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion(), go_fast: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image', seconds: durationWire14 }, needs: ['image'],
    price: flatPrice(330_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/hailuo-2.3/i2v-pro'() { return model({
    name: 'MiniMax Hailuo 2.3 I2V Pro', endpoint: 'minimax/hailuo-2.3/i2v-pro',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image' }, needs: ['image'],
    price: flatPrice(490_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/hailuo-2.3/i2v-standard'() { return model({
    name: 'MiniMax Hailuo 2.3 I2V Standard', endpoint: 'minimax/hailuo-2.3/i2v-standard',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image', seconds: durationWire13 }, needs: ['image'],
    price: { basis: 'exact', unit: 'video', defaults: { duration: 6 }, lines: [{ label: 'per video, by seconds', amount: { lookup: 'duration', table: { '10': 560_000 }, otherwise: 280_000 } }] },
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/video-01'() { return model({
    name: 'MiniMax Video 01', endpoint: 'minimax/video-01',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(500_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/minimax/video-02'() { return model({
    name: 'MiniMax Video 02', endpoint: 'minimax/video-02',
    options: () => z.strictObject({ enable_prompt_expansion: enablePromptExpansion() }),
    wire: { prompt: promptWire, image: 'image', seconds: durationWire14, resolution: { field: 'resolution', as: 'resolution', values: { '768p': 768, '1080p': 1080 } } }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'video', defaults: { resolution: '768p' }, lines: [{ label: 'per video, by resolution', amount: { lookup: 'resolution', table: { '1080p': 440_000 }, otherwise: 250_000 } }] },
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/nvidia/cosmos-3-super/image-to-video'() { return model({
    name: 'NVIDIA Cosmos 3 Super', endpoint: 'nvidia/cosmos-3-super/image-to-video',
    options: () => z.strictObject({ guidance_scale: guidanceScale2(), num_inference_steps: z.int().min(1).max(50).optional() }),
    wire: { prompt: promptWire4, negativePrompt: 'negative_prompt', image: 'image', seconds: { field: 'duration', as: 'nearest', values: ['1', '2', '3', '4', '5', '6', '7'] }, aspectRatio: { field: 'size', as: 'aspect', values: ['16:9', '4:3', '1:1', '3:4', '9:16'] } }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: '7' }, lines: [{ label: 'per second', amount: { product: [50_000, { max: [1, { min: [{ when: { not: { atLeast: [0, { field: 'duration' }] } }, then: { ceil: { field: 'duration' } }, otherwise: 7 }, 7] }] }] } }] },
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/openai/sora-2-pro/image-to-video'() { return model({
    name: 'Sora 2 Pro', endpoint: 'openai/sora-2-pro/image-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire15, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 4, resolution: '720p' }, lines: [{ label: 'per second', amount: { product: [300_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '1080p': { quotient: [5, 3] } }, otherwise: 1 } }] },
    tier: 'premium', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/openai/sora-2/image-to-video'() { return model({
    name: 'Sora 2', endpoint: 'openai/sora-2/image-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire15 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 4 }, lines: [{ label: 'per second', amount: { product: [100_000, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/openai/sora-2/image-to-video-pro'() { return model({
    name: 'Sora 2 Pro', endpoint: 'openai/sora-2/image-to-video-pro',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire15, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 4, resolution: '720p' }, lines: [{ label: 'per second', amount: { product: [300_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '1080p': 1.6666666667 }, otherwise: 1 } }] },
    tier: 'premium', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/pika/v2.0-turbo-i2v'() { return model({
    name: 'Pika 2.0 Turbo I2V', endpoint: 'pika/v2.0-turbo-i2v',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire6, aspectRatio: sizeWire }, needs: ['prompt', 'image'],
    price: price3,
    tier: 'budget', capabilities: ['image_to_video', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/pika/v2.1-i2v'() { return model({
    name: 'Pika 2.1 I2V', endpoint: 'pika/v2.1-i2v',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire6, aspectRatio: sizeWire }, needs: ['prompt', 'image'],
    price: price3,
    tier: 'budget', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/pika/v2.2-i2v'() { return model({
    name: 'Pika 2.2 I2V', endpoint: 'pika/v2.2-i2v',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire6, aspectRatio: sizeWire }, needs: ['prompt', 'image'],
    price: price3,
    tier: 'budget', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-c1/image-to-video'() { return model({
    name: 'PixVerse C1', endpoint: 'pixverse/pixverse-c1/image-to-video',
    options: () => z.strictObject({ generate_audio_switch: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire16, resolution: resolutionWire8 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p', generate_audio_switch: false }, lines: [{ label: 'per second', amount: { product: [100_000, { field: 'duration' }] } }, { label: 'resolution, sound', times: { lookup: 'resolution', table: { '1080p': { lookup: 'generate_audio_switch', table: { true: 1.2 }, otherwise: 0.95 }, '720p': { lookup: 'generate_audio_switch', table: { true: 0.65 }, otherwise: 0.5 }, '540p': { lookup: 'generate_audio_switch', table: { true: 0.5 }, otherwise: 0.4 } }, otherwise: { lookup: 'generate_audio_switch', table: { true: 0.4 }, otherwise: 0.3 } } }] },
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-c1/transition'() { return model({
    name: 'PixVerse C1 Transition', endpoint: 'pixverse/pixverse-c1/transition',
    options: () => z.strictObject({ generate_audio_switch: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire7, seconds: durationWire16, lastImage: 'end_image', resolution: resolutionWire8 }, needs: ['prompt', 'image', 'lastImage'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5, generate_audio_switch: false }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '1080p': 400_000, '720p': 200_000 }, otherwise: 100_000 }, { field: 'duration' }] } }, { label: 'sound', amount: { lookup: 'generate_audio_switch', table: { true: 100_000 }, otherwise: 0 } }] },
    tier: 'premium', capabilities: ['image_to_video', 'last_image'], deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v4.5-i2v'() { return model({
    name: 'PixVerse 4.5 I2V', endpoint: 'pixverse/pixverse-v4.5-i2v',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: promptWire5, negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire17, resolution: resolutionWire8 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'video', defaults: { duration: 5, resolution: '540p' }, lines: [{ label: 'per video, by seconds and resolution', amount: { lookup: 'duration', table: { '8': { lookup: 'resolution', table: { '360p': 500_000, '540p': 500_000, '720p': 700_000 }, otherwise: 1_400_000 } }, otherwise: { lookup: 'resolution', table: { '360p': 250_000, '540p': 250_000, '720p': 350_000 }, otherwise: 700_000 } } }] },
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v4.5-i2v-fast'() { return model({
    name: 'PixVerse 4.5 I2V Fast', endpoint: 'pixverse/pixverse-v4.5-i2v-fast',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: promptWire5, negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire2, resolution: resolutionWire9 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'video', defaults: { resolution: '540p' }, lines: [{ label: 'per video, by resolution', amount: { lookup: 'resolution', table: { '360p': 500_000, '540p': 500_000 }, otherwise: 700_000 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v5-effects'() { return model({
    name: 'PixVerse 5 Effects', endpoint: 'pixverse/pixverse-v5-effects',
    options: () => z.strictObject({ effect: z.enum(['Baby Arrived', 'Bald Swipe', 'Bikini Up', 'BOOM DROP', 'Creepy Devil Smile', 'Dishes Served', 'Dragon Evoker', 'Dust Me Away', 'Earth Zoom Challenge', 'Eye Zoom Challenge', 'Fin-tastic Mermaid', 'Ghostface Terror', 'Holy Wings', 'Hug Your Love', 'Huge Cutie', 'Kiss', 'Kiss Me to Heaven', 'Liquid Metal', '360° Microwave', 'My Boyfriendsssss', 'My Girlfriendssss', 'Ocean ad', 'Package Explosion', 'Drunk Pole Dance', 'Punch Face', 'Sharksnap', 'Skeletal Bae', 'Summoning succubus', 'Supermarket AD', 'Thunder God', 'Lionfish Venomous', 'Warmth of Jesus', 'Werewolf Rage', 'Who’s Arrested?', 'Zombie Mode']), sound_effect_switch: enablePromptExpansion() }),
    wire: { negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire17, resolution: resolutionWire8 }, needs: ['image'],
    price: price21,
    tier: 'budget', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v5-i2v'() { return model({
    name: 'PixVerse 5 I2V', endpoint: 'pixverse/pixverse-v5-i2v',
    options: () => z.strictObject({ seed: seed2(), sound_effect_switch: enablePromptExpansion() }),
    wire: { prompt: promptWire5, negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire17, resolution: resolutionWire8 }, needs: ['prompt', 'image'],
    price: price21,
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v5-transition'() { return model({
    name: 'PixVerse 5 Transition', endpoint: 'pixverse/pixverse-v5-transition',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: promptWire5, negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire8, seconds: durationWire17, lastImage: 'end_image', resolution: resolutionWire8 }, needs: ['prompt', 'image', 'lastImage'],
    price: price21,
    tier: 'budget', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v5.5-effects'() { return model({
    name: 'PixVerse 5.5 Effects', endpoint: 'pixverse/pixverse-v5.5-effects',
    options: () => z.strictObject({ effect: z.enum(['3D Figurine Factor', '3D Naked-Eye AD', 'Anything, Robot', 'Baby Arrived', 'Baby Face', 'Bald Swipe', 'Bikini Up', 'Black Myth: Wukong', 'BOOM DROP', 'Creepy Devil Smile', 'Dishes Served', 'Dragon Evoker', 'Dust Me Away', 'Earth Zoom', 'Eye Zoom Challenge', 'Fin-tastic Mermaid', 'GhostFace Terror', 'Halloween Voodoo Doll', 'Holy Wings', 'Hug', 'Huge Cutie', 'Kiss', 'Kiss Me AI', 'Leggy Run', 'Liquid Metal', 'Long Hair Magic', 'Microwave', 'Muscle Surge', 'My Boyfriends', 'My Girlfriends', 'Ocean ad', 'Package Explosion', 'Pole Dance', 'Punch Face', 'Sharksnap!', 'Skeletal Bae', 'Squid Game', 'Subject 3 Fever', 'Summoning succubus', 'Supermarket AD', 'The Tiger Touch', 'Thunder God', 'Venom', 'Vroom Dance', 'Warmth of Jesus', 'Werewolf Rage', "Who's Arrested?", 'Zombie Mode']), thinking_type: thinkingType() }),
    wire: { negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire18, resolution: resolutionWire8 }, needs: ['image'],
    checks: checks2,
    price: price22,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v5.5-transition'() { return model({
    name: 'PixVerse 5.5 Transition', endpoint: 'pixverse/pixverse-v5.5-transition',
    options: () => z.strictObject({ seed: seed2(), thinking_type: thinkingType() }),
    wire: { prompt: promptWire5, negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire8, seconds: durationWire18, lastImage: 'end_image', resolution: resolutionWire8 }, needs: ['prompt', 'image', 'lastImage'],
    checks: checks2,
    price: price22,
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v5.5/image-to-video'() { return model({
    name: 'PixVerse 5.5', endpoint: 'pixverse/pixverse-v5.5/image-to-video',
    options: () => z.strictObject({ generate_audio_switch: enablePromptExpansion(), generate_multi_clip_switch: enablePromptExpansion(), seed: seed2(), thinking_type: thinkingType() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire18, resolution: resolutionWire8 }, needs: ['prompt', 'image'],
    checks: checks2,
    price: { basis: 'exact', unit: 'video', defaults: { resolution: '540p', duration: 5, generate_audio_switch: false, generate_multi_clip_switch: false }, lines: [{ label: 'per video, by resolution and seconds', amount: { lookup: 'resolution', table: { '720p': { lookup: 'duration', table: { '8': 1_200_000, '10': 1_320_000 }, otherwise: 600_000 }, '1080p': { lookup: 'duration', table: { '5': 1_200_000, '8': 2_400_000 }, otherwise: 0 } }, otherwise: { lookup: 'duration', table: { '8': 900_000, '10': 990_000 }, otherwise: 450_000 } } }, { label: 'sound', amount: { lookup: 'generate_audio_switch', table: { true: 100_000 }, otherwise: 0 } }, { label: 'several clips', amount: { lookup: 'generate_multi_clip_switch', table: { true: 300_000 }, otherwise: 0 } }] },
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v5.6/image-to-video'() { return model({
    name: 'PixVerse 5.6', endpoint: 'pixverse/pixverse-v5.6/image-to-video',
    options: () => z.strictObject({ generate_audio_switch: enablePromptExpansion(), seed: seed2(), thinking_type: thinkingType() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire18, resolution: resolutionWire8 }, needs: ['prompt', 'image'],
    checks: checks2,
    price: { basis: 'exact', unit: 'video', defaults: { resolution: '540p', duration: 5, generate_audio_switch: false }, lines: [{ label: 'per video, by resolution and seconds and sound', amount: { product: [10_000, { round: { sum: [{ lookup: 'resolution', table: { '720p': { lookup: 'duration', table: { '8': 90, '10': 99 }, otherwise: 45 }, '1080p': { lookup: 'duration', table: { '5': 75, '8': 150 }, otherwise: 0 } }, otherwise: { lookup: 'duration', table: { '8': 70, '10': 77 }, otherwise: 35 } }, { lookup: 'generate_audio_switch', table: { true: { lookup: 'resolution', table: { '720p': { lookup: 'duration', table: { '8': 45, '10': 45 }, otherwise: 35 }, '1080p': { lookup: 'duration', table: { '5': 75, '8': 45 }, otherwise: 0 } }, otherwise: 45 } }, otherwise: 0 }] } }] } }] },
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v6/image-to-video'() { return model({
    name: 'PixVerse 6', endpoint: 'pixverse/pixverse-v6/image-to-video',
    options: () => z.strictObject({ generate_audio_switch: enablePromptExpansion(), thinking_type: thinkingType() }),
    wire: { prompt: 'prompt', image: 'image', seconds: { field: 'duration', as: 'nearest', values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] }, resolution: resolutionWire8 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p', generate_audio_switch: false }, lines: [{ label: 'per second', amount: { product: [100_000, { field: 'duration' }] } }, { label: 'resolution, sound', times: { lookup: 'resolution', table: { '1080p': { lookup: 'generate_audio_switch', table: { true: 1.15 }, otherwise: 0.9 }, '720p': { lookup: 'generate_audio_switch', table: { true: 0.6 }, otherwise: 0.45 }, '540p': { lookup: 'generate_audio_switch', table: { true: 0.45 }, otherwise: 0.35 } }, otherwise: { lookup: 'generate_audio_switch', table: { true: 0.35 }, otherwise: 0.25 } } }] },
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/pixverse/pixverse-v6/transition'() { return model({
    name: 'PixVerse 6 Transition', endpoint: 'pixverse/pixverse-v6/transition',
    options: () => z.strictObject({ generate_audio_switch: enablePromptExpansion(), generate_multi_clip_switch: enablePromptExpansion(), seed: seed2(), style: z.enum(['anime', '3d_animation', 'clay', 'comic', 'cyberpunk']).optional(), thinking_type: enablePromptExpansion() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire7, seconds: durationWire16, lastImage: 'end_image', resolution: resolutionWire8 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p', generate_audio_switch: false }, lines: [{ label: 'per second, by resolution and sound', amount: { product: [{ lookup: 'resolution', table: { '360p': { lookup: 'generate_audio_switch', table: { true: 35_000 }, otherwise: 25_000 }, '540p': { lookup: 'generate_audio_switch', table: { true: 45_000 }, otherwise: 35_000 }, '1080p': { lookup: 'generate_audio_switch', table: { true: 115_000 }, otherwise: 90_000 } }, otherwise: { lookup: 'generate_audio_switch', table: { true: 60_000 }, otherwise: 45_000 } }, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/pruna-ai/p-video/image-to-video'() { return model({
    name: 'Pruna P Video', endpoint: 'pruna-ai/p-video/image-to-video',
    options: () => z.strictObject({ save_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: { field: 'duration', as: 'range', min: 1, max: 20 }, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p' }, lines: [{ label: 'per second', amount: { product: [20_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '1080p': 2 }, otherwise: 1 } }] },
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/runwayml/gen4-turbo'() { return model({
    name: 'Runway Gen4 Turbo', endpoint: 'runwayml/gen4-turbo',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: { field: 'aspect_ratio', as: 'aspect', values: ['16:9', '4:3', '1:1', '3:4', '9:16'] }, seconds: durationWire19 }, needs: ['prompt', 'image'],
    price: price23,
    tier: 'budget', capabilities: ['image_to_video', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/scenario-marketing/aorbit-dolly-fast'() { return model({
    name: 'Scenario Aorbit Dolly Fast', endpoint: 'scenario-marketing/aorbit-dolly-fast',
    options: () => z.strictObject({}),
    wire: { image: 'image' }, needs: ['image'],
    price: flatPrice(200_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video', 'fast'], deadline, asOf,
  }); },
  get 'wavespeed/scenario-marketing/auto-spin'() { return model({
    name: 'Scenario Auto Spin', endpoint: 'scenario-marketing/auto-spin',
    options: () => z.strictObject({}),
    wire: { image: 'image' }, needs: ['image'],
    price: flatPrice(200_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/scenario-marketing/orbit'() { return model({
    name: 'Scenario Orbit', endpoint: 'scenario-marketing/orbit',
    options: () => z.strictObject({}),
    wire: { image: 'image' }, needs: ['image'],
    price: flatPrice(200_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/scenario-marketing/spin180'() { return model({
    name: 'Scenario Spin180', endpoint: 'scenario-marketing/spin180',
    options: () => z.strictObject({}),
    wire: { image: 'image' }, needs: ['image'],
    price: flatPrice(200_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/scenario-marketing/walk-forward'() { return model({
    name: 'Scenario Walk Forward', endpoint: 'scenario-marketing/walk-forward',
    options: () => z.strictObject({}),
    wire: { image: 'image' }, needs: ['image'],
    price: flatPrice(200_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/skywork-ai/skyreels-v3/reference-to-video'() { return model({
    name: 'Skywork Skyreels 3 Reference To Video', endpoint: 'skywork-ai/skyreels-v3/reference-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: imagesWire3, aspectRatio: aspectRatioWire6, seconds: durationWire19 }, needs: ['prompt', 'image'],
    price: price3,
    tier: 'budget', capabilities: ['image_to_video', 'multi_image'], deadline, asOf,
  }); },
  get 'wavespeed/skywork-ai/skyreels-v4/image-to-video'() { return model({
    name: 'Skywork Skyreels 4', endpoint: 'skywork-ai/skyreels-v4/image-to-video',
    options: () => z.strictObject({ images: z.array(mediaAddress).max(6).optional(), mode: mode(), sound: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: 'first_frame_image', seconds: durationWire, lastImage: 'end_frame_image', resolution: resolutionWire2 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, mode: 'std', resolution: '1080p' }, lines: [{ label: 'per second', amount: { product: [100_000, { field: 'duration' }] } }, { label: 'mode, resolution', times: { lookup: 'mode', table: { fast: { lookup: 'resolution', table: { '1080p': 2.75, '720p': 1.1 }, otherwise: 0.8 } }, otherwise: { lookup: 'resolution', table: { '1080p': 3.5, '720p': 1.4 }, otherwise: 1.1 } } }] },
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/skywork-ai/skyreels-v4/reference-to-video'() { return model({
    name: 'Skywork Skyreels 4 Reference To Video', endpoint: 'skywork-ai/skyreels-v4/reference-to-video',
    options: () => z.strictObject({ mode: mode(), ref_videos: z.array(mediaAddress).max(1).optional(), sound: enablePromptExpansion() }),
    wire: { prompt: 'prompt', image: imagesWire2, aspectRatio: aspectRatioWire6, seconds: durationWire, resolution: resolutionWire2 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, mode: 'std', resolution: '1080p' }, lines: [{ label: 'per second', amount: { product: [100_000, { field: 'duration' }] } }, { label: 'ref videos, mode, resolution', times: { when: { all: [{ present: 'ref_videos' }, { not: { atLeast: [0, { count: 'ref_videos' }] } }] }, then: { lookup: 'mode', table: { fast: { lookup: 'resolution', table: { '1080p': 5, '720p': 2 }, otherwise: 1.5 } }, otherwise: { lookup: 'resolution', table: { '1080p': 6.25, '720p': 2.5 }, otherwise: 1.8 } }, otherwise: { lookup: 'mode', table: { fast: { lookup: 'resolution', table: { '1080p': 2.75, '720p': 1.1 }, otherwise: 0.8 } }, otherwise: { lookup: 'resolution', table: { '1080p': 3.5, '720p': 1.4 }, otherwise: 1.1 } } } }] },
    tier: 'premium', capabilities: ['image_to_video', 'multi_image', 'sound'], deadline, asOf,
  }); },
  get 'wavespeed/video-effects/dust-me-away'() { return model({
    name: 'Video Effects Dust Me Away', endpoint: 'video-effects/dust-me-away',
    options: () => z.strictObject({}),
    wire: { image: 'image', resolution: resolutionWire9 }, needs: ['image'],
    price: price24,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/video-effects/past-life-job'() { return model({
    name: 'Video Effects Past Life Job', endpoint: 'video-effects/past-life-job',
    options: () => z.strictObject({}),
    wire: { image: 'image', resolution: resolutionWire9 }, needs: ['image'],
    price: price24,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/vidu/image-to-video'() { return model({
    name: 'Vidu', endpoint: 'vidu/image-to-video',
    options: () => z.strictObject({ movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(200_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/image-to-video-2.0'() { return model({
    name: 'Vidu 2.0', endpoint: 'vidu/image-to-video-2.0',
    options: () => z.strictObject({ movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(300_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/image-to-video-q1'() { return model({
    name: 'Vidu Q1', endpoint: 'vidu/image-to-video-q1',
    options: () => z.strictObject({ movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(400_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/image-to-video-q2-pro'() { return model({
    name: 'Vidu Q2 Pro', endpoint: 'vidu/image-to-video-q2-pro',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire20, resolution: resolutionWire6 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { lookup: 'resolution', table: { '540p': { lookup: 'duration', table: { '1': 40_000, '2': 50_000 }, otherwise: { sum: [50_000, { product: [25_000, { sum: [-2, { field: 'duration' }] }] }] } }, '1080p': { sum: [275_000, { product: [75_000, { sum: [-1, { field: 'duration' }] }] }] } }, otherwise: { sum: [75_000, { product: [50_000, { sum: [-1, { field: 'duration' }] }] }] } } }] },
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/image-to-video-q2-turbo'() { return model({
    name: 'Vidu Q2 Turbo', endpoint: 'vidu/image-to-video-q2-turbo',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire20, resolution: resolutionWire6 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { lookup: 'resolution', table: { '540p': { sum: [30_000, { product: [10_000, { sum: [-1, { field: 'duration' }] }] }] }, '1080p': { sum: [175_000, { product: [50_000, { sum: [-1, { field: 'duration' }] }] }] } }, otherwise: { lookup: 'duration', table: { '1': 40_000 }, otherwise: { product: [50_000, { sum: [-1, { field: 'duration' }] }] } } } }] },
    tier: 'budget', capabilities: ['image_to_video', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q2-pro/image-to-video-fast'() { return model({
    name: 'Vidu Q2 Pro Fast', endpoint: 'vidu/q2-pro/image-to-video-fast',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire21, resolution: resolutionWire }, needs: ['prompt', 'image'],
    price: price25,
    tier: 'budget', capabilities: ['image_to_video', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q2-pro/start-end-to-video-fast'() { return model({
    name: 'Vidu Q2 Pro Start End To Video Fast', endpoint: 'vidu/q2-pro/start-end-to-video-fast',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire21, lastImage: 'last_image', resolution: resolutionWire }, needs: ['prompt', 'image', 'lastImage'],
    price: price25,
    tier: 'budget', capabilities: ['image_to_video', 'last_image', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q3-pro/image-to-video'() { return model({
    name: 'Vidu Q3 Pro', endpoint: 'vidu/q3-pro/image-to-video',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), generate_audio: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire22, resolution: resolutionWire6 }, needs: ['prompt', 'image'],
    price: price26,
    tier: 'premium', capabilities: ['image_to_video', 'sound'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q3-pro/start-end-to-video'() { return model({
    name: 'Vidu Q3 Pro Start End To Video', endpoint: 'vidu/q3-pro/start-end-to-video',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), generate_audio: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire22, lastImage: 'last_image', resolution: resolutionWire6 }, needs: ['prompt', 'image', 'lastImage'],
    price: price26,
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q3-turbo/image-to-video'() { return model({
    name: 'Vidu Q3 Turbo', endpoint: 'vidu/q3-turbo/image-to-video',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), generate_audio: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire22, resolution: resolutionWire6 }, needs: ['prompt', 'image'],
    price: price27,
    tier: 'mid', capabilities: ['image_to_video', 'sound', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q3-turbo/start-end-to-video'() { return model({
    name: 'Vidu Q3 Turbo Start End To Video', endpoint: 'vidu/q3-turbo/start-end-to-video',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), generate_audio: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire22, lastImage: 'last_image', resolution: resolutionWire6 }, needs: ['prompt', 'image', 'lastImage'],
    price: price27,
    tier: 'mid', capabilities: ['image_to_video', 'last_image', 'sound', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q3/drama-clip'() { return model({
    name: 'Vidu Q3 Drama Clip', endpoint: 'vidu/q3/drama-clip',
    options: () => z.strictObject({ assets: z.array(z.strictObject({ description: z.string().max(600).optional(), id: z.string(), image_uri: z.string(), name: z.string().max(30), type: z.string() })).min(1).max(14), content: z.string(), name: z.string().max(100), placement: placement(), style: z.string().max(30).optional() }),
    wire: { image: 'image', aspectRatio: { field: 'aspect_ratio', as: 'aspect', values: ['9:16', '16:9'] }, seconds: { field: 'duration', as: 'nearest', values: [8, 9, 10, 11, 12] }, resolution: resolutionWire }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 8 }, lines: [{ label: 'per second', amount: { product: [140_000, { min: [{ max: [{ when: { not: { field: 'duration', is: 0 } }, then: { field: 'duration' }, otherwise: 8 }, 8] }, 12] }] } }] },
    tier: 'premium', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/vidu/q3/image-to-video'() { return model({
    name: 'Vidu Q3', endpoint: 'vidu/q3/image-to-video',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), generate_audio: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire22, resolution: resolutionWire6 }, needs: ['prompt', 'image'],
    price: price28,
    tier: 'premium', capabilities: ['image_to_video', 'sound'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q3/image-to-video-pro'() { return model({
    name: 'Vidu Q3 Pro', endpoint: 'vidu/q3/image-to-video-pro',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), generate_audio: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire22, resolution: { field: 'resolution', as: 'resolution', values: { '720p': 720, '1080p': 1080, '2k': 1440, '4k': 2160 } } }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '4k': 150_000, '2k': 120_000, '1080p': 100_000 }, otherwise: 90_000 }, { field: 'duration' }] } }] },
    tier: 'mid', capabilities: ['image_to_video', 'sound', 'high_res'], seed, maxSide: 4096, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q3/image-to-video-spicy'() { return model({
    name: 'Vidu Q3 Spicy', endpoint: 'vidu/q3/image-to-video-spicy',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), generate_audio: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire22, resolution: resolutionWire6 }, needs: ['image'],
    price: price28,
    tier: 'premium', capabilities: ['image_to_video', 'sound'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q3/reference-to-video'() { return model({
    name: 'Vidu Q3 Reference To Video', endpoint: 'vidu/q3/reference-to-video',
    options: () => z.strictObject({ generate_audio: enablePromptExpansion(), seed: seed2() }),
    wire: { prompt: 'prompt', image: imagesWire3, aspectRatio: aspectRatioWire9, seconds: durationWire22, resolution: resolutionWire8 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second', amount: { product: [70_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '720p': 2.2, '1080p': 2.2 }, otherwise: 1 } }] },
    tier: 'premium', capabilities: ['image_to_video', 'multi_image', 'sound'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/q3/start-end-to-video'() { return model({
    name: 'Vidu Q3 Start End To Video', endpoint: 'vidu/q3/start-end-to-video',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), generate_audio: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire22, lastImage: 'last_image', resolution: resolutionWire6 }, needs: ['prompt', 'image', 'lastImage'],
    price: price28,
    tier: 'premium', capabilities: ['image_to_video', 'last_image', 'sound'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/reference-to-video-2.0'() { return model({
    name: 'Vidu Reference To Video 2.0', endpoint: 'vidu/reference-to-video-2.0',
    options: () => z.strictObject({ movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: imagesWire2, aspectRatio: aspectRatioWire6 }, needs: ['prompt', 'image'],
    price: flatPrice(200_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video', 'multi_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/reference-to-video-q1'() { return model({
    name: 'Vidu Reference To Video Q1', endpoint: 'vidu/reference-to-video-q1',
    options: () => z.strictObject({ movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: imagesWire4, aspectRatio: aspectRatioWire6 }, needs: ['prompt', 'image'],
    price: flatPrice(400_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video', 'multi_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/reference-to-video-q2'() { return model({
    name: 'Vidu Reference To Video Q2', endpoint: 'vidu/reference-to-video-q2',
    options: () => z.strictObject({ movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: imagesWire4, aspectRatio: aspectRatioWire9, seconds: durationWire23, resolution: resolutionWire6 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { lookup: 'resolution', table: { '540p': { sum: [75_000, { product: [25_000, { sum: [-1, { field: 'duration' }] }] }] }, '1080p': { sum: [375_000, { product: [50_000, { sum: [-1, { field: 'duration' }] }] }] } }, otherwise: { sum: [125_000, { product: [25_000, { sum: [-1, { field: 'duration' }] }] }] } } }] },
    tier: 'mid', capabilities: ['image_to_video', 'multi_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/start-end-to-video'() { return model({
    name: 'Vidu Start End To Video', endpoint: 'vidu/start-end-to-video',
    options: () => z.strictObject({ movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', lastImage: 'last_image' }, needs: ['prompt', 'image', 'lastImage'],
    price: flatPrice(200_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/start-end-to-video-2.0'() { return model({
    name: 'Vidu Start End To Video 2.0', endpoint: 'vidu/start-end-to-video-2.0',
    options: () => z.strictObject({ movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', lastImage: 'last_image' }, needs: ['prompt', 'image', 'lastImage'],
    price: flatPrice(300_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/start-end-to-video-q1'() { return model({
    name: 'Vidu Start End To Video Q1', endpoint: 'vidu/start-end-to-video-q1',
    options: () => z.strictObject({ movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', lastImage: 'last_image' }, needs: ['prompt', 'image', 'lastImage'],
    price: flatPrice(400_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/start-end-to-video-q2-pro'() { return model({
    name: 'Vidu Start End To Video Q2 Pro', endpoint: 'vidu/start-end-to-video-q2-pro',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire21, lastImage: 'last_image', resolution: resolutionWire }, needs: ['prompt', 'image', 'lastImage'],
    price: { basis: 'exact', unit: 'video', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per video, by resolution and seconds', amount: { lookup: 'resolution', table: { '1080p': { lookup: 'duration', table: { '1': 275_000, '2': 350_000, '3': 425_000, '4': 500_000, '5': 575_000, '6': 650_000, '7': 725_000, '8': 800_000 }, otherwise: 0 } }, otherwise: { lookup: 'duration', table: { '1': 75_000, '2': 125_000, '3': 175_000, '4': 225_000, '5': 275_000, '6': 325_000, '7': 375_000, '8': 425_000 }, otherwise: 0 } } }] },
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/vidu/start-end-to-video-q2-turbo'() { return model({
    name: 'Vidu Start End To Video Q2 Turbo', endpoint: 'vidu/start-end-to-video-q2-turbo',
    options: () => z.strictObject({ bgm: enablePromptExpansion(), movement_amplitude: movementAmplitude(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire23, lastImage: 'last_image', resolution: resolutionWire }, needs: ['prompt', 'image', 'lastImage'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { lookup: 'resolution', table: { '1080p': { sum: [175_000, { product: [50_000, { sum: [-1, { field: 'duration' }] }] }] } }, otherwise: { lookup: 'duration', table: { '1': 40_000 }, otherwise: { product: [50_000, { sum: [-1, { field: 'duration' }] }] } } } }] },
    tier: 'budget', capabilities: ['image_to_video', 'last_image', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ai-dog-selfie-video'() { return model({
    name: 'AI Dog Selfie Video', endpoint: 'wavespeed-ai/ai-dog-selfie-video',
    options: () => z.strictObject({ action: z.enum(['lick', 'hug', 'play', 'shake_hands']).optional(), breed: z.enum(['random', 'golden_retriever', 'husky', 'corgi', 'poodle', 'labrador', 'shiba', 'pomeranian', 'bulldog', 'dalmatian', 'samoyed']).optional(), dog_size: z.enum(['any', 'puppy', 'adult']).optional(), expression: z.enum(['happy', 'silly', 'cool', 'sleeping']).optional(), style: z.enum(['casual', 'studio', 'outdoor', 'christmas', 'beach', 'cozy']).optional() }),
    wire: { image: 'image', count: { field: 'count', as: 'count', max: 5 }, seconds: durationWire24 }, needs: ['image'],
    price: price11,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ai-parkour-video'() { return model({
    name: 'AI Parkour Video', endpoint: 'wavespeed-ai/ai-parkour-video',
    options: () => z.strictObject({ style: z.enum(['rooftop', 'urban', 'wall_run', 'flip', 'forest', 'stairs']).optional() }),
    wire: { image: 'image', seconds: durationWire4 }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { video: '', duration: 5 }, lines: [{ label: 'per second', amount: { when: { not: { field: 'video', is: '' } }, then: { product: [90_000, { max: [5, { min: [{ seconds: 'video', unknown: 120 }, 120] }] }] }, otherwise: { product: [150_000, { field: 'duration' }] } } }] },
    tier: 'premium', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ai-sketch-to-video'() { return model({
    name: 'AI Sketch To Video', endpoint: 'wavespeed-ai/ai-sketch-to-video',
    options: () => z.strictObject({}),
    wire: { image: 'image', seconds: durationWire24 }, needs: ['image'],
    price: price11,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ai-talking-photos'() { return model({
    name: 'AI Talking Photos', endpoint: 'wavespeed-ai/ai-talking-photos',
    options: () => z.strictObject({ seed: seed2(), text: z.string() }),
    wire: { image: 'image', seconds: durationWire24 }, needs: ['image'],
    price: price11,
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ai-video-ads'() { return model({
    name: 'AI Video Ads', endpoint: 'wavespeed-ai/ai-video-ads',
    options: () => z.strictObject({ language: z.enum(['en', 'zh', 'es', 'fr', 'pt']).optional(), product_image: video(), product_name: z.string(), text: placement() }),
    wire: { image: 'image', seconds: durationWire24 }, needs: ['image'],
    price: price19,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ai-virtual-outfit-tryon'() { return model({
    name: 'AI Virtual Outfit Tryon', endpoint: 'wavespeed-ai/ai-virtual-outfit-tryon',
    options: () => z.strictObject({ clothes_images: z.array(mediaAddress).min(1).max(8) }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire24 }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [39_000, { field: 'duration' }] } }] },
    tier: 'budget', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/cosmos-predict-2.5/image-to-video'() { return model({
    name: 'Cosmos Predict 2.5', endpoint: 'wavespeed-ai/cosmos-predict-2.5/image-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(300_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/davinci-magihuman/image-to-video'() { return model({
    name: 'Davinci Magihuman', endpoint: 'wavespeed-ai/davinci-magihuman/image-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire4, audio: 'audio', seconds: { field: 'duration', as: 'nearest', values: [5, 6, 7, 8, 9, 10] }, resolution: { field: 'resolution', as: 'resolution', values: { '256p': 256, '720p': 720, '1080p': 1080 } } }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '1080p': 40_000, '720p': 30_000 }, otherwise: 20_000 }, { field: 'duration' }] } }] },
    tier: 'budget', capabilities: ['image_to_video', 'audio_sync'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/framepack'() { return model({
    name: 'Framepack', endpoint: 'wavespeed-ai/framepack',
    options: () => z.strictObject({ guidance_scale: z.number().min(0).max(32).optional(), num_frames: z.int().min(30).max(1800).optional(), num_inference_steps: z.int().min(4).max(50).optional(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: aspectRatioWire4, resolution: resolutionWire10 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'frame', defaults: { num_frames: 180 }, lines: [{ label: 'per frame', amount: { product: [1100, { field: 'num_frames' }] } }] },
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ghibli-filter/video'() { return model({
    name: 'Ghibli Filter Video', endpoint: 'wavespeed-ai/ghibli-filter/video',
    options: () => z.strictObject({}),
    wire: { image: 'image', seconds: durationWire24 }, needs: ['image'],
    price: price11,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan-video-1.5/image-to-video'() { return model({
    name: 'Hunyuan Video 1.5', endpoint: 'wavespeed-ai/hunyuan-video-1.5/image-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire17, resolution: resolutionWire7 }, needs: ['image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 5 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '480p': 20_000 }, otherwise: 40_000 }, { field: 'duration' }] } }] },
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/hunyuan-video/i2v'() { return model({
    name: 'Hunyuan Video I2V', endpoint: 'wavespeed-ai/hunyuan-video/i2v',
    options: () => z.strictObject({ num_inference_steps: z.int().min(1).max(30).optional(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire19, aspectRatio: sizeWire }, needs: ['image'],
    price: flatPrice(400_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/kandinsky5-pro/image-to-video'() { return model({
    name: 'Kandinsky 5 Pro', alias: 'kandinsky5-pro', endpoint: 'wavespeed-ai/kandinsky5-pro/image-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire2, resolution: { field: 'resolution', as: 'resolution', values: { '512p': 512, '1024p': 1024 } } }, needs: ['prompt', 'image'],
    price: price3,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ltx-2-19b/image-to-video'() { return model({
    name: 'LTX 2 19B', endpoint: 'wavespeed-ai/ltx-2-19b/image-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire25, resolution: resolutionWire2 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p' }, lines: [{ label: 'per second', amount: { product: [16_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '720p': 1, '480p': 0.75 }, otherwise: 1.5 } }] },
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ltx-2.3-spicy/image-to-video'() { return model({
    name: 'LTX 2.3 Spicy', endpoint: 'wavespeed-ai/ltx-2.3-spicy/image-to-video',
    options: () => z.strictObject({ preset: preset(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire26, resolution: resolutionWire2 }, needs: ['image'],
    price: price29,
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ltx-2.3/image-to-video'() { return model({
    name: 'LTX 2.3', endpoint: 'wavespeed-ai/ltx-2.3/image-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire25, resolution: resolutionWire2 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5, resolution: '720p' }, lines: [{ label: 'per second', amount: { product: [20_000, { field: 'duration' }] } }, { label: 'resolution', times: { lookup: 'resolution', table: { '720p': 1.5, '480p': 1 }, otherwise: 2 } }] },
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ltx-video-v097/i2v-480p'() { return model({
    name: 'LTX Video 097 I2V 480p', endpoint: 'wavespeed-ai/ltx-video-v097/i2v-480p',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: sizeWire2 }, needs: ['prompt', 'image'],
    price: flatPrice(200_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/ltx-video-v097/i2v-720p'() { return model({
    name: 'LTX Video 097 I2V 720p', endpoint: 'wavespeed-ai/ltx-video-v097/i2v-720p',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', aspectRatio: { field: 'size', as: 'size', separator: '*', values: ['720*1280', '1280*720'] } }, needs: ['prompt', 'image'],
    price: flatPrice(300_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/lynx'() { return model({
    name: 'Lynx', endpoint: 'wavespeed-ai/lynx',
    options: () => z.strictObject({}),
    wire: { prompt: 'prompt', image: 'image', aspectRatio: aspectRatioWire6 }, needs: ['prompt', 'image'],
    price: flatPrice(500_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/magi-1-24b'() { return model({
    name: 'Magi 1 24B', endpoint: 'wavespeed-ai/magi-1-24b',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(320_000, 'video'),
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/multitalk'() { return model({
    name: 'Multitalk', endpoint: 'wavespeed-ai/multitalk',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', audio: 'audio' }, needs: ['image', 'audio'],
    price: { basis: 'exact', unit: 'second', lines: [{ label: 'per second', amount: { product: [30_000, { max: [5, { when: { present: 'audio' }, then: { min: [{ seconds: 'audio', unknown: 600 }, 600] }, otherwise: 600 }] }] } }] },
    tier: 'premium', capabilities: ['image_to_video', 'audio_sync'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/open-video/image-to-video'() { return model({
    name: 'Open Video', endpoint: 'wavespeed-ai/open-video/image-to-video',
    options: () => z.strictObject({ preset: preset(), seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire26, resolution: resolutionWire2 }, needs: ['prompt', 'image'],
    price: price29,
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.1-14b-vace'() { return model({
    name: 'Wan 2.1 14B VACE', endpoint: 'wavespeed-ai/wan-2.1-14b-vace',
    options: () => z.strictObject({ context_scale: z.number().min(0).max(2).optional(), flow_shift: z.number().min(0).max(30).optional(), guidance_scale: guidanceScale2(), images: referenceImages(), mask_image: video(), mask_video: video(), num_inference_steps: numInferenceSteps(), seed: seed2(), task: z.enum(['depth', 'pose', 'face', 'inpainting', 'none']).optional(), video: video() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'first_image', seconds: durationWire19, lastImage: 'last_image', aspectRatio: sizeWire3 }, needs: ['prompt', 'image'],
    price: price30,
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.1/i2v-480p'() { return model({
    name: 'Wan 2.1 I2V 480p', endpoint: 'wavespeed-ai/wan-2.1/i2v-480p',
    options: () => z.strictObject({ flow_shift: flowShift(), guidance_scale: guidanceScale2(), num_inference_steps: numInferenceSteps(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire19, aspectRatio: sizeWire2 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'video', defaults: { duration: 5 }, lines: [{ label: 'per video, by seconds', amount: { lookup: 'duration', table: { '10': 300_000 }, otherwise: 200_000 } }] },
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.1/i2v-480p-ultra-fast'() { return model({
    name: 'Wan 2.1 I2V 480p Ultra Fast', endpoint: 'wavespeed-ai/wan-2.1/i2v-480p-ultra-fast',
    options: () => z.strictObject({ flow_shift: flowShift(), guidance_scale: guidanceScale2(), num_inference_steps: numInferenceSteps(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire19, aspectRatio: sizeWire2 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'video', defaults: { duration: 5 }, lines: [{ label: 'per video, by seconds', amount: { lookup: 'duration', table: { '10': 187_500 }, otherwise: 125_000 } }] },
    tier: 'budget', capabilities: ['image_to_video', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.1/i2v-720p'() { return model({
    name: 'Wan 2.1 I2V 720p', endpoint: 'wavespeed-ai/wan-2.1/i2v-720p',
    options: () => z.strictObject({ flow_shift: flowShift(), guidance_scale: guidanceScale2(), num_inference_steps: numInferenceSteps(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire19, aspectRatio: sizeWire }, needs: ['prompt', 'image'],
    price: price31,
    tier: 'mid', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.1/i2v-720p-lora'() { return model({
    name: 'Wan 2.1 I2V 720p LoRA', endpoint: 'wavespeed-ai/wan-2.1/i2v-720p-lora',
    options: () => z.strictObject({ flow_shift: flowShift(), guidance_scale: guidanceScale2(), loras: z.array(z.strictObject({ path: z.string(), scale: z.number().optional() })).max(3).optional(), num_inference_steps: numInferenceSteps(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire19, aspectRatio: sizeWire }, needs: ['prompt', 'image'],
    price: price31,
    tier: 'mid', capabilities: ['image_to_video', 'lora'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.1/i2v-720p-ultra-fast'() { return model({
    name: 'Wan 2.1 I2V 720p Ultra Fast', endpoint: 'wavespeed-ai/wan-2.1/i2v-720p-ultra-fast',
    options: () => z.strictObject({ flow_shift: flowShift(), guidance_scale: guidanceScale2(), num_inference_steps: numInferenceSteps(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire19, aspectRatio: sizeWire }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'video', defaults: { duration: 5 }, lines: [{ label: 'per video, by seconds', amount: { lookup: 'duration', table: { '10': 337_500 }, otherwise: 225_000 } }] },
    tier: 'mid', capabilities: ['image_to_video', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.2-spicy/image-to-video'() { return model({
    name: 'Wan 2.2 Spicy', endpoint: 'wavespeed-ai/wan-2.2-spicy/image-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image', seconds: durationWire17, resolution: resolutionWire7 }, needs: ['prompt', 'image'],
    price: price32,
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.2/i2v-480p'() { return model({
    name: 'Wan 2.2 I2V 480p', endpoint: 'wavespeed-ai/wan-2.2/i2v-480p',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire17, lastImage: 'last_image' }, needs: ['prompt', 'image'],
    price: price10,
    tier: 'budget', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.2/i2v-480p-ultra-fast'() { return model({
    name: 'Wan 2.2 I2V 480p Ultra Fast', endpoint: 'wavespeed-ai/wan-2.2/i2v-480p-ultra-fast',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire17, lastImage: 'last_image' }, needs: ['prompt', 'image'],
    price: price23,
    tier: 'budget', capabilities: ['image_to_video', 'last_image', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.2/i2v-5b-720p'() { return model({
    name: 'Wan 2.2 I2V 5B 720p', endpoint: 'wavespeed-ai/wan-2.2/i2v-5b-720p',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', image: 'image' }, needs: ['prompt', 'image'],
    price: flatPrice(50_000, 'video'),
    tier: 'budget', capabilities: ['image_to_video'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.2/i2v-720p'() { return model({
    name: 'Wan 2.2 I2V 720p', endpoint: 'wavespeed-ai/wan-2.2/i2v-720p',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire17, lastImage: 'last_image' }, needs: ['prompt', 'image'],
    price: price11,
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.2/i2v-720p-ultra-fast'() { return model({
    name: 'Wan 2.2 I2V 720p Ultra Fast', endpoint: 'wavespeed-ai/wan-2.2/i2v-720p-ultra-fast',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire17, lastImage: 'last_image' }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { duration: 5 }, lines: [{ label: 'per second', amount: { product: [20_000, { field: 'duration' }] } }] },
    tier: 'budget', capabilities: ['image_to_video', 'last_image', 'fast'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-2.2/image-to-video'() { return model({
    name: 'Wan 2.2', endpoint: 'wavespeed-ai/wan-2.2/image-to-video',
    options: () => z.strictObject({ seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'image', seconds: durationWire17, lastImage: 'last_image', resolution: resolutionWire7 }, needs: ['prompt', 'image'],
    price: price32,
    tier: 'budget', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/wan-flf2v'() { return model({
    name: 'Wan Flf2v', endpoint: 'wavespeed-ai/wan-flf2v',
    options: () => z.strictObject({ guidance_scale: guidanceScale2(), num_inference_steps: numInferenceSteps(), seed: seed2() }),
    wire: { prompt: 'prompt', negativePrompt: 'negative_prompt', image: 'first_image', seconds: durationWire19, lastImage: 'last_image', aspectRatio: sizeWire3 }, needs: ['image', 'lastImage'],
    price: price30,
    tier: 'mid', capabilities: ['image_to_video', 'last_image'], seed, deadline, asOf,
  }); },
  get 'wavespeed/x-ai/grok-imagine-video-v1.5/image-to-video'() { return model({
    name: 'xAI Grok Imagine Video 1.5', endpoint: 'x-ai/grok-imagine-video-v1.5/image-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: promptWire4, image: 'image', seconds: durationWire16, resolution: resolutionWire10 }, needs: ['prompt', 'image'],
    price: { basis: 'exact', unit: 'second', defaults: { resolution: '720p', duration: 6 }, lines: [{ label: 'per second, by resolution', amount: { product: [{ lookup: 'resolution', table: { '480p': 80_000 }, otherwise: 140_000 }, { max: [1, { ceil: { min: [{ when: { not: { atLeast: [0, { field: 'duration' }] } }, then: { field: 'duration' }, otherwise: 6 }, 15] } }] }] } }, { label: 'base price', amount: 10_000 }] },
    tier: 'premium', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/x-ai/grok-imagine-video/image-to-video'() { return model({
    name: 'xAI Grok Imagine Video', endpoint: 'x-ai/grok-imagine-video/image-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: promptWire4, image: 'image', seconds: durationWire13, resolution: resolutionWire10 }, needs: ['prompt', 'image'],
    price: price33,
    tier: 'mid', capabilities: ['image_to_video'], deadline, asOf,
  }); },
  get 'wavespeed/x-ai/grok-imagine-video/reference-to-video'() { return model({
    name: 'xAI Grok Imagine Video Reference To Video', endpoint: 'x-ai/grok-imagine-video/reference-to-video',
    options: () => z.strictObject({}),
    wire: { prompt: promptWire4, image: imagesWire4, seconds: durationWire13, resolution: resolutionWire10 }, needs: ['prompt', 'image'],
    price: price33,
    tier: 'mid', capabilities: ['image_to_video', 'multi_image'], deadline, asOf,
  }); },
} as const;
