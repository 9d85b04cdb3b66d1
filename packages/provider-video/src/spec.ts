import {
  assetInput,
  aspectRatioInput,
  countInput,
  promptInput,
  seedInput,
  type Spec,
  joinRows,
} from '@image-studio/core';
import * as z from 'zod';
import { geminiModels } from './gemini.models.ts';
import { videoNames } from './names.ts';
import { wavespeedModels } from './wavespeed.models.ts';

/** The inputs of a video, the same for every vendor. */
const input = z.strictObject({
  /** The picture that the video begins with. */
  image: assetInput,
  /** The picture that it ends with. */
  lastImage: assetInput.optional(),
  prompt: promptInput.optional(),
  negativePrompt: promptInput.optional(),
  /** Length wanted; the nearest the model can do is planned and stated in the warnings. */
  seconds: z.number().positive().max(60).optional(),
  /** Lines wanted, as `720p`, or `2k`, `4k`; the nearest the model can do is planned and stated in the warnings. */
  resolution: z
    .string()
    .regex(/^(\d{3,4}p|[248]k)$/, 'Expected a resolution such as 720p or 4k')
    .optional(),
  aspectRatio: aspectRatioInput.optional(),
  /** Sound for the video to follow. */
  audio: assetInput.optional(),
  count: countInput.optional(),
  seed: seedInput.optional(),
});

const models = joinRows(wavespeedModels, geminiModels);

/** The video operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const videoSpec: Spec<'video', typeof input, typeof models> = {
  id: 'video',
  input,
  assets: { image: 'image', lastImage: 'image', audio: 'audio' },
  output: 'video',
  models,
  names: videoNames,
};
