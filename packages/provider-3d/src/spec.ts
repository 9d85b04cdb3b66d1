import { assetInput, countInput, promptInput, seedInput, type Spec, joinRows } from '@image-studio/core';
import * as z from 'zod';
import { stabilityModels } from './stability.models.ts';
import { image3dNames } from './names.ts';
import { wavespeedModels } from './wavespeed.models.ts';

const picture = assetInput.optional();
const pictures = z.array(assetInput).min(1).max(16).optional();

/** The inputs of a 3D model, the same for every vendor. */
const input = z.strictObject({
  prompt: promptInput.optional(),
  /** A picture of the thing, or a sketch of it. Several go in `images`, or in `views` when their sides are known. */
  image: picture,
  images: pictures,
  views: z.strictObject({ front: picture, back: picture, left: picture, right: picture }).optional(),
  /** White = the thing; has the shape of the picture. One for each thing in `masks`. */
  mask: picture,
  masks: pictures,
  /** A `splat` is a cloud of coloured points instead of a surface; it is made only when it is asked for. */
  kind: z.enum(['picture', 'views', 'text', 'sketch', 'splat']).optional(),
  /** The file format wanted. Every model but those of splats makes binary glTF; some make another instead. */
  formats: z
    .array(z.enum(['glb', 'obj', 'fbx', 'usdz', 'stl', 'ply']))
    .min(1)
    .optional(),
  /** Polygons wanted; the nearest the model can do is planned and stated in the warnings. */
  faces: z.int().min(100).max(5_000_000).optional(),
  count: countInput.optional(),
  seed: seedInput.optional(),
});

const models = joinRows(wavespeedModels, stabilityModels);

/** The 3D operation as data: inputs and models. Light: needs no HTTP client, in a browser too. */
export const image3dSpec: Spec<'3d', typeof input, typeof models> = {
  id: '3d',
  input,
  // prettier-ignore
  assets: {
    image: 'image', images: 'image', mask: 'mask', masks: 'mask',
    'views.front': 'image', 'views.back': 'image', 'views.left': 'image', 'views.right': 'image',
  },
  output: 'model3d',
  models,
  names: image3dNames,
};
