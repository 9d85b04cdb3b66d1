import { createStability } from '@image-studio/vendor-stability';
import { face, large, mask, photo } from './pictures.ts';
import type { VendorCells } from './vendor-cells.ts';

/** Stability: most answers are the file itself and come once; it lists no jobs, so silence stays in doubt. */
export const stability: VendorCells = {
  make: ({ sandboxUrl, ...reach }) => ({
    stability: createStability({ apiKey: 'sk-test', baseUrl: `${sandboxUrl}/stability`, ...reach }),
  }),
  troubles: {
    refusal: { fault: 'rejected', ends: ['vendor_rejected', 'no'] },
    silence: { fault: 'silence', ends: ['in_doubt', 'unknown'] },
    moderation: { fault: 'moderation', ends: ['moderation_blocked', 'no'] },
    'broken file': { fault: 'truncated_output', times: 50, ends: ['vendor_output', 'yes'] },
  },
  cells: [
    ...['stability-core', 'stability-ultra', 'sd3.5-large', 'sd3.5-large-turbo', 'sd3.5-medium', 'sd3.5-flash'].map(
      (model) => ({ operation: 'generate', request: { model, prompt: 'a lake' } }) as const,
    ),
    ...[
      { model: 'stability-erase', mask },
      { model: 'stability-inpaint', mask, prompt: 'a boat' },
      { model: 'stability-outpaint', expand: { left: 16 } },
      { model: 'stability-search-replace', search: 'the lake', prompt: 'a field' },
      { model: 'stability-search-recolor', search: 'the lake', prompt: 'red' },
      { model: 'stability-remove-background' },
      { model: 'stability-relight', prompt: 'a beach' },
      { model: 'stability-control-sketch', prompt: 'a castle' },
      { model: 'stability-control-structure', prompt: 'a castle' },
      { model: 'stability-control-style', prompt: 'a castle' },
      { model: 'stability-control-style-transfer', reference: face },
    ].map((request) => ({ operation: 'edit', request: { image: photo, ...request } }) as const),
    { operation: 'upscale', request: { model: 'stability-upscale-fast', image: photo } },
    { operation: 'upscale', request: { model: 'stability-upscale-conservative', image: photo, prompt: 'a lake' } },
    { operation: 'upscale', request: { model: 'stability-upscale-creative', image: photo, prompt: 'a lake' } },
    { operation: '3d', request: { model: 'stable-fast-3d', image: photo } },
    { operation: '3d', request: { model: 'stable-point-aware-3d', image: large } },
  ],
};
