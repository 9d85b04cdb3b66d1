import { createOpenai } from '@image-studio/vendor-openai';
import { face, mask, photo } from './pictures.ts';
import type { VendorCells } from './vendor-cells.ts';

/** The smallest and quickest that every model can do. */
const quick = { size: { width: 816, height: 816 }, options: { quality: 'low' } };

/** OpenAI answers with the pictures and lists no jobs: what is lost on the way stays in doubt. */
export const openai: VendorCells = {
  make: ({ sandboxUrl, ...reach }) => ({
    openai: createOpenai({ apiKey: 'sk-test', baseUrl: `${sandboxUrl}/openai`, ...reach }),
  }),
  troubles: {
    refusal: { fault: 'rejected', ends: ['vendor_rejected', 'no'] },
    silence: { fault: 'silence', ends: ['in_doubt', 'unknown'] },
    moderation: { fault: 'moderation', ends: ['moderation_blocked', 'no'] },
    'broken file': { fault: 'wrong_output', ends: ['vendor_output', 'yes'] },
  },
  cells: [
    { operation: 'generate', request: { model: 'openai/gpt-image-2', prompt: 'a lake', ...quick } },
    {
      operation: 'character',
      request: {
        model: 'openai/gpt-image-2.5-flare',
        prompt: 'at a lake',
        references: [face],
        consent: true,
        ...quick,
      },
    },
    {
      operation: 'edit',
      request: { model: 'openai/gpt-image-2.5-sunburst', prompt: 'make it dusk', image: photo, ...quick },
    },
    {
      operation: 'edit',
      request: { model: 'openai/gpt-image-2', prompt: 'make it dusk', image: photo, mask, ...quick },
    },
    {
      operation: 'translate',
      request: { model: 'openai/gpt-image-2', image: photo, targetLanguage: 'de', options: quick.options },
    },
  ],
};
