import type { Json } from '../run/json.ts';
import {
  add,
  compare,
  divide,
  floor,
  fractionOf,
  type Micros,
  multiply,
  rational,
  type Rational,
  roundHalfUp,
} from './money.ts';

/**
 * A number computed from the body that is sent to the vendor. Names in `field`, `count`, `length` and `present` are the vendor's own.
 * A plain number is a constant; amounts of money are in micro-dollars.
 */
export type Expression =
  | number
  | { readonly field: string; readonly default?: number }
  | { readonly count: string }
  | { readonly length: string }
  | { readonly lookup: string; readonly table: Readonly<Record<string, Expression>>; readonly otherwise: Expression }
  | { readonly when: Condition; readonly then: Expression; readonly otherwise: Expression }
  | { readonly sum: readonly Expression[] }
  | { readonly product: readonly Expression[] }
  | { readonly quotient: readonly [Expression, Expression] }
  | { readonly max: readonly Expression[] }
  | { readonly min: readonly Expression[] }
  | { readonly ceil: Expression };

/** A yes or no computed from the same body. */
export type Condition =
  | { readonly present: string }
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly atLeast: readonly [Expression, Expression] }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** What a model costs, as data: the sum of its lines. `bound` = never more than this; the reported usage is charged. */
export interface PriceRule {
  readonly basis: 'exact' | 'bound';
  /** What one unit of the first line is, for people: `image`, `second`, `megapixel`. */
  readonly unit: string;
  readonly lines: readonly { readonly label: string; readonly amount: Expression }[];
}

/** One explained part of a price. */
export interface PriceLine {
  readonly label: string;
  readonly micros: Micros;
}

/** A computed price: `micros` is the rounded sum, the lines add up to it. */
export interface Price {
  readonly micros: Micros;
  readonly basis: 'exact' | 'bound';
  readonly lines: readonly PriceLine[];
}

type Body = Readonly<Record<string, Json>>;

/** The rule of a model that always costs the same. */
export function flatPrice(micros: Micros, unit = 'image'): PriceRule {
  return { basis: 'exact', unit, lines: [{ label: `per ${unit}`, amount: micros }] };
}

/** The price of one call with this body. Computed in fractions, rounded once, half up; the last line takes the rounding. */
export function priceOf(rule: PriceRule, body: Body): Price {
  let total = rational(0);
  let before = 0;
  const lines = rule.lines.map(({ label, amount }) => {
    total = add(total, evaluate(amount, body));
    const after = roundHalfUp(total);
    const line = { label, micros: after - before };
    before = after;
    return line;
  });
  return { micros: before, basis: rule.basis, lines };
}

function evaluate(expression: Expression, body: Body): Rational {
  if (typeof expression === 'number') return rational(expression);
  const of = (part: Expression) => evaluate(part, body);
  if ('field' in expression) return rational(numberAt(body, expression.field) ?? expression.default ?? 0);
  if ('count' in expression) return rational(lengthAt(body, expression.count));
  if ('length' in expression) return rational(lengthAt(body, expression.length));
  if ('lookup' in expression) return of(expression.table[String(body[expression.lookup])] ?? expression.otherwise);
  if ('when' in expression) return of(holds(expression.when, body) ? expression.then : expression.otherwise);
  if ('sum' in expression) return expression.sum.map(of).reduce(add, rational(0));
  if ('product' in expression) return expression.product.map(of).reduce(multiply, rational(1));
  if ('quotient' in expression) return divide(of(expression.quotient[0]), of(expression.quotient[1]));
  if ('max' in expression) return expression.max.map(of).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  if ('min' in expression) return expression.min.map(of).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
  const value = of(expression.ceil);
  return fractionOf(-floor(fractionOf(-value.numerator, value.denominator)), 1n);
}

function holds(condition: Condition, body: Body): boolean {
  if ('present' in condition) return body[condition.present] !== undefined && body[condition.present] !== null;
  if ('field' in condition) return body[condition.field] === condition.is;
  if ('atLeast' in condition)
    return compare(evaluate(condition.atLeast[0], body), evaluate(condition.atLeast[1], body)) >= 0;
  if ('not' in condition) return !holds(condition.not, body);
  if ('all' in condition) return condition.all.every((part) => holds(part, body));
  return condition.any.some((part) => holds(part, body));
}

function numberAt(body: Body, field: string): number | undefined {
  const value = body[field];
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

function lengthAt(body: Body, field: string): number {
  const value = body[field];
  if (typeof value === 'string') return [...value].length;
  return Array.isArray(value) ? value.length : 0;
}
