import { assetInput, consentInput, countInput, outputFormatInput, type Spec, joinRows } from '@image-studio/core';
import * as z from 'zod';
import { wavespeedModels } from './wavespeed.models.ts';

const faces = z.array(assetInput).min(1).max(16);

/** The inputs of a face swap, the same for every vendor. */
const input = z.strictObject({
  /** The picture that gets another face. */
  image: assetInput,
  /** The face it gets. Several go in `faces`. */
  face: assetInput.optional(),
  faces: faces.optional(),
  /** The face in the picture that is replaced, as a close-up; in `targets` one for each of `faces`, in the same order. */
  target: assetInput.optional(),
  targets: faces.optional(),
  /** Which face of the picture is replaced: 0 is the largest. */
  faceIndex: z.int().min(0).max(10).optional(),
  /** Whose faces are replaced. */
  gender: z.enum(['all', 'female', 'male']).optional(),
  outputFormat: outputFormatInput.optional(),
  count: countInput.optional(),
  consent: consentInput.optional(),
});

const models = joinRows(wavespeedModels);

/** The face swap operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const faceSwapSpec: Spec<'faceswap', typeof input, typeof models> = {
  id: 'faceswap',
  input,
  assets: { image: 'image', face: 'image', faces: 'image', target: 'image', targets: 'image' },
  recorded: ['consent'],
  output: 'image',
  models,
};
