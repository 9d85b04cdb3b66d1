import type { Json } from '@image-studio/core';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { CatalogueRow, PropertySchema } from './catalogue.ts';

/** A model's inputs as the vendor understands them. */
export type Inputs = Readonly<Record<string, Json>>;

/** The vendor's schemas refer to this one, but do not bring it along. */
const definitions = {
  $id: 'vendor',
  components: {
    schemas: {
      LoraWeight: {
        type: 'object',
        properties: { path: { type: 'string' }, scale: { type: 'number' } },
        required: ['path'],
      },
    },
  },
};

const ajv = new Ajv({ strict: false, validateFormats: false, logger: false }).addSchema(definitions);
const validators = new WeakMap<CatalogueRow, ValidateFunction>();

/**
 * The inputs that the model declares, without the others, which the vendor drops silently; or what is wrong with them.
 * Checked against the vendor's own schema; a string `size` with minimum and maximum is bounded side by side.
 */
export function checkRequest(row: CatalogueRow, body: unknown): { inputs: Inputs } | { problem: string } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { problem: 'request body is invalid' };
  const declared = row.request_schema.properties;
  const inputs = Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(declared, name))) as Inputs;
  const validate = validators.get(row) ?? compile(row);
  if (!validate(inputs)) return { problem: describe(validate.errors?.[0]) };
  const unfit = Object.entries(inputs).find(([name, value]) => !sizeFits(declared[name], value));
  return unfit === undefined ? { inputs } : { problem: `property "${unfit[0]}" is out of range` };
}

/** The inputs with the schema's defaults where the caller set nothing. */
export function withDefaults(row: CatalogueRow, inputs: Inputs): Inputs {
  const defaults = Object.entries(row.request_schema.properties).flatMap(([name, schema]) =>
    schema.default === undefined ? [] : [[name, schema.default] as const],
  );
  return { ...Object.fromEntries(defaults), ...inputs };
}

function compile(row: CatalogueRow): ValidateFunction {
  const schema = JSON.parse(JSON.stringify(row.request_schema).replaceAll('"#/components', '"vendor#/components'));
  const validate = ajv.compile({ ...schema, additionalProperties: true });
  validators.set(row, validate);
  return validate;
}

function sizeFits(schema: PropertySchema | undefined, value: Json): boolean {
  if (schema?.type !== 'string' || typeof value !== 'string' || (schema.minimum ?? schema.maximum) === undefined)
    return true;
  const sides = /^(\d+)[*x](\d+)$/i.exec(value);
  if (sides === null) return true;
  return [Number(sides[1]), Number(sides[2])].every(
    (side) => side >= (schema.minimum ?? 0) && side <= (schema.maximum ?? Infinity),
  );
}

function describe(error: ErrorObject | undefined): string {
  if (error === undefined) return 'request body is invalid';
  const where = error.instancePath.slice(1).replaceAll('/', '.');
  if (error.keyword === 'required') {
    const missing = String(error.params['missingProperty']);
    return `property "${where === '' ? missing : `${where}.${missing}`}" is missing`;
  }
  return where === ''
    ? `request body ${error.message ?? 'is invalid'}`
    : `property "${where}" ${error.message ?? 'is invalid'}`;
}
