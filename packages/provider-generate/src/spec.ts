import { assetInput, aspectRatioInput, countInput, promptInput, sizeInput, type Spec } from '@image-studio/core';
import * as z from 'zod';
import { generateNames } from './names.ts';
import { wavespeedModels } from './wavespeed.models.ts';

/** The inputs of a generation, the same for every vendor. */
const input = z.strictObject({
  prompt: promptInput,
  negativePrompt: promptInput.optional(),
  /** A picture to follow, where the model takes one. Several go in `images`. */
  image: assetInput.optional(),
  images: z.array(assetInput).min(1).max(16).optional(),
  /** A manner such as `realistic`; each model knows its own, and a refusal names them. */
  style: z.string().min(1).max(60).optional(),
  size: sizeInput.optional(),
  aspectRatio: aspectRatioInput.optional(),
  count: countInput.optional(),
});

const models = { ...wavespeedModels };

/** The generate operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const generateSpec: Spec<'generate', typeof input, typeof models> = {
  id: 'generate',
  input,
  assets: { image: 'image', images: 'image' },
  output: 'image',
  models,
  names: generateNames,
};
