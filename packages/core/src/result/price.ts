import type { Json } from '../run/json.ts';
import { add, compare, type Micros, multiply, rational, roundHalfUp } from './money.ts';
import { type Condition, evaluate, type Expression, holds, type PriceFacts } from './price-expression.ts';

/**
 * One part of a price: an amount that is added, or a factor that multiplies all that stands above it
 * (a dearer resolution, sound), shown as the difference it makes.
 */
export type PriceRuleLine =
  | { readonly label: string; readonly amount: Expression }
  | { readonly label: string; readonly times: Expression };

/** What a model costs, as data: its lines from the first to the last. `bound` = never more than this; the reported usage is charged. */
export interface PriceRule {
  readonly basis: 'exact' | 'bound';
  /** What one unit of the first line is, for people: `image`, `second`, `megapixel`. */
  readonly unit: string;
  /** What the vendor takes for fields that the body does not set, as far as the price depends on them. */
  readonly defaults?: Readonly<Record<string, Json>>;
  /** Where this holds the price is `otherwise`, whatever the lines say: the vendor's own way out when a value is missing. */
  readonly unless?: { readonly when: Condition; readonly otherwise: Expression };
  readonly lines: readonly PriceRuleLine[];
  /** Of a `bound`: what the vendor takes for what it reports to have used, computed from that report. */
  readonly reported?: Expression;
  /** Of a `bound` that lies far above what is taken as a rule: that. Models are compared by it, never held or charged. */
  readonly usual?: Expression;
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

/** The rule of a model that always costs the same. */
export function flatPrice(micros: Micros, unit = 'image'): PriceRule {
  return { basis: 'exact', unit, lines: [{ label: `per ${unit}`, amount: micros }] };
}

/** Stands where no price is known. A row with it is `listedOnly`: it cannot be run. */
export const unknownPrice: PriceRule = { basis: 'bound', unit: 'image', lines: [] };

/**
 * The price of one call with this body; `seconds` are lengths of input files by the body's field.
 * Computed in fractions, rounded once, half up; the last line takes the rounding. Factors that change nothing are not shown.
 */
export function priceOf(
  rule: PriceRule,
  body: Readonly<Record<string, Json>>,
  seconds: Readonly<Record<string, number>> = {},
): Price {
  const facts = { body: { ...rule.defaults, ...body }, seconds };
  let total = rational(0);
  let before = 0;
  const lines: PriceLine[] = [];
  for (const line of linesOf(rule, facts)) {
    const factor = 'times' in line;
    const next = factor ? multiply(total, evaluate(line.times, facts)) : add(total, evaluate(line.amount, facts));
    if (factor && compare(next, total) === 0) continue;
    total = next;
    const after = roundHalfUp(total);
    lines.push({ label: line.label, micros: after - before });
    before = after;
  }
  return { micros: before, basis: rule.basis, lines };
}

/** What a call with this body costs as a rule, for comparing models: the price, unless that is only a bound. */
export function usualPrice(
  rule: PriceRule,
  body: Readonly<Record<string, Json>>,
  seconds: Readonly<Record<string, number>> = {},
): Micros {
  if (rule.usual === undefined) return priceOf(rule, body, seconds).micros;
  return roundHalfUp(evaluate(rule.usual, { body: { ...rule.defaults, ...body }, seconds }));
}

/** What the vendor takes for the usage it reported, rounded once, half up; undefined where the rule does not go by usage. */
export function costOfUsage(rule: PriceRule, usage: Readonly<Record<string, number>>): Micros | undefined {
  return rule.reported && roundHalfUp(evaluate(rule.reported, { body: usage, seconds: {} }));
}

function linesOf({ unless, lines }: PriceRule, facts: PriceFacts): readonly PriceRuleLine[] {
  return unless && holds(unless.when, facts) ? [{ label: 'base price', amount: unless.otherwise }] : lines;
}
