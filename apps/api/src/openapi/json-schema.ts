import { assetInput, type Spec } from '@image-studio/core';
import * as z from 'zod';

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const fileText = {
  type: 'string',
  pattern: '^(data:|asset_|https:)',
  description: 'An https URL, a data URL in base64, or the id of a kept file',
};
const filePart = { type: 'string', format: 'binary' };

/** What goes into this schema, as JSON Schema. Files are texts, or with `binary` parts of a multipart body. */
export function jsonSchema(
  schema: z.core.$ZodType,
  { binary = false }: { readonly binary?: boolean } = {},
): JsonSchema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: json }) => {
      if (zodSchema === (assetInput as z.core.$ZodType)) Object.assign(json, binary ? filePart : fileText);
    },
  });
  return plain;
}

/** What stands beside the inputs in the body of an operation. */
const context = {
  user: z.string().min(1).max(200).optional().describe('Your end user, for limits and lists'),
  metadata: z.record(z.string().max(64), z.string().max(500)).optional(),
  maxPrice: z.int().min(0).optional().describe('Refuse a higher price than this many micro-dollars'),
};

const choice = z
  .union([
    z.string(),
    z.array(z.string()).min(1).max(8),
    z.strictObject({ prefer: z.enum(['budget', 'balanced', 'quality']), vendor: z.string().optional() }),
  ])
  .describe('A model id or alias, a list (the next is tried when one refuses), or a preference; absent = balanced');

const options = z
  .record(z.string(), z.unknown())
  .describe('The model’s own parameters, as `GET /v1/models/{id}` describes them');

/** The body of an operation: its inputs, the model and its options, and what belongs to the call. */
export function operationSchema(spec: Spec, form: 'json' | 'multipart'): JsonSchema {
  const body = spec.input.extend({ model: choice.optional(), options: options.optional(), ...context });
  return jsonSchema(body, { binary: form === 'multipart' });
}
