import { assetInput, countInput, outputFormatInput, type Spec, joinRows } from '@image-studio/core';
import * as z from 'zod';
import { geminiModels } from './gemini.models.ts';
import { openaiModels } from './openai.models.ts';
import { wavespeedModels } from './wavespeed.models.ts';

const language = z.string().min(2).max(35);

/** The inputs of a translation, the same for every vendor. */
const input = z.strictObject({
  image: assetInput,
  /** A BCP 47 tag such as `de` or `zh-Hant`; each model knows its own, and a refusal names them. */
  targetLanguage: language,
  /** The language of the text in the picture; found out when absent. */
  sourceLanguage: language.optional(),
  outputFormat: outputFormatInput.optional(),
  count: countInput.optional(),
});

const models = joinRows(wavespeedModels, geminiModels, openaiModels);

/** The translate operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const translateSpec: Spec<'translate', typeof input, typeof models> = {
  id: 'translate',
  input,
  assets: { image: 'image' },
  output: 'image',
  models,
};
