import type { Json } from '../run/json.ts';
import { isAssetRef } from './asset-input.ts';
import {
  type Fitted,
  fitAspect,
  fitListedSize,
  fitLongestSide,
  fitMegapixels,
  fitNumber,
  fitSides,
  fitWithin,
  type Size,
} from './fit.ts';
import type { WireField } from './model.ts';
import { invalidRequest } from './parse.ts';

/** Width and height in pixels. */
export type Sides = Size;

/** Asks for a mask in another size or polarity than it came in; the runner makes that file and puts a plain slot in its place. */
export interface MaskSlot {
  readonly $mask: string;
  readonly width: number;
  readonly height: number;
  readonly edit: 'white' | 'black';
}

interface Context {
  readonly sides: Sides | undefined;
  readonly name: string;
}

/** One input in the vendor's form. Throws `invalid_request` where the value cannot be meant. */
export function writeField(
  field: WireField,
  value: unknown,
  context: Context,
): Omit<Fitted, 'value'> & { readonly value: Json } {
  if (typeof field === 'string') return { value: plain(value) };
  switch (field.as) {
    case 'text':
      return { value: text(String(value), field, context) };
    case 'list':
      return { value: list(value, field, context) };
    case 'mask':
      return { value: mask(value, field.edit, context) };
    case 'size':
      return 'values' in field ? fitListedSize(value as Size, field) : fitSides(value as Size, field);
    case 'aspect':
      return fitAspect(String(value), field.values);
    case 'nearest':
      return fitNumber(Number(value), field.values, context.name);
    case 'within':
      return fitWithin(Number(value), field, context.name);
    case 'choice':
      return { value: choice(String(value), field.values, context) };
    case 'megapixels':
      return fitMegapixels(context.sides, Number(value), field);
    case 'longest-side': {
      const longest = context.sides ? Math.max(context.sides.width, context.sides.height) : 1024;
      return fitLongestSide(Math.round(longest * Number(value)), field.values);
    }
    case 'count':
      return { value: Number(value) };
  }
}

function plain(value: unknown): Json {
  return isAssetRef(value) ? { $asset: value.asset } : (value as Json);
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

function within(length: number, { min = 0, max = Infinity }: Bounds, of: string, { name }: Context): void {
  if (length >= min && length <= max) return;
  const bound = length > max ? `At most ${max}` : `At least ${min}`;
  throw invalidRequest([{ path: [name], message: `${bound}${of} for this model, got ${length}` }]);
}

function list(value: unknown, bounds: Bounds, context: Context): Json {
  const all = Array.isArray(value) ? value : [value];
  within(all.length, bounds, '', context);
  return all.map(plain);
}

function text(value: string, bounds: Bounds, context: Context): string {
  within([...value].length, bounds, ' characters', context);
  return value;
}

function choice(
  value: string,
  values: readonly string[] | Readonly<Record<string, string>>,
  { name }: Context,
): string {
  const words = Array.isArray(values) ? values.map((word: string) => [word, word] as const) : Object.entries(values);
  const lower = value.toLowerCase();
  const found = words.find(([ours, theirs]) => ours.toLowerCase() === lower || theirs.toLowerCase() === lower);
  if (found) return found[1];
  const message = `This model takes: ${words.map(([ours]) => ours).join(', ')}`;
  throw invalidRequest([{ path: [name], message }]);
}

/** A mask marks the pixels of its picture, so it must have its shape; another size of the same shape is scaled. */
function mask(value: unknown, edit: 'white' | 'black', { sides, name }: Context): Json {
  if (!isAssetRef(value) || !sides || !value.width || !value.height) return plain(value);
  const stretch = value.width / value.height / (sides.width / sides.height) - 1;
  if (Math.abs(stretch) > 0.01) {
    const message = `The mask is ${value.width}x${value.height} but the picture ${sides.width}x${sides.height}; they must have the same shape`;
    throw invalidRequest([{ path: [name], message }]);
  }
  const fits = value.width === sides.width && value.height === sides.height && edit === 'white';
  return fits ? { $asset: value.asset } : { $mask: value.asset, width: sides.width, height: sides.height, edit };
}
