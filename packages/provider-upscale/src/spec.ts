import { assetInput, outputFormatInput, promptInput, type Spec, joinRows } from '@image-studio/core';
import * as z from 'zod';
import { localModels } from './local.models.ts';
import { stabilityModels } from './stability.models.ts';
import { upscaleNames } from './names.ts';
import { wavespeedModels } from './wavespeed.models.ts';

/** The inputs of an upscale, the same for every vendor. */
const input = z.strictObject({
  image: assetInput,
  /** How many times larger each side becomes; the nearest the model can do is planned and stated in the warnings. */
  scale: z.number().min(1).max(16).optional(),
  /** What the picture shows, for models that paint details anew. */
  prompt: promptInput.optional(),
  negativePrompt: promptInput.optional(),
  outputFormat: outputFormatInput.optional(),
  /** Results wanted; above what one call makes, several calls are made. */
  count: z.int().min(1).max(16).optional(),
});

const models = joinRows(wavespeedModels, stabilityModels, localModels);

/** The upscale operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const upscaleSpec: Spec<'upscale', typeof input, typeof models> = {
  id: 'upscale',
  input,
  assets: { image: 'image' },
  output: 'image',
  models,
  names: upscaleNames,
};
