import type { Warning } from '../result/warning.ts';
import { fitSides, type SizeBounds } from './fit-sides.ts';

/** A pair of sides in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is planned for something asked for: the vendor's value, and a warning where it is not quite the same. */
export interface Fitted {
  readonly value: string | number;
  readonly warning?: Warning;
}

/** `16:9` as 1.777…. */
export function ratioOf(aspect: string): number {
  const [width = 1, height = 1] = aspect.split(':').map(Number);
  return width / height;
}

/** What sizes a model makes: any with sides within bounds, or those of a list. In pixels. */
export type SizeRule = { readonly separator: string } & (
  | { readonly min: number; readonly max: number; readonly within?: SizeBounds }
  | { readonly values: readonly string[] }
);

/** The size nearest to the one asked for. */
export function fitSize(size: Size, rule: SizeRule): Fitted {
  if ('values' in rule) return fitListedSize(size, rule);
  return fitted('size_adjusted', text(size), text(fitSides(size, rule)), rule.separator);
}

/** The size of about a megapixel nearest to an aspect ratio, for a model that takes sizes only. */
export function fitShape(aspect: string, rule: SizeRule): Fitted {
  const root = Math.sqrt(ratioOf(aspect));
  const { value } = fitSize({ width: eighth(1024 * root), height: eighth(1024 / root) }, rule);
  const [width = 1, height = 1] = String(value).split(rule.separator).map(Number);
  const same = distance(width / height, ratioOf(aspect)) < 0.01;
  return same ? { value } : { value, warning: adjusted('aspect_adjusted', aspect, text({ width, height })) };
}

/** The listed aspect ratio nearest to a size, for a model that takes ratios only and decides the pixels itself. */
export function fitSizeToAspect(size: Size, values: readonly string[]): Fitted {
  const { value } = fitAspect(`${size.width}:${size.height}`, values);
  return { value, warning: adjusted('size_adjusted', text(size), String(value)) };
}

const eighth = (length: number) => Math.round(length / 8) * 8;

/** The listed size nearest in shape, then in area. `auto` is never picked for a size that was asked for. */
function fitListedSize(size: Size, rule: { readonly separator: string; readonly values: readonly string[] }): Fitted {
  const sizes = rule.values
    .map((value) => value.split(/[*x]/).map(Number))
    .filter(([width, height]) => width && height);
  const best = nearest(sizes, ([width = 1, height = 1]) => [
    distance(width / height, size.width / size.height),
    distance(width * height, size.width * size.height),
  ]);
  const [width = size.width, height = size.height] = best ?? [];
  return fitted('size_adjusted', text(size), text({ width, height }), rule.separator);
}

/** The listed aspect ratio nearest to the one asked for. */
export function fitAspect(aspect: string, values: readonly string[]): Fitted {
  const best =
    nearest(
      values.filter((value) => value.includes(':')),
      (value) => [distance(ratioOf(value), ratioOf(aspect))],
    ) ?? aspect;
  const same = distance(ratioOf(best), ratioOf(aspect)) < 1e-9;
  return same ? { value: best } : { value: best, warning: adjusted('aspect_adjusted', aspect, best) };
}

/** The listed number nearest to the one asked for; `name` is the input's. */
export function fitNumber(asked: number, values: readonly (number | string)[], name: string): Fitted {
  const best = nearest(values, (value) => [distance(Number.parseFloat(String(value)), asked)]) ?? asked;
  return Number.parseFloat(String(best)) === asked
    ? { value: best }
    : { value: best, warning: adjusted(`${name}_adjusted`, String(asked), String(best)) };
}

/** The whole number within bounds nearest to the one asked for; `name` is the input's. */
export function fitRange(
  asked: number,
  { min, max }: { readonly min: number; readonly max: number },
  name: string,
): Fitted {
  const best = Math.min(max, Math.max(min, Math.round(asked)));
  return best === asked
    ? { value: best }
    : { value: best, warning: adjusted(`${name}_adjusted`, String(asked), String(best)) };
}

/** An enlargement as millions of pixels of the result; four where the picture's size is not known. */
export function fitMegapixels(
  sides: Size | undefined,
  scale: number,
  rule: { readonly min: number; readonly max: number; readonly whole: boolean },
): Fitted {
  const asked = sides ? (sides.width * sides.height * scale * scale) / 1e6 : 4;
  const rounded = rule.whole ? Math.ceil(asked) : Math.round(asked * 100) / 100;
  const best = Math.min(rule.max, Math.max(rule.min, rounded));
  return Math.abs(best / asked - 1) < 0.01
    ? { value: best }
    : { value: best, warning: adjusted('scale_adjusted', `${asked.toFixed(2)} megapixels`, `${best} megapixels`) };
}

/** The vendor's resolution whose number of lines is nearest to the one asked for (`720p`, `2k`). */
export function fitResolution(asked: string, values: Readonly<Record<string, number>>, name: string): Fitted {
  const lines = linesOf(asked);
  const best = nearest(Object.entries(values), ([, has]) => [distance(has, lines)]);
  if (!best) return { value: asked };
  return best[1] === lines
    ? { value: best[0] }
    : { value: best[0], warning: adjusted(`${name}_adjusted`, asked, best[0]) };
}

/** Lines of a resolution: `720p` says them; 2k is 1440, 4k 2160, 8k 4320. */
function linesOf(resolution: string): number {
  const number = Number.parseInt(resolution, 10);
  return /k$/i.test(resolution) ? (number === 2 ? 1440 : number * 540) : number;
}

/** The named resolution whose longest side is nearest to the one asked for. */
export function fitLongestSide(longest: number, values: Readonly<Record<string, number>>): Fitted {
  const best = nearest(Object.entries(values), ([, side]) => [distance(side, longest)]);
  if (!best) return { value: longest };
  const [name, side] = best;
  return side === longest
    ? { value: name }
    : { value: name, warning: adjusted('scale_adjusted', `${longest} px`, `${name} (${side} px)`) };
}

function fitted(code: 'size_adjusted', asked: string, planned: string, separator: string): Fitted {
  const value = planned.replace('x', separator);
  return asked === planned ? { value } : { value, warning: adjusted(code, asked, planned) };
}

function adjusted(code: Warning['code'], asked: string, planned: string): Warning {
  return { code, asked, planned, message: `Asked for ${asked}; the nearest this model makes is ${planned}.` };
}

const text = ({ width, height }: Size) => `${width}x${height}`;

/** How far apart two positive numbers are, the same in both directions: halving is as far as doubling. */
const distance = (a: number, b: number) => Math.abs(Math.log(a / b));

function nearest<Value>(values: readonly Value[], measure: (value: Value) => readonly number[]): Value | undefined {
  const ranked = values.map((value) => ({ value, far: measure(value) }));
  return ranked.sort((a, b) => firstDifference(a.far, b.far))[0]?.value;
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => Math.abs(value - (b[at] ?? 0)) > 1e-9);
  return index < 0 ? 0 : a[index]! - (b[index] ?? 0);
}
