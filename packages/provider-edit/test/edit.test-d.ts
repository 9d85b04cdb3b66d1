import { expectTypeOf } from 'vitest';
import type { GenerateImageEdit } from '../src/index.ts';

declare const edit: GenerateImageEdit;
declare const image: Uint8Array;

// Options narrow by the model, by id and by alias.
void edit({ model: 'qwen-edit', image, prompt: 'x', options: { seed: 7, output_format: 'png' } });
void edit({ model: 'wavespeed/wavespeed-ai/flux-kontext-max', image, prompt: 'x', options: { guidance_scale: 3 } });
// @ts-expect-error this model has no guidance scale
void edit({ model: 'qwen-edit', image, prompt: 'x', options: { guidance_scale: 3 } });
// @ts-expect-error not a format of this model
void edit({ model: 'nano-banana-pro-edit-ultra', image, prompt: 'x', options: { output_format: 'webp' } });
// @ts-expect-error no such model
void edit({ model: 'no-such-model', image, prompt: 'x' });
// @ts-expect-error no such input
void edit({ model: 'qwen-edit', image, prompt: 'x', picture: image });

void edit({ model: 'stability-search-replace', image, prompt: 'x', search: 'y', options: { grow_mask: 3 } });
void edit({ model: 'stability/outpaint', image, expand: { left: 100 }, options: { creativity: 0.5 } });
// @ts-expect-error only search and masks grow
void edit({ model: 'stability/outpaint', image, expand: { left: 100 }, options: { grow_mask: 3 } });
// @ts-expect-error no jpeg has transparency
void edit({ model: 'stability-remove-background', image, options: { output_format: 'jpeg' } });

// A list, a preference or nothing leaves the choice open; options are then checked at run time.
void edit({ model: ['qwen-edit', 'flux-kontext-max'], image, prompt: 'x', options: { seed: 7 } });
void edit({ model: { prefer: 'quality' }, image, prompt: 'x' });
void edit({ image, prompt: 'x' });
// @ts-expect-error not a preference
void edit({ model: { prefer: 'cheap' }, image, prompt: 'x' });

const result = await edit({ image, prompt: 'x' });
expectTypeOf(result.charge).toEqualTypeOf<number>();
expectTypeOf(result.outputs[0].bytes).toEqualTypeOf<() => Promise<Uint8Array>>();

// Options are the vendor's own, each by the model's row.
void edit({ model: 'openai/gpt-image-2', image, prompt: 'x', options: { quality: 'low' } });
void edit({ model: 'gemini/gemini-3-pro-image', image, prompt: 'x', options: { imageSize: '4K' } });
// @ts-expect-error edits know no moderation
void edit({ model: 'openai/gpt-image-2', image, prompt: 'x', options: { moderation: 'low' } });
// @ts-expect-error this model has no levels of thinking
void edit({ model: 'gemini/gemini-3.1-flash-lite-image', image, prompt: 'x', options: { thinkingLevel: 'high' } });
