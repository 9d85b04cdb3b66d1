import type { ModelNames } from '@image-studio/core';

/** Names of generate models beside their ids and aliases, and what became of those that are gone. A name whose row is not there means nothing. */
export const generateNames: ModelNames = {
  aliases: {
    'stability-ultra': 'stability/ultra',
    'stability-core': 'stability/core',
    'sd3.5-large': 'stability/sd3.5-large',
    'sd3.5-large-turbo': 'stability/sd3.5-large-turbo',
    'sd3.5-medium': 'stability/sd3.5-medium',
    'sd3.5-flash': 'stability/sd3.5-flash',
    'black-forest-labs/FLUX.1-Krea-dev': 'huggingface/black-forest-labs/FLUX.1-Krea-dev',
    'black-forest-labs/FLUX.1-dev': 'huggingface/black-forest-labs/FLUX.1-dev',
  },
  retired: {
    'imagen-3.0-generate-001': { successor: 'gemini/gemini-nano-banana-2.1' },
    'stable-diffusion-xl-1024-v1-0': { successor: 'stability/core' },
    'stable-diffusion-xl-base-1.0': { successor: 'stability/core' },
    'runwayml/flux-dev': { successor: 'huggingface/black-forest-labs/FLUX.1-dev' },
  },
};
