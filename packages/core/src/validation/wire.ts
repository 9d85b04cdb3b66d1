import type { Json } from '../run/json.ts';
import { isAssetRef } from './asset-input.ts';
import {
  type Fitted,
  fitAspect,
  fitLongestSide,
  fitMegapixels,
  fitNumber,
  fitRange,
  fitResolution,
  fitShape,
  fitSize,
  fitSizeToAspect,
  type Size,
} from './fit.ts';
import { languageName, languageOf } from './language.ts';
import type { MaskMark, WireField } from './model.ts';
import { invalidRequest } from './parse.ts';
import { pictureFault } from './picture-bounds.ts';

/** Width and height in pixels. */
export type Sides = Size;

/** Asks for a mask in another size or polarity than it came in; the runner makes that file and puts a plain slot in its place. */
export interface MaskSlot {
  readonly $mask: string;
  readonly width: number;
  readonly height: number;
  readonly edit: MaskMark;
}

interface Context {
  readonly sides: Sides | undefined;
  readonly name: string;
}

/** One input in the vendor's form; null where nothing is sent. Throws `invalid_request` where the value cannot be meant. */
export function writeField(
  field: WireField,
  value: unknown,
  context: Context,
): Omit<Fitted, 'value'> & { readonly value: Json } {
  if (typeof field === 'string') return { value: plain(value) };
  switch (field.as) {
    case 'picture': {
      const fault = isAssetRef(value) ? pictureFault(value, field) : undefined;
      if (fault !== undefined) throw invalidRequest([{ path: context.name.split('.'), message: fault }]);
      return { value: plain(value) };
    }
    case 'text':
      requireLength([...String(value)].length, field, ' characters', context);
      return { value: String(value) };
    case 'list':
      return { value: list(value, field, context) };
    case 'mask':
      return { value: mask(value, field.edit, context) };
    case 'size':
      return typeof value === 'string' ? fitShape(value, field) : fitSize(value as Size, field);
    case 'sides': {
      const rule = { separator: 'x', min: field.min, max: field.max };
      const fitted = typeof value === 'string' ? fitShape(value, rule) : fitSize(value as Size, rule);
      const [width = 0, height = 0] = String(fitted.value).split('x').map(Number);
      return { ...fitted, value: { width, height } };
    }
    case 'aspect':
      return typeof value === 'string' ? fitAspect(value, field.values) : fitSizeToAspect(value as Size, field.values);
    case 'nearest':
      return fitNumber(Number(value), field.values, context.name);
    case 'fixed':
      if (typeof field.value === 'number')
        return { ...fitNumber(Number(value), [field.value], context.name), value: null };
      named(
        only(value, context) === field.value ? field.value : undefined,
        String(value),
        { [field.value]: '' },
        context,
      );
      return { value: null };
    case 'range':
      return fitRange(Number(value), field, context.name);
    case 'resolution':
      return fitResolution(String(value), field.values, context.name);
    case 'choice': {
      const word = only(value, context);
      return {
        value: named(Object.hasOwn(field.values, word) ? field.values[word] : undefined, word, field.values, context),
      };
    }
    case 'language': {
      const tag = String(value);
      if ('sentence' in field) return { value: field.sentence.replace('{}', spoken(tag, context)) };
      return { value: named(languageOf(tag, field.values), tag, field.values, context) };
    }
    case 'longest-side': {
      const longest = context.sides ? Math.max(context.sides.width, context.sides.height) : 1024;
      return fitLongestSide(Math.round(longest * Number(value)), field.values);
    }
    case 'megapixels':
      return fitMegapixels(context.sides, Number(value), field);
    case 'count':
      return { value: Number(value) };
    case 'given':
      throw new RangeError('What a model does anyway is not written.');
  }
}

/** Our words that a field knows, when it takes nothing but words of a list. */
export function wordsOf(field: WireField | undefined): readonly string[] | undefined {
  if (typeof field !== 'object' || (field.as !== 'choice' && field.as !== 'given')) return undefined;
  return field.as === 'given' ? field.values : Object.keys(field.values);
}

function plain(value: unknown): Json {
  return isAssetRef(value) ? { $asset: value.asset } : (value as Json);
}

interface Lengths {
  readonly min?: number;
  readonly max?: number;
}

function requireLength(length: number, { min = 0, max = Infinity }: Lengths, of: string, { name }: Context): void {
  if (length >= min && length <= max) return;
  const bound = length > max ? `At most ${max}` : `At least ${min}`;
  throw invalidRequest([{ path: name.split('.'), message: `${bound}${of} for this model, got ${length}` }]);
}

function list(value: unknown, rule: Lengths & { readonly edit?: MaskMark }, context: Context): Json {
  const all = Array.isArray(value) ? value : [value];
  requireLength(all.length, rule, '', context);
  const { edit } = rule;
  return all.map((one) => (edit === undefined ? plain(one) : mask(one, edit, context)));
}

/** The one word that a choice takes; a list of one is as good. */
function only(value: unknown, { name }: Context): string {
  if (!Array.isArray(value)) return String(value);
  if (value.length === 1) return String(value[0]);
  throw invalidRequest([{ path: [name], message: `This model takes one of them, got ${value.length}` }]);
}

/** The vendor's word, or the refusal of ours with the words that this model knows. */
function named(
  found: string | undefined,
  asked: string,
  values: Readonly<Record<string, string>>,
  { name }: Context,
): string {
  if (found !== undefined) return found;
  const message = `This model does not know "${asked.slice(0, 40)}"; it knows ${Object.keys(values).join(', ')}`;
  throw invalidRequest([{ path: name.split('.'), message }]);
}

function spoken(tag: string, { name }: Context): string {
  const language = languageName(tag);
  if (language !== undefined) return language;
  const message = `"${tag.slice(0, 40)}" is no known language; give a BCP 47 tag such as de, pt-BR or zh-Hant`;
  throw invalidRequest([{ path: name.split('.'), message }]);
}

/** A mask marks the pixels of its picture, so it must have its shape; another size of the same shape is scaled. */
function mask(value: unknown, edit: MaskMark, { sides, name }: Context): Json {
  if (!isAssetRef(value)) return plain(value);
  if (!sides || !value.width || !value.height) {
    if (edit === 'white') return plain(value);
    const message = 'The size of the mask or of its picture cannot be read';
    throw invalidRequest([{ path: [name], message }]);
  }
  const stretch = value.width / value.height / (sides.width / sides.height) - 1;
  if (Math.abs(stretch) > 0.01) {
    const message = `The mask is ${value.width}x${value.height} but the picture ${sides.width}x${sides.height}; they must have the same shape`;
    throw invalidRequest([{ path: [name], message }]);
  }
  const fits = value.width === sides.width && value.height === sides.height && edit === 'white';
  return fits ? { $asset: value.asset } : { $mask: value.asset, width: sides.width, height: sides.height, edit };
}
