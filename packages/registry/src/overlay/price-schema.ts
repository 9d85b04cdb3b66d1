import { type Condition, flatPrice, type PriceRule } from '@image-studio/core';
import * as z from 'zod';

const name = z.string().min(1);

const expression: z.ZodType<unknown> = z.lazy(() =>
  z.union(
    [
      z.number(),
      z.strictObject({ field: name, default: z.number().optional() }),
      z.strictObject({ count: name }),
      z.strictObject({ total: name }),
      z.strictObject({ length: name }),
      z.strictObject({ bytes: name }),
      z.strictObject({ pixels: name, unknown: z.number() }),
      z.strictObject({ seconds: name, unknown: z.number() }),
      z.strictObject({ lookup: name, table: z.record(z.string(), expression), otherwise: expression }),
      z.strictObject({ when: condition, then: expression, otherwise: expression }),
      z.strictObject({ sum: several }),
      z.strictObject({ product: several }),
      z.strictObject({ quotient: z.tuple([expression, expression]) }),
      z.strictObject({ max: several }),
      z.strictObject({ min: several }),
      z.strictObject({ ceil: expression }),
      z.strictObject({ round: expression }),
    ],
    { error: 'Expected a number or one of the forms of a price: field, lookup, when, sum, product, ...' },
  ),
);

const several = z.array(expression).min(1);

const condition: z.ZodType<unknown> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ present: name }),
      z.strictObject({ numeric: name }),
      z.strictObject({ field: name, is: z.union([z.string(), z.number(), z.boolean()]) }),
      z.strictObject({ atLeast: z.tuple([expression, expression]) }),
      z.strictObject({ not: condition }),
      z.strictObject({ all: z.array(condition) }),
      z.strictObject({ any: z.array(condition) }),
    ],
    { error: 'Expected a condition: present, field and is, atLeast, not, all, any' },
  ),
);

/** A condition of a check between fields. */
export const conditionSchema: z.ZodType<Condition> = condition as z.ZodType<Condition>;

const line = z.union(
  [z.strictObject({ label: name, amount: expression }), z.strictObject({ label: name, times: expression })],
  { error: 'Expected { label, amount } or { label, times }' },
);

const rule = z.strictObject({
  basis: z.enum(['exact', 'bound']),
  unit: name,
  defaults: z.record(z.string(), z.json()).optional(),
  unless: z.strictObject({ when: condition, otherwise: expression }).optional(),
  lines: z.array(line).min(1),
  reported: expression.optional(),
});

/** A price: micro-dollars for each result, or a whole rule. */
export const priceSchema: z.ZodType<PriceRule> = z
  .union([z.int().min(0), rule], { error: 'Expected whole micro-dollars for each result, or a price rule' })
  .transform((price) => (typeof price === 'number' ? flatPrice(price) : (price as unknown as PriceRule)));
