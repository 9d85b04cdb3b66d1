import { assetInput, type Spec } from '@image-studio/core';
import * as z from 'zod';
import { editNames } from './names.ts';
import { wavespeedModels } from './wavespeed.models.ts';

// prettier-ignore
/** What an edit does. A model performs some of these; the first of its row is its default. */
export const editKinds = [
  'instruct', 'inpaint', 'outpaint', 'erase', 'search-replace', 'search-recolor', 'remove-background', 'replace-background',
  'relight', 'style-transfer', 'sketch', 'structure', 'remove-text', 'enhance', 'effect',
] as const;

const side = z.int().min(16).max(16_384);

/** The inputs of an edit, the same for every vendor. */
const input = z.strictObject({
  prompt: z.string().min(1).max(32_000).optional(),
  negativePrompt: z.string().max(32_000).optional(),
  /** The picture to edit. Several pictures go in `images`. */
  image: assetInput.optional(),
  images: z.array(assetInput).min(1).max(16).optional(),
  /** White = edit, black = keep; has the shape of the picture. */
  mask: assetInput.optional(),
  kind: z.enum(editKinds).optional(),
  /** Pixels wanted; the nearest the model can do is planned and stated in the warnings. */
  size: z.strictObject({ width: side, height: side }).optional(),
  aspectRatio: z
    .string()
    .regex(/^\d{1,4}:\d{1,4}$/, 'Expected a ratio such as 16:9')
    .optional(),
  /** Results wanted; above what one call makes, several calls are made. */
  count: z.int().min(1).max(16).optional(),
});

const models = { ...wavespeedModels };

/** The edit operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const editSpec: Spec<'edit', typeof input, typeof models> = {
  id: 'edit',
  input,
  assets: { image: 'image', images: 'image', mask: 'mask' },
  output: 'image',
  models,
  names: editNames,
};
