import { flatPrice, model, type Spec } from '@image-studio/core';
import { samplePicture } from '@image-studio/core/contracts';
import * as z from 'zod';

/** An operation with one model, for runs whose vendor costs nothing. */
export const paintSpec: Spec = {
  id: 'generate',
  input: z.strictObject({ prompt: z.string() }),
  assets: {},
  output: 'image',
  models: {
    'instant/paint': model({
      name: 'Paint',
      alias: 'paint',
      endpoint: 'paint',
      options: z.strictObject({}),
      wire: { prompt: 'prompt' },
      needs: ['prompt'],
      price: flatPrice(20_000),
      tier: 'budget',
      capabilities: [],
      deadline: 600,
      asOf: '2026-11-01',
    }),
  },
};

const picture = samplePicture('png') as Uint8Array<ArrayBuffer>;

/** A small picture, as a vendor gives it. */
export const pictureStream = (): ReadableStream<Uint8Array> => new Blob([picture]).stream();
