import type { GenerateImage } from '../src/index.ts';

declare const generate: GenerateImage;

void generate({ model: 'qwen-image', prompt: 'x', options: { output_format: 'png' } });
void generate({ prompt: 'x', size: { width: 512, height: 512 }, style: 'realistic' });
// @ts-expect-error this model has no guidance scale
void generate({ model: 'qwen-image', prompt: 'x', options: { guidance_scale: 3 } });
// @ts-expect-error the words are missing
void generate({ model: 'qwen-image' });

const flux = 'huggingface/black-forest-labs/FLUX.1-dev';
void generate({ model: flux, prompt: 'x', seed: 0, outputFormat: 'png', options: { acceleration: 'high' } });
// @ts-expect-error not a format of this model
void generate({ model: flux, prompt: 'x', options: { output_format: 'webp' } });
// @ts-expect-error no picture format
void generate({ model: flux, prompt: 'x', outputFormat: 'tiff' });
