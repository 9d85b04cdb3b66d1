import type { ModelNames } from '@image-studio/core';

/** Names of 3D models beside their ids and aliases, and what became of those that are gone. A name whose row is not there means nothing. */
export const image3dNames: ModelNames = {
  aliases: {
    'stable-fast-3d': 'stability/stable-fast-3d',
    'stable-point-aware-3d': 'stability/stable-point-aware-3d',
  },
};
