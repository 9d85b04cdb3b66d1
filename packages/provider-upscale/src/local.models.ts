import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

/** What this machine does itself: free, no key, nothing leaves it. */
export const localModels = {
  'local/lanczos3': model({
    name: 'Lanczos (on this machine)', alias: 'lanczos3', endpoint: 'lanczos3',
    options: () => z.strictObject({ output_format: z.enum(['jpeg', 'png', 'webp']).optional() }),
    wire: { image: 'image', scale: 'scale', outputFormat: { field: 'output_format', as: 'choice', values: { jpeg: 'jpeg', png: 'png', webp: 'webp' } } }, needs: ['image'],
    price: flatPrice(0), tier: 'free', capabilities: ['upscale', 'local'], deadline: 120, asOf: '2026-11-22',
  }),
} as const;
