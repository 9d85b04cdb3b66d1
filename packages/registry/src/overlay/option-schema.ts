import type { Json } from '@image-studio/core';
import * as z from 'zod';

/** The part of JSON Schema that options are described in. Whatever else a schema says is an error, so that nothing is silently not checked. */
export interface OptionSchema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | undefined;
  readonly enum?: readonly (string | number)[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly items?: OptionSchema | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly properties?: Readonly<Record<string, OptionSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: false | undefined;
  readonly default?: Json | undefined;
  readonly description?: string | undefined;
}

const count = z.int().min(0).optional();

const optionSchema: z.ZodType<OptionSchema> = z.lazy(() =>
  z
    .strictObject({
      type: z.enum(['string', 'integer', 'number', 'boolean', 'array', 'object']).optional(),
      enum: z
        .array(z.union([z.string(), z.number()]))
        .min(1)
        .optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      minLength: count,
      maxLength: count,
      pattern: z.string().refine(isPattern, 'Expected a regular expression').optional(),
      items: optionSchema.optional(),
      minItems: count,
      maxItems: count,
      properties: z.record(z.string(), optionSchema).optional(),
      required: z.array(z.string()).optional(),
      additionalProperties: z.literal(false).optional(),
      default: z.json().optional() as z.ZodType<Json | undefined>,
      description: z.string().optional(),
    })
    .refine(({ type, enum: listed }) => type !== undefined || listed !== undefined, 'Expected "type" or "enum"')
    .refine(({ type, items }) => type !== 'array' || items !== undefined, 'A list needs "items"'),
);

/** The schema of a whole set of options: a description of an object, `type` left out or not. */
export const optionsSchema: z.ZodType<OptionSchema> = z.strictObject({
  type: z.literal('object').optional(),
  properties: z.record(z.string(), optionSchema).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.literal(false).optional(),
});

/** A strict zod schema that checks the same: unknown fields are refused, defaults are the vendor's affair. */
export function zodOfOptions({ properties = {}, required = [] }: OptionSchema): z.ZodObject {
  const shape = Object.entries(properties).map(([name, schema]) => {
    const field = zodOf(schema);
    return [name, required.includes(name) ? field : field.optional()] as const;
  });
  return z.strictObject(Object.fromEntries(shape));
}

function zodOf(schema: OptionSchema): z.ZodType {
  const { enum: listed, minimum = -Infinity, maximum = Infinity, minItems = 0, maxItems = Infinity } = schema;
  if (listed) return z.literal([...listed]);
  switch (schema.type) {
    case 'integer':
      return bounded(z.int(), minimum, maximum);
    case 'number':
      return bounded(z.number(), minimum, maximum);
    case 'boolean':
      return z.boolean();
    case 'array': {
      const list = z.array(zodOf(schema.items!)).min(minItems);
      return maxItems === Infinity ? list : list.max(maxItems);
    }
    case 'object':
      return zodOfOptions(schema);
    default:
      return text(schema);
  }
}

function bounded<Schema extends z.ZodNumber>(schema: Schema, minimum: number, maximum: number): z.ZodType {
  const above = minimum === -Infinity ? schema : schema.min(minimum);
  return maximum === Infinity ? above : above.max(maximum);
}

function text({ minLength = 0, maxLength, pattern }: OptionSchema): z.ZodType {
  const long = z.string().min(minLength);
  const short = maxLength === undefined ? long : long.max(maxLength);
  return pattern === undefined ? short : short.regex(new RegExp(pattern));
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}
