import { assetInput, type Spec } from '@image-studio/core';
import * as z from 'zod';
import { contextSchema } from '../operation-body.ts';

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
  const body = spec.input.extend({ model: choice.optional(), options: options.optional(), ...contextSchema.shape });
  return jsonSchema(body, { binary: form === 'multipart' });
}
