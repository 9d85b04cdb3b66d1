import {
  type AssetKind,
  type AssetRef,
  drawOptions,
  type Json,
  type Model,
  type Spec,
  type WireField,
} from '@image-studio/core';
import * as z from 'zod';

/** A request as small as a model takes it: inputs with stand-ins for files, and the options that it cannot do without. */
export interface LeastRequest {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, Json>>;
}

const picture = { width: 1024, height: 1024 };
const clipSeconds = 5;
const address = 'https://example.com/picture.jpg';

/** A file that is not there: a picture of 1024 by 1024, a clip of five seconds, or what is said of it. */
export function standInFile(kind: AssetKind, facts: Partial<AssetRef> = {}): AssetRef {
  const sides = kind === 'image' || kind === 'video' ? picture : { width: null, height: null };
  const seconds = kind === 'audio' || kind === 'video' ? clipSeconds : null;
  const same = { size: 1, sha256: 'stand-in', mediaType: mediaTypes[kind] };
  return { ...same, ...sides, seconds, ...facts, kind, asset: 'asset_stand_in' };
}

const mediaTypes: Readonly<Record<AssetKind, string>> = {
  image: 'image/png',
  video: 'video/mp4',
  audio: 'audio/mpeg',
  model3d: 'model/gltf-binary',
};

/** What a row needs and nothing else. */
export function leastRequest(spec: Spec, row: Model): LeastRequest {
  let inputs: Readonly<Record<string, unknown>> = {};
  for (const need of row.needs) inputs = { ...inputs, ...leastInput(spec, row, need, inputs) };
  const fields = Object.values(row.wire).map((form) => (typeof form === 'string' ? form : form.field));
  const draw = { extent: 'minimal', picture: address, without: fields } as const;
  return { inputs, options: needsOptions(row.options) ? drawOptions(row.options, draw) : {} };
}

/** A value for an input that any model takes; undefined for a name that is no input of the operation. */
export function standInFor({ assets, input }: Spec, name: string): unknown {
  const kind = assets[name];
  if (kind !== undefined) {
    const file = standInFile(kind === 'mask' ? 'image' : kind);
    return input.shape[name] !== undefined && takesList(input.shape[name]) ? [file, file] : file;
  }
  return usual[name];
}

const usual: Readonly<Record<string, unknown>> = {
  prompt: 'a quiet harbour at dusk',
  negativePrompt: 'people',
  size: picture,
  aspectRatio: '1:1',
  scale: 2,
  count: 1,
  seconds: clipSeconds,
  resolution: '720p',
  targetLanguage: 'en',
  sourceLanguage: 'de',
  faceIndex: 0,
  gender: 'all',
  faces: 10_000,
  consent: true,
};

function takesList(field: z.core.$ZodType): boolean {
  return (field instanceof z.ZodOptional ? field.unwrap() : field) instanceof z.ZodArray;
}

function needsOptions(options: Model['options']): boolean {
  return options instanceof z.ZodObject && !z.safeParse(options, {}).success;
}

function leastInput(
  spec: Spec,
  row: Model,
  need: string,
  inputs: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const name = need in row.wire ? need : `${need}s` in row.wire ? `${need}s` : need;
  const form = row.wire[name];
  const kind = spec.assets[name] ?? spec.assets[need];
  const [head = '', part] = name.split('.');
  const value = kind === undefined ? leastValue(name, form) : leastFiles(kind, name, form);
  return part === undefined
    ? { [name]: value }
    : { [head]: { ...(inputs[head] as object | undefined), [part]: value } };
}

function leastFiles(kind: AssetKind | 'mask', name: string, form: WireField | undefined): unknown {
  const file = standInFile(kind === 'mask' ? 'image' : kind);
  const list = typeof form === 'object' && form.as === 'list' && name.endsWith('s');
  return list ? Array.from({ length: Math.max(1, form.min ?? 1) }, () => file) : file;
}

function leastValue(name: string, form: WireField | undefined): unknown {
  if (typeof form !== 'object') return usual[name] ?? 'x';
  switch (form.as) {
    case 'text':
      return 'x'.repeat(Math.max(1, form.min ?? 1));
    case 'nearest':
      return Math.min(...form.values.map((value) => Number.parseFloat(String(value))));
    case 'range':
      return form.min;
    case 'resolution':
    case 'choice':
    case 'language':
      return 'values' in form ? Object.keys(form.values)[0] : usual[name];
    case 'aspect':
      return name === 'size' ? picture : (form.values[0] ?? '1:1');
    default:
      return usual[name];
  }
}
