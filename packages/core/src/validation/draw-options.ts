import * as z from 'zod';
import type { Json } from '../run/json.ts';

/** What is drawn: only what is required, as small as it goes; or everything, as large as it goes. */
export type Extent = 'minimal' | 'maximal';

/** What drawing needs. `picture` is the address of a picture, for options that want one. */
export interface DrawSource {
  readonly extent: Extent;
  readonly picture: string;
  /** Fields that the request already sets by an input. */
  readonly without?: readonly string[];
}

type Schema = z.core.JSONSchema.BaseSchema;

/** Valid options for a model's strict schema, for tests that send every row of a manifest. The same on every run. */
export function drawOptions(options: z.core.$ZodType, source: DrawSource): Readonly<Record<string, Json>> {
  return drawObject(z.toJSONSchema(options, { io: 'input' }), source);
}

function drawObject({ properties = {}, required = [] }: Schema, source: DrawSource): Record<string, Json> {
  const wanted = Object.entries(properties).filter(
    ([name]) => (source.extent === 'maximal' || required.includes(name)) && !source.without?.includes(name),
  );
  return Object.fromEntries(wanted.map(([name, schema]) => [name, draw(name, schema as Schema, source)]));
}

function draw(name: string, schema: Schema, source: DrawSource): Json {
  const most = source.extent === 'maximal';
  if (schema.enum) return (most ? schema.enum.at(-1) : schema.enum[0]) as Json;
  if (schema.const !== undefined) return schema.const as Json;
  switch (schema.type) {
    case 'boolean':
      return most;
    case 'integer':
    case 'number':
      return drawNumber(schema, most);
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, most ? 1 : 0) }, () =>
        draw(name, (schema.items ?? {}) as Schema, source),
      );
    case 'object':
      return drawObject(schema, { extent: source.extent, picture: source.picture });
    default:
      return drawText(name, schema, source);
  }
}

/** Unbounded whole numbers come with the bounds of exact ones; those say nothing, so 1 is as good. */
function drawNumber({ minimum = 0, maximum = 1 }: Schema, most: boolean): number {
  const unbounded = Math.abs(maximum) >= Number.MAX_SAFE_INTEGER;
  return most ? (unbounded ? Math.max(1, minimum) : maximum) : Math.max(minimum, 0);
}

function drawText(name: string, { minLength = 0, maxLength = 40 }: Schema, { picture }: DrawSource): string {
  if (/image|picture|sref|video|audio|^reference$/.test(name)) return picture;
  return 'quiet words'.padEnd(minLength, '.').slice(0, Math.max(minLength, maxLength));
}
