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

// Options are the vendor's own, each by the model's row.
void generate({ model: 'openai/gpt-image-2', prompt: 'x', options: { quality: 'low', moderation: 'low' } });
void generate({ model: 'gemini/gemini-3-pro-image', prompt: 'x', options: { imageSize: '4K' } });
// @ts-expect-error no price of this quality is known
void generate({ model: 'openai/gpt-image-2.5-flare', prompt: 'x', options: { quality: 'max' } });
// @ts-expect-error the quality has to be named
void generate({ model: 'openai/gpt-image-2.5-flare', prompt: 'x' });
// @ts-expect-error this model makes one size
void generate({ model: 'gemini/gemini-3.1-flash-lite-image', prompt: 'x', options: { imageSize: '2K' } });

const flux = 'huggingface/black-forest-labs/FLUX.1-dev';
void generate({ model: flux, prompt: 'x', seed: 0, outputFormat: 'png', options: { acceleration: 'high' } });
// @ts-expect-error not a format of this model
void generate({ model: flux, prompt: 'x', options: { output_format: 'webp' } });
// @ts-expect-error no picture format
void generate({ model: flux, prompt: 'x', outputFormat: 'tiff' });
