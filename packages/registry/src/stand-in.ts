import {
  type AssetKind,
  type AssetRef,
  drawRequest,
  type DrawnRequest,
  type Model,
  type Spec,
  usualInputs,
} from '@image-studio/core';
import * as z from 'zod';

const picture = { width: 1024, height: 1024 };
const clipSeconds = 5;
const address = 'https://example.com/picture.jpg';

/** A file that is not there: a picture of 1024 by 1024, a clip of five seconds, or what is said of it. */
export function standInFile(kind: AssetKind | 'mask', facts: Partial<AssetRef> = {}): AssetRef {
  const is = kind === 'mask' ? 'image' : kind;
  const sides = is === 'image' || is === 'video' ? picture : { width: null, height: null };
  const seconds = is === 'audio' || is === 'video' ? clipSeconds : null;
  const same = { size: 1, sha256: 'stand-in', mediaType: mediaTypes[is] };
  return { ...same, ...sides, seconds, ...facts, kind: is, asset: 'asset_stand_in' };
}

const mediaTypes: Readonly<Record<AssetKind, string>> = {
  image: 'image/png',
  video: 'video/mp4',
  audio: 'audio/mpeg',
  model3d: 'model/gltf-binary',
};

/** What a row needs and nothing else, with stand-ins for files. */
export function leastRequest(spec: Spec, row: Model): DrawnRequest {
  return drawRequest(spec, row, { extent: 'minimal', file: standInFile, address });
}

/** A value for an input that any model takes; undefined for a name that is no input of the operation. */
export function standInFor({ assets, input }: Spec, name: string): unknown {
  const kind = assets[name];
  if (kind === undefined) return usualInputs[name];
  const file = standInFile(kind);
  const field = input.shape[name];
  return field !== undefined && takesList(field) ? [file, file] : file;
}

function takesList(field: z.core.$ZodType): boolean {
  return (field instanceof z.ZodOptional ? field.unwrap() : field) instanceof z.ZodArray;
}
