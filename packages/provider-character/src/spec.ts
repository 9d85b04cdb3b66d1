import {
  aspectRatioInput,
  assetInput,
  consentInput,
  countInput,
  outputFormatInput,
  promptInput,
  seedInput,
  sizeInput,
  type Spec,
  joinRows,
} from '@image-studio/core';
import * as z from 'zod';
import { geminiModels } from './gemini.models.ts';
import { openaiModels } from './openai.models.ts';
import { wavespeedModels } from './wavespeed.models.ts';

/** The inputs of a character picture, the same for every vendor. */
const input = z.strictObject({
  prompt: promptInput,
  /** Pictures of the character. One alone may be given as `reference`. */
  reference: assetInput.optional(),
  references: z.array(assetInput).min(1).max(16).optional(),
  size: sizeInput.optional(),
  aspectRatio: aspectRatioInput.optional(),
  outputFormat: outputFormatInput.optional(),
  count: countInput.optional(),
  seed: seedInput.optional(),
  consent: consentInput.optional(),
});

const models = joinRows(wavespeedModels, geminiModels, openaiModels);

/** The character operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const characterSpec: Spec<'character', typeof input, typeof models> = {
  id: 'character',
  input,
  assets: { reference: 'image', references: 'image' },
  recorded: ['consent'],
  output: 'image',
  models,
};
