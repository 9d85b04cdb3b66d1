import { aspectRatioInput, assetInput, outputFormatInput, seedInput, type Spec, joinRows } from '@image-studio/core';
import * as z from 'zod';
import { stabilityModels } from './stability.models.ts';
import { geminiModels } from './gemini.models.ts';
import { openaiModels } from './openai.models.ts';
import { huggingfaceModels } from './huggingface.models.ts';
import { editNames } from './names.ts';
import { wavespeedModels } from './wavespeed.models.ts';

// prettier-ignore
/** What an edit does. A model performs some of these; the first of its row is its default. */
export const editKinds = [
  'instruct', 'inpaint', 'outpaint', 'erase', 'search-replace', 'search-recolor', 'remove-background', 'replace-background',
  'relight', 'style-transfer', 'sketch', 'structure', 'remove-text', 'enhance', 'effect',
] as const;

const side = z.int().min(16).max(16_384);
const added = z.int().min(0).max(16_384).optional();

/** The inputs of an edit, the same for every vendor. */
const input = z.strictObject({
  prompt: z.string().min(1).max(32_000).optional(),
  negativePrompt: z.string().max(32_000).optional(),
  /** The picture to edit. Several pictures go in `images`. */
  image: assetInput.optional(),
  images: z.array(assetInput).min(1).max(16).optional(),
  /** White = edit, black = keep; has the shape of the picture. */
  mask: assetInput.optional(),
  /** A picture whose style, or whose place as the new background, is taken. */
  reference: assetInput.optional(),
  /** A picture whose light is taken. */
  lightReference: assetInput.optional(),
  /** What to look for in the picture, in words: the thing to replace or recolor. */
  search: z.string().min(1).max(32_000).optional(),
  /** Pixels to add at each side of the picture. */
  expand: z
    .strictObject({ left: added, right: added, top: added, bottom: added })
    .refine((sides) => Object.values(sides).some((side) => side !== undefined && side > 0), 'Add to at least one side')
    .optional(),
  kind: z.enum(editKinds).optional(),
  /** Pixels wanted; the nearest the model can do is planned and stated in the warnings. */
  size: z.strictObject({ width: side, height: side }).optional(),
  aspectRatio: aspectRatioInput.optional(),
  outputFormat: outputFormatInput.optional(),
  /** Results wanted; above what one call makes, several calls are made. */
  count: z.int().min(1).max(16).optional(),
  seed: seedInput.optional(),
});

const models = joinRows(wavespeedModels, stabilityModels, geminiModels, openaiModels, huggingfaceModels);

/** The edit operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const editSpec: Spec<'edit', typeof input, typeof models> = {
  id: 'edit',
  input,
  assets: { image: 'image', images: 'image', mask: 'mask', reference: 'image', lightReference: 'image' },
  output: 'image',
  models,
  names: editNames,
};
