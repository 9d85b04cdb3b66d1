import {
  aspectRatioInput,
  assetInput,
  countInput,
  outputFormatInput,
  promptInput,
  seedInput,
  sizeInput,
  type Spec,
  joinRows,
} from '@image-studio/core';
import * as z from 'zod';
import { stabilityModels } from './stability.models.ts';
import { geminiModels } from './gemini.models.ts';
import { openaiModels } from './openai.models.ts';
import { huggingfaceModels } from './huggingface.models.ts';
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
  outputFormat: outputFormatInput.optional(),
  count: countInput.optional(),
  seed: seedInput.optional(),
});

const models = joinRows(wavespeedModels, stabilityModels, geminiModels, openaiModels, huggingfaceModels);

/** The generate operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const generateSpec: Spec<'generate', typeof input, typeof models> = {
  id: 'generate',
  input,
  assets: { image: 'image', images: 'image' },
  output: 'image',
  models,
  names: generateNames,
};
