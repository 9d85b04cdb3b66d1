import type { GenerateImageUpscale } from '../src/index.ts';

declare const upscale: GenerateImageUpscale;
declare const image: Uint8Array;

void upscale({ model: 'image-upscaler', image, scale: 2, options: { target_resolution: '8k' } });
void upscale({ model: 'lanczos3', image, scale: 2, options: { output_format: 'png' } });
// @ts-expect-error this model has no target resolution
void upscale({ model: 'lanczos3', image, options: { target_resolution: '8k' } });
// @ts-expect-error the picture is missing
void upscale({ model: 'lanczos3' });
void upscale({ model: 'stability-upscale-creative', image, prompt: 'x', options: { style_preset: 'anime' } });
// @ts-expect-error nothing is painted anew
void upscale({ model: 'stability-upscale-fast', image, options: { creativity: 0.3 } });
