import { createWavespeed } from '@image-studio/vendor-wavespeed';
import { face, photo } from './pictures.ts';
import type { Cell, VendorCells } from './vendor-cells.ts';

/** Large files take their time to make, so these are empty instead of cut in the middle. */
const noFile: Cell['troubles'] = {
  'broken file': { fault: 'empty_output', times: 50, ends: ['vendor_output', 'yes'] },
};

/** WaveSpeed: failed jobs are refunded, and what was taken without an answer is found again in its history. */
export const wavespeed: VendorCells = {
  make: ({ sandboxUrl, ...reach }) => ({
    wavespeed: createWavespeed({ apiKey: 'test', baseUrl: sandboxUrl, ...reach }),
  }),
  troubles: {
    refusal: { fault: 'rejected', ends: ['vendor_rejected', 'no'] },
    silence: { fault: 'silence', ends: 'done' },
    moderation: { fault: 'moderation', ends: ['moderation_blocked', 'no'] },
    'broken file': { fault: 'truncated_output', times: 50, ends: ['vendor_output', 'yes'] },
  },
  cells: [
    { operation: 'generate', request: { model: 'qwen-image', prompt: 'a lake' } },
    {
      operation: 'character',
      request: { model: { prefer: 'budget' }, prompt: 'at a lake', references: [face], consent: true },
    },
    { operation: 'edit', request: { model: 'qwen-edit', prompt: 'make it dusk', image: photo } },
    { operation: 'upscale', request: { model: 'image-upscaler', image: photo }, troubles: noFile },
    { operation: '3d', request: { model: 'tripo3d-v2.5-image-to-3d', image: photo } },
    { operation: 'faceswap', request: { model: 'image-face-swap', image: photo, face, consent: 'form 7' } },
    { operation: 'translate', request: { image: photo, targetLanguage: 'de' } },
    {
      operation: 'video',
      request: { image: photo, prompt: 'it rains', seconds: 3, resolution: '480p' },
      troubles: noFile,
    },
  ],
};
