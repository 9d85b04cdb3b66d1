import { assetInput, countInput, promptInput, type Spec } from '@image-studio/core';
import * as z from 'zod';
import { image3dNames } from './names.ts';
import { wavespeedModels } from './wavespeed.models.ts';

/** The inputs of a 3D model, the same for every vendor. */
const input = z.strictObject({
  prompt: promptInput.optional(),
  /** A picture of the thing, or a sketch of it. Several go in `images`, or in `views` when their sides are known. */
  image: assetInput.optional(),
  images: z.array(assetInput).min(1).max(16).optional(),
  views: z
    .strictObject({
      front: assetInput.optional(),
      back: assetInput.optional(),
      left: assetInput.optional(),
      right: assetInput.optional(),
    })
    .optional(),
  /** White = the thing; has the shape of the picture. One for each thing in `masks`. */
  mask: assetInput.optional(),
  masks: z.array(assetInput).min(1).max(16).optional(),
  kind: z.enum(['picture', 'views', 'text', 'sketch']).optional(),
  /** File formats wanted; binary glTF is what every model makes. */
  formats: z
    .array(z.enum(['glb']))
    .min(1)
    .optional(),
  /** Polygons wanted; the nearest the model can do is planned and stated in the warnings. */
  faces: z.int().min(100).max(5_000_000).optional(),
  count: countInput.optional(),
});

const models = { ...wavespeedModels };

/** The 3D operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const image3dSpec: Spec<'3d', typeof input, typeof models> = {
  id: '3d',
  input,
  assets: {
    image: 'image',
    images: 'image',
    'views.front': 'image',
    'views.back': 'image',
    'views.left': 'image',
    'views.right': 'image',
    mask: 'mask',
    masks: 'mask',
  },
  output: 'model3d',
  models,
  names: image3dNames,
};
