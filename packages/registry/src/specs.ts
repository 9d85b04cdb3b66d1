import type { Spec } from '@image-studio/core';
import { image3dSpec } from '@image-studio/provider-3d/spec';
import { characterSpec } from '@image-studio/provider-character/spec';
import { editSpec } from '@image-studio/provider-edit/spec';
import { faceSwapSpec } from '@image-studio/provider-faceswap/spec';
import { generateSpec } from '@image-studio/provider-generate/spec';
import { translateSpec } from '@image-studio/provider-translate/spec';
import { upscaleSpec } from '@image-studio/provider-upscale/spec';
import { videoSpec } from '@image-studio/provider-video/spec';

/** Every operation as data, by id. */
export const specs: Readonly<Record<string, Spec>> = {
  generate: generateSpec,
  character: characterSpec,
  edit: editSpec,
  upscale: upscaleSpec,
  '3d': image3dSpec,
  faceswap: faceSwapSpec,
  translate: translateSpec,
  video: videoSpec,
};
