// prettier-ignore
const keywords: ReadonlySet<string> = new Set([
  'type', 'default', 'enum', 'const', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems',
  'pattern', 'items', 'required', '$ref', 'if', 'then', 'else', 'allOf', 'anyOf', 'oneOf', 'not',
]);
const values: ReadonlySet<string> = new Set(['default', 'enum', 'const', 'required']);

/** A JSON Schema without its prose: what a request may be, and nothing about how it is explained or shown. */
export function schemaFacts(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(schemaFacts);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, part]: [string, unknown]) => {
      if (key === 'properties') return [[key, eachOf(part)]];
      if (!keywords.has(key)) return [];
      return [[key, values.has(key) ? part : schemaFacts(part)]];
    }),
  );
}

function eachOf(properties: unknown): unknown {
  if (typeof properties !== 'object' || properties === null) return properties;
  return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, schemaFacts(part)]));
}
