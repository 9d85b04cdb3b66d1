import type { BodyCheck } from '../../packages/core/src/index.ts';
import { both, either, no, type Truth } from './condition-algebra.ts';
import type { ConditionalSchema, PropertySchema, RequestSchema } from './vendor-row.ts';

/** A schema that cannot be said in our own; the message is the reason. */
export class Unsayable extends Error {}

/** The schema that the vendor refers to, but does not bring along. */
const loraWeight = 'z.strictObject({ path: z.string(), scale: z.number().optional() })';

/** Fields whose texts are addresses of files that the vendor fetches; a style reference may be a number, weights a name. */
const mediaField = /(^|_)(image|video|audio)s?(_url)?$|^reference$|^reference_urls$/;

/**
 * The source text of a zod schema for one property: the vendor's bounds, no defaults, unknown keys of objects refused.
 * `format` is not kept: the vendor's own check does not look at it. With a name, texts that are addresses of files by their name
 * must be public ones. Throws `Unsayable`.
 */
export function propertySource(property: PropertySchema, required: boolean, name?: string): string {
  return `${valueSource(property, name)}${required ? '' : '.optional()'}`;
}

function valueSource(property: PropertySchema, name?: string): string {
  if (property.$ref !== undefined) {
    if (property.$ref.endsWith('/LoraWeight')) return loraWeight;
    throw new Unsayable(`the schema refers to ${property.$ref}`);
  }
  if (property.enum) return enumSource(property.enum);
  switch (property.type) {
    case 'string':
      return name !== undefined && mediaField.test(name) ? 'mediaAddress' : stringSource(property);
    case 'integer':
      return `z.int()${bounds(property.minimum, property.maximum)}`;
    case 'number':
      return `z.number()${bounds(property.minimum, property.maximum)}`;
    case 'boolean':
      return 'z.boolean()';
    case 'array':
      return `z.array(${valueSource(property.items ?? {}, name)})${bounds(property.minItems, property.maxItems)}`;
    case 'object':
      return objectSource(property, name !== undefined);
    default:
      throw new Unsayable('a property has no type');
  }
}

function enumSource(values: readonly (string | number)[]): string {
  const texts = values.every((value) => typeof value === 'string');
  return texts ? `z.enum([${values.map(quoted).join(', ')}])` : `z.literal([${values.map(quoted).join(', ')}])`;
}

function stringSource({ minLength, maxLength, pattern, minimum, maximum }: PropertySchema): string {
  const sides =
    minimum === undefined && maximum === undefined ? '' : `.check(sides(${minimum ?? 0}, ${maximum ?? 'Infinity'}))`;
  return `z.string()${bounds(minLength || undefined, maxLength)}${pattern === undefined ? '' : `.regex(/${pattern}/)`}${sides}`;
}

function objectSource({ properties = {}, required = [] }: PropertySchema, named: boolean): string {
  const fields = Object.entries(properties).map(
    ([name, property]) =>
      `${keyOf(name)}: ${propertySource(property, required.includes(name), named ? name : undefined)}`,
  );
  return fields.length === 0 ? 'z.strictObject({})' : `z.strictObject({ ${fields.join(', ')} })`;
}

function bounds(min: number | undefined, max: number | undefined): string {
  return `${min === undefined ? '' : `.min(${min})`}${max === undefined ? '' : `.max(${max})`}`;
}

/** A property name as it is written in code. */
export function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

/** A text or number as it is written in code. */
export function quoted(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"');
  return plain.includes("'") ? JSON.stringify(value) : `'${plain}'`;
}

/** What the vendor allows only together with other fields (`if`, `then`, `else`, `allOf`, `not`). Throws `Unsayable`. */
export function bodyChecks(schema: RequestSchema): readonly BodyCheck[] {
  const parts = [schema, ...(schema.allOf ?? [])];
  refuseTogether(schema);
  return parts.flatMap(({ if: when, then, else: otherwise }) => {
    if (!when) return [];
    const holds = truthOf(when);
    return [...checksOf(holds, then), ...checksOf(no(holds), otherwise)];
  });
}

function checksOf(when: Truth, schema: ConditionalSchema | undefined): readonly BodyCheck[] {
  if (!schema || when === false) return [];
  if (schema.required) throw new Unsayable('a condition requires fields');
  return Object.entries(schema.properties ?? {}).map(([field, { enum: oneOf }]) => {
    if (!oneOf) throw new Unsayable(`a condition on ${field} is not a list of values`);
    return { when: when === true ? { all: [] } : when, field, oneOf };
  });
}

/** JSON Schema's `if`: a property that is absent passes, unless it is required. */
function truthOf({ properties = {}, required = [] }: ConditionalSchema): Truth {
  const present = required.map((field): Truth => ({ present: field }));
  const values = Object.entries(properties).map(([field, property]): Truth => {
    const allowed = property.const === undefined ? property.enum : [property.const];
    const fits = allowed ? either(...allowed.map((is): Truth => ({ field, is }))) : notEmpty(field, property);
    return required.includes(field) ? fits : either(no({ present: field }), fits);
  });
  return both(...present, ...values);
}

function notEmpty(field: string, { minLength }: PropertySchema): Truth {
  if (minLength !== 1) throw new Unsayable(`a condition on ${field} is not understood`);
  return no({ field, is: '' });
}

/** `not: { required: [a, b] }` says nothing where the fields are not declared: unknown fields are refused anyway. */
function refuseTogether({ not, properties }: RequestSchema): void {
  if (not && (not.required ?? []).every((field) => properties[field] !== undefined))
    throw new Unsayable(`${(not.required ?? []).join(' and ')} exclude each other`);
}
