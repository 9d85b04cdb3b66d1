import type { GenerateImage } from '../src/index.ts';

declare const generate: GenerateImage;

void generate({ model: 'qwen-image', prompt: 'x', options: { output_format: 'png' } });
void generate({ prompt: 'x', size: { width: 512, height: 512 }, style: 'realistic' });
// @ts-expect-error this model has no guidance scale
void generate({ model: 'qwen-image', prompt: 'x', options: { guidance_scale: 3 } });
// @ts-expect-error the words are missing
void generate({ model: 'qwen-image' });
void generate({ model: 'stability-core', prompt: 'x', style: 'anime', options: { output_format: 'webp' } });
// @ts-expect-error no guidance but for Stable Diffusion
void generate({ model: 'stability-core', prompt: 'x', options: { cfg_scale: 3 } });
