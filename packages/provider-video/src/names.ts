import type { ModelNames } from '@image-studio/core';

/** Names of video models beside their ids and aliases, and what became of those that are gone. A name whose row is not there means nothing. */
export const videoNames: ModelNames = {
  aliases: {
    'wavespeed/kandinsky5-pro/image-to-video': 'wavespeed/wavespeed-ai/kandinsky5-pro/image-to-video',
  },
  retired: {
    'wavespeed-ai/infinitetalk': { unsupported: true, reason: 'it makes a portrait speak; videos here move a picture' },
    'wavespeed-ai/hunyuan-avatar': {
      unsupported: true,
      reason: 'it makes a portrait speak; videos here move a picture',
    },
  },
};
