import { model, unknownPrice } from '@image-studio/core';
import * as z from 'zod';

/** Gemini's video models, so that they are found; none is run. */
export const geminiModels = {
  'gemini/gemini-omni-1.1-flash': model({
    name: 'Gemini Omni 1.1 Flash', endpoint: 'gemini-omni-1.1-flash', options: () => z.strictObject({}), wire: { prompt: 'prompt', image: 'image' },
    needs: ['image'], price: unknownPrice, listedOnly: 'Google states no price of it, and its API for interactions is not spoken here',
    tier: 'mid', capabilities: ['picture'], deadline: 600, asOf: '2026-11-22',
  }),
} as const;
