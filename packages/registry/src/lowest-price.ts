import { holds, type Json, type Micros, type Model, priceOf, type WireField } from '@image-studio/core';
import * as z from 'zod';

type Body = Readonly<Record<string, Json>>;

/**
 * The lowest price that a row can have: from a body that it takes, each field that the price depends on is set to what makes it
 * cheapest, again and again until nothing changes. Values that the vendor does not allow together are not tried.
 */
export function lowestPrice(row: Model, start: Body, seconds: Readonly<Record<string, number>>): Micros {
  const allowed = (body: Body) =>
    (row.checks ?? []).every(
      (check) =>
        !('oneOf' in check) ||
        body[check.field] === undefined ||
        check.oneOf.includes(body[check.field] as string) ||
        !holds(check.when, { body, seconds }),
    );
  const price = (body: Body) => priceOf(row.price, body, seconds).micros;
  const axes = fieldsNamed(row.price).flatMap((field) => {
    const values = valuesOf(row, field);
    return values.length === 0 ? [] : [{ field, values }];
  });
  let best = start;
  for (let before = Infinity; price(best) < before;) {
    before = price(best);
    for (const { field, values } of axes) {
      const tried = values.map((value) => ({ ...best, [field]: value })).filter(allowed);
      best = tried.reduce((least, body) => (price(body) < price(least) ? body : least), best);
    }
  }
  return price(best);
}

/** Names of fields anywhere in a rule. */
function fieldsNamed(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = Object.entries(part).flatMap(([key, value]) =>
    ['field', 'lookup', 'present', 'numeric', 'pixels'].includes(key) && typeof value === 'string'
      ? [value]
      : fieldsNamed(value),
  );
  return [...new Set(own)];
}

function valuesOf({ options, wire }: Model, field: string): readonly Json[] {
  const form = Object.values(wire).find(
    (one): one is Exclude<WireField, string> => typeof one === 'object' && one.field === field,
  );
  if (form) return valuesOfForm(form);
  const shape = options instanceof z.ZodObject ? (options.shape as Record<string, z.core.$ZodType>) : {};
  return Object.hasOwn(shape, field) ? valuesOfSchema(shape[field]!) : [];
}

function valuesOfForm(form: Exclude<WireField, string>): readonly Json[] {
  if ('values' in form) return Array.isArray(form.values) ? (form.values as readonly Json[]) : valuesOfTable(form);
  if (form.as === 'range' || form.as === 'megapixels') return [form.min, form.max];
  return [];
}

function valuesOfTable(form: Exclude<WireField, string>): readonly Json[] {
  const values: object = 'values' in form ? form.values : {};
  return form.as === 'choice' || form.as === 'language' ? (Object.values(values) as Json[]) : Object.keys(values);
}

function valuesOfSchema(schema: z.core.$ZodType): readonly Json[] {
  const { enum: listed, type, minimum, maximum } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  if (listed) return listed as Json[];
  if (type === 'boolean') return [true, false];
  return [minimum, maximum].filter(
    (bound) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER,
  ) as Json[];
}
