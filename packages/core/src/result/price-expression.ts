import type { Json } from '../run/json.ts';
import { add, compare, divide, floor, fractionOf, multiply, rational, type Rational, roundHalfEven } from './money.ts';

/**
 * A number computed from the body that is sent to the vendor. Names are the vendor's own; `list.field` means that field of
 * every item of a list that has it, or of an object. A plain number is a constant; amounts of money are in micro-dollars.
 */
export type Expression =
  | number
  | { readonly field: string; readonly default?: number }
  | { readonly count: string }
  | { readonly total: string }
  | { readonly length: string }
  /** The length of a text in UTF-8: no token of a language model is shorter than one byte. */
  | { readonly bytes: string }
  /** The pixels of a size such as `1024x768`; `unknown` where the field has none (`auto`). */
  | { readonly pixels: string; readonly unknown: number }
  /** The length of the video or sound in a field, read from the file; `unknown` where it could not be read (the dearest). */
  | { readonly seconds: string; readonly unknown: number }
  | { readonly lookup: string; readonly table: Readonly<Record<string, Expression>>; readonly otherwise: Expression }
  | { readonly when: Condition; readonly then: Expression; readonly otherwise: Expression }
  | { readonly sum: readonly Expression[] }
  | { readonly product: readonly Expression[] }
  | { readonly quotient: readonly [Expression, Expression] }
  | { readonly max: readonly Expression[] }
  | { readonly min: readonly Expression[] }
  | { readonly ceil: Expression }
  /** The nearest whole number, halves to the even one. */
  | { readonly round: Expression };

/** A yes or no computed from the same body. */
export type Condition =
  | { readonly present: string }
  /** There is a value (of a `list.field`: at least one), and every one reads as a number. */
  | { readonly numeric: string }
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly atLeast: readonly [Expression, Expression] }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** What an expression is computed from: the vendor's body, and lengths of files in seconds by the body's field. */
export interface PriceFacts {
  readonly body: Readonly<Record<string, Json>>;
  readonly seconds: Readonly<Record<string, number>>;
}

/** The exact value of an expression. Throws `RangeError` on a division by zero. */
export function evaluate(expression: Expression, facts: PriceFacts): Rational {
  if (typeof expression === 'number') return rational(expression);
  const { body, seconds } = facts;
  const of = (part: Expression) => evaluate(part, facts);
  if ('field' in expression) return rational(asNumber(body[expression.field]) ?? expression.default ?? 0);
  if ('count' in expression) return rational(countAt(body, expression.count));
  if ('total' in expression) return valuesAt(body, expression.total).map(exact).reduce(add, rational(0));
  if ('length' in expression) return rational(countAt(body, expression.length));
  if ('bytes' in expression) return rational(new TextEncoder().encode(textAt(body, expression.bytes)).length);
  if ('pixels' in expression) return rational(pixelsOf(textAt(body, expression.pixels)) ?? expression.unknown);
  if ('seconds' in expression) return rational(seconds[expression.seconds] ?? expression.unknown);
  if ('lookup' in expression) return of(expression.table[String(body[expression.lookup])] ?? expression.otherwise);
  if ('when' in expression) return of(holds(expression.when, facts) ? expression.then : expression.otherwise);
  if ('sum' in expression) return expression.sum.map(of).reduce(add, rational(0));
  if ('product' in expression) return expression.product.map(of).reduce(multiply, rational(1));
  if ('quotient' in expression) return divide(of(expression.quotient[0]), of(expression.quotient[1]));
  if ('max' in expression) return expression.max.map(of).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  if ('min' in expression) return expression.min.map(of).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
  if ('round' in expression) return fractionOf(roundHalfEven(of(expression.round)), 1n);
  const value = of(expression.ceil);
  return fractionOf(-floor(fractionOf(-value.numerator, value.denominator)), 1n);
}

/** Whether a condition is true of these facts. */
export function holds(condition: Condition, facts: PriceFacts): boolean {
  const { body } = facts;
  if ('present' in condition) return valuesAt(body, condition.present).length > 0;
  if ('numeric' in condition) {
    const values = valuesAt(body, condition.numeric);
    return values.length > 0 && values.every((value) => asNumber(value) !== undefined);
  }
  if ('field' in condition) return body[condition.field] === condition.is;
  if ('atLeast' in condition)
    return compare(evaluate(condition.atLeast[0], facts), evaluate(condition.atLeast[1], facts)) >= 0;
  if ('not' in condition) return !holds(condition.not, facts);
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  return condition.any.some((part) => holds(part, facts));
}

type Body = PriceFacts['body'];

/** The value of a field, or of a field of an object or of every item of a list; those that are absent are left out. */
function valuesAt(body: Body, path: string): readonly Json[] {
  const [name = '', inner] = path.split('.');
  const value = body[name];
  if (inner === undefined) return value === undefined || value === null ? [] : [value];
  const items = Array.isArray(value) ? value : [value ?? null];
  return items.flatMap((item) => valuesAt(typeof item === 'object' && item !== null ? (item as Body) : {}, inner));
}

const exact = (value: Json): Rational => rational(asNumber(value) ?? 0);

function asNumber(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

function textAt(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

function pixelsOf(size: string): number | undefined {
  const [, width, height] = /^(\d+)[x*](\d+)$/.exec(size) ?? [];
  return width === undefined || height === undefined ? undefined : Number(width) * Number(height);
}

function countAt(body: Body, path: string): number {
  if (path.includes('.')) return valuesAt(body, path).length;
  const value = body[path];
  if (typeof value === 'string') return [...value].length;
  return Array.isArray(value) ? value.length : 0;
}
