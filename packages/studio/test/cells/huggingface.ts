import { createHuggingface } from '@image-studio/vendor-huggingface';
import { photo } from './pictures.ts';
import type { VendorCells } from './vendor-cells.ts';

/** Hugging Face: it lists no jobs, so silence stays in doubt; a job whose content is stopped at work may be charged. */
export const huggingface: VendorCells = {
  make: ({ sandboxUrl, ...reach }) => ({
    huggingface: createHuggingface({ token: 'hf_test', baseUrl: `${sandboxUrl}/huggingface`, ...reach }),
  }),
  troubles: {
    refusal: { fault: 'rejected', ends: ['vendor_rejected', 'no'] },
    silence: { fault: 'silence', ends: ['in_doubt', 'unknown'] },
    moderation: { fault: 'moderation', ends: ['moderation_blocked', 'yes'] },
    'broken file': { fault: 'truncated_output', times: 50, ends: ['vendor_output', 'yes'] },
  },
  cells: [
    { operation: 'generate', request: { model: 'huggingface/black-forest-labs/FLUX.1-dev', prompt: 'a lake' } },
    {
      operation: 'generate',
      request: { model: 'huggingface/stabilityai/stable-diffusion-3-medium-diffusers', prompt: 'a lake' },
      troubles: { moderation: { fault: 'moderation', ends: ['moderation_blocked', 'no'] } },
    },
    {
      operation: 'edit',
      request: { model: 'huggingface/black-forest-labs/FLUX.2-klein-9B', prompt: 'make it dusk', image: photo },
    },
    { operation: 'edit', request: { model: 'huggingface/briaai/RMBG-2.0', image: photo } },
  ],
};
