import type { ModelNames } from '@image-studio/core';

/** Names of upscale models beside their ids and aliases, and what became of those that are gone. A name whose row is not there means nothing. */
export const upscaleNames: ModelNames = {
  aliases: {
    'stability-upscale-fast': 'stability/upscale-fast',
    'stability-upscale-conservative': 'stability/upscale-conservative',
    'stability-upscale-creative': 'stability/upscale-creative',
  },
};
