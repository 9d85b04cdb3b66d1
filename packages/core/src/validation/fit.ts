import type { Warning } from '../result/warning.ts';

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

/** Any size with each side within bounds: a size outside is scaled, keeping its ratio where the bounds allow it. */
export function fitSides(
  size: Size,
  rule: { readonly separator: string; readonly min: number; readonly max: number },
): Fitted {
  const shrink = Math.min(1, rule.max / Math.max(size.width, size.height));
  const grow = Math.max(1, rule.min / (Math.min(size.width, size.height) * shrink));
  const side = (length: number) => Math.min(rule.max, Math.max(rule.min, Math.round(length * shrink * grow)));
  return fitted(
    'size_adjusted',
    text(size),
    text({ width: side(size.width), height: side(size.height) }),
    rule.separator,
  );
}

/** The listed size nearest in shape, then in area. `auto` is never picked for a size that was asked for. */
export function fitListedSize(
  size: Size,
  rule: { readonly separator: string; readonly values: readonly string[] },
): Fitted {
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

/** The listed number nearest to the one asked for; of a vendor's words for numbers, the word. `input` names what was asked. */
export function fitNumber(
  asked: number,
  values: readonly number[] | Readonly<Record<string, number>>,
  input = 'scale',
): Fitted {
  const words: readonly (readonly [string | number, number])[] = isList(values)
    ? values.map((value) => [value, value])
    : Object.entries(values);
  const [word, best] = nearest(words, ([, value]) => [distance(value, asked)]) ?? [asked, asked];
  return best === asked
    ? { value: word }
    : { value: word, warning: adjusted(codeFor(input), String(asked), String(best)) };
}

/** A number within bounds; one outside becomes the nearer bound, a broken one is rounded where only whole ones go. */
export function fitWithin(
  asked: number,
  rule: { readonly min: number; readonly max: number; readonly whole: boolean },
  input: string,
): Fitted {
  const best = Math.min(rule.max, Math.max(rule.min, rule.whole ? Math.round(asked) : asked));
  return best === asked
    ? { value: best }
    : { value: best, warning: adjusted(codeFor(input), String(asked), String(best)) };
}

/** An enlargement as millions of pixels of the result; without the picture's size, four. */
export function fitMegapixels(
  sides: Size | undefined,
  scale: number,
  rule: { readonly min: number; readonly max: number; readonly whole: boolean },
): Fitted {
  const asked = sides ? (sides.width * sides.height * scale * scale) / 1e6 : 4;
  const rounded = rule.whole ? Math.ceil(asked) : Math.round(asked * 100) / 100;
  const best = Math.min(rule.max, Math.max(rule.min, rounded));
  return Math.abs(best - asked) / asked < 0.01
    ? { value: best }
    : { value: best, warning: adjusted('scale_adjusted', `${asked.toFixed(2)} megapixels`, `${best} megapixels`) };
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

const isList = (values: readonly number[] | Readonly<Record<string, number>>): values is readonly number[] =>
  Array.isArray(values);

const codeFor = (input: string): Warning['code'] => (input === 'seconds' ? 'seconds_adjusted' : 'scale_adjusted');

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
