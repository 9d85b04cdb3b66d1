import { createGemini } from '@image-studio/vendor-gemini';
import { face, photo } from './pictures.ts';
import type { VendorCells } from './vendor-cells.ts';

/** Gemini answers with the pictures and lists no jobs: what is lost on the way stays in doubt. It takes the tokens of a blocked prompt. */
export const gemini: VendorCells = {
  make: ({ sandboxUrl, ...reach }) => ({
    gemini: createGemini({ apiKey: 'AI-test', baseUrl: `${sandboxUrl}/gemini`, ...reach }),
  }),
  troubles: {
    refusal: { fault: 'rejected', ends: ['vendor_rejected', 'no'] },
    silence: { fault: 'silence', ends: ['in_doubt', 'unknown'] },
    moderation: { fault: 'moderation', ends: ['moderation_blocked', 'yes'] },
    'broken file': { fault: 'wrong_output', ends: ['vendor_output', 'yes'] },
  },
  cells: [
    { operation: 'generate', request: { model: 'gemini/gemini-3-pro-image', prompt: 'a lake', aspectRatio: '1:1' } },
    {
      operation: 'character',
      request: { model: 'gemini/gemini-nano-banana-2.1', prompt: 'at a lake', references: [face], consent: true },
    },
    {
      operation: 'edit',
      request: { model: 'gemini/gemini-3.1-flash-lite-image', prompt: 'make it dusk', image: photo },
    },
    { operation: 'translate', request: { model: 'gemini/gemini-nano-banana-2.1', image: photo, targetLanguage: 'de' } },
  ],
};
