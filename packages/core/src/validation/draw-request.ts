import * as z from 'zod';
import type { Json } from '../run/json.ts';
import type { AssetKind } from './asset-input.ts';
import { drawOptions, type Extent } from './draw-options.ts';
import type { Model, Spec, WireField } from './model.ts';

/** A request for a row, without the model. */
export interface DrawnRequest {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, Json>>;
}

/** What a drawn request is made of. */
export interface RequestSource {
  readonly extent: Extent;
  /** The file that stands for an input. */
  readonly file: (kind: AssetKind | 'mask') => unknown;
  /** What stands for the address of a picture in an option. */
  readonly address: string;
}

/** Values that most models take, by input. */
export const usualInputs: Readonly<Record<string, unknown>> = {
  prompt: 'a quiet harbour at dusk',
  negativePrompt: 'people',
  size: { width: 1024, height: 1024 },
  aspectRatio: '1:1',
  scale: 2,
  count: 1,
  seconds: 5,
  resolution: '720p',
  targetLanguage: 'en',
  sourceLanguage: 'de',
  faceIndex: 0,
  gender: 'all',
  faces: 10_000,
  consent: true,
  search: 'a dog',
  outputFormat: 'png',
  seed: 7,
};

/**
 * A request that a row takes: only what it needs, as small as it goes, or everything it can take, as large as it goes. The same on
 * every call. Of inputs that mean the same field one is set. What goes only without other fields may have to be taken out.
 */
export function drawRequest(spec: Spec, row: Model, source: RequestSource): DrawnRequest {
  const fields = Object.values(row.wire).map(keyOf);
  const draw = { extent: source.extent, picture: source.address, without: fields };
  const options = hasNeeds(row.options) || source.extent === 'maximal' ? drawOptions(row.options, draw) : {};
  let inputs: Readonly<Record<string, unknown>> = {};
  const set = new Set<string>();
  for (const name of namesFor(row, source.extent)) {
    const form = row.wire[name];
    if (form !== undefined && set.has(keyOf(form))) continue;
    if (form !== undefined) set.add(keyOf(form));
    const [head = '', part] = name.split('.');
    const value = valueFor(spec, name, form, source);
    if (value === undefined) continue;
    inputs = {
      ...inputs,
      [head]: part === undefined ? value : { ...(inputs[head] as object | undefined), [part]: value },
    };
  }
  return { inputs, options };
}

const keyOf = (form: WireField): string => (typeof form === 'string' ? form : form.field);

/** Names as the row has them: `images` where `image` is needed and only the list has a way to the vendor. */
function namesFor({ wire, needs }: Model, extent: Extent): readonly string[] {
  const needed = needs.map((name) => (name in wire || !(`${name}s` in wire) ? name : `${name}s`));
  return extent === 'minimal' ? needed : [...new Set([...needed, ...Object.keys(wire)])];
}

function hasNeeds(options: Model['options']): boolean {
  return !z.safeParse(options, {}).success;
}

function valueFor(spec: Spec, name: string, form: WireField | undefined, { extent, file }: RequestSource): unknown {
  const kind = spec.assets[name];
  if (kind !== undefined) {
    if (typeof form !== 'object' || form.as !== 'list' || !name.endsWith('s')) return file(kind);
    const length = extent === 'minimal' ? Math.max(1, form.min ?? 1) : Math.min(16, form.max);
    return Array.from({ length }, () => file(kind));
  }
  const field = fieldOf(spec, name);
  const drawn = [...(extent === 'minimal' ? valuesOf(name, form) : valuesOf(name, form).toReversed())];
  const fits = (value: unknown) => field !== undefined && z.safeParse(field, value).success;
  return [...drawn, ...drawn.map((value) => [value])].find(fits) ?? usualInputs[name];
}

/** The schema of an input, or of a part of one: `expand.left`. */
function fieldOf({ input }: Spec, name: string): z.core.$ZodType | undefined {
  const [head = '', part] = name.split('.');
  const whole: z.core.$ZodType | undefined = input.shape[head];
  if (part === undefined) return whole;
  const inner = whole instanceof z.ZodOptional ? whole.unwrap() : whole;
  return inner instanceof z.ZodObject ? (inner.shape as Record<string, z.core.$ZodType>)[part] : undefined;
}

/** Values that a form of input knows, the smallest first. */
function valuesOf(name: string, form: WireField | undefined): readonly unknown[] {
  if (typeof form !== 'object') return [usualInputs[name] ?? 'x'];
  switch (form.as) {
    case 'text':
      return [form.min ?? 1, Math.min(200, form.max ?? 200)].map((length) => 'x'.repeat(Math.max(1, length)));
    case 'nearest':
      return form.values.map((value) => Number.parseFloat(String(value))).toSorted((a, b) => a - b);
    case 'range':
    case 'count':
      return ['min' in form ? form.min : 1, Math.min(form.max, 5_000_000)];
    case 'resolution':
    case 'choice':
    case 'language':
      return 'values' in form ? Object.keys(form.values) : [usualInputs[name]];
    case 'aspect':
      return name === 'size' ? [usualInputs[name]] : form.values;
    case 'size':
      return 'values' in form
        ? form.values.map((size) => sidesOf(name, size))
        : [form.min, form.max].map((side) => square(name, side));
    default:
      return [usualInputs[name]];
  }
}

function sidesOf(name: string, size: string): unknown {
  const [width = 0, height = 0] = size.split(/[*x]/).map(Number);
  return name === 'size' ? { width, height } : `${width}:${height}`;
}

function square(name: string, side: number): unknown {
  return name === 'size' ? { width: side, height: side } : '1:1';
}
