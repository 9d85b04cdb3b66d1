import type { GenerateImage } from '../src/index.ts';

declare const generate: GenerateImage;

void generate({ model: 'qwen-image', prompt: 'x', options: { output_format: 'png' } });
void generate({ prompt: 'x', size: { width: 512, height: 512 }, style: 'realistic' });
// @ts-expect-error this model has no guidance scale
void generate({ model: 'qwen-image', prompt: 'x', options: { guidance_scale: 3 } });
// @ts-expect-error the words are missing
void generate({ model: 'qwen-image' });
