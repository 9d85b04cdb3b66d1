/**
 * Makes src/wavespeed/wavespeed.catalogue.json from a saved answer of `GET /api/v3/models`:
 * `node scripts/make-wavespeed-catalogue.ts answer.json`. One row a line, sorted by model, without the vendor's prose.
 * A row that the answer states no formula for keeps the one that it had.
 */
import { readFile, writeFile } from 'node:fs/promises';

interface Row {
  readonly model_id: string;
  readonly type: string;
  readonly base_price: number;
  readonly formula?: string;
  readonly api_schema: { readonly api_schemas: readonly { readonly request_schema: object }[] };
}

const prose = new Set(['description', 'title', 'x-placeholder', 'x-hint', 'x-rows', 'recommend']);
const source = process.argv[2];
if (source === undefined) throw new Error('Name the file that holds the answer of GET /api/v3/models.');

const target = new URL('../src/wavespeed/wavespeed.catalogue.json', import.meta.url);
const rows = JSON.parse(await readFile(target, 'utf8')) as readonly Pick<Row, 'model_id' | 'formula'>[];
const before = new Map(rows.map(({ model_id, formula }) => [model_id, formula]));

const { data } = JSON.parse(await readFile(source, 'utf8')) as { readonly data: readonly Row[] };
const lines = [...data].sort((a, b) => (a.model_id < b.model_id ? -1 : 1)).map((row) => JSON.stringify(minimal(row)));
await writeFile(target, `[\n${lines.join(',\n')}\n]\n`);
console.log(`${lines.length} rows`);

function minimal(row: Row) {
  const schema = row.api_schema.api_schemas[0]?.request_schema;
  if (schema === undefined) throw new Error(`${row.model_id} has no request schema`);
  const { model_id, type, base_price, formula } = row;
  return {
    model_id,
    type,
    base_price,
    formula: formula ?? before.get(model_id) ?? '',
    request_schema: withoutProse(schema, false),
  };
}

/** Prose is dropped where a schema speaks of itself, not where `properties` names a field that happens to be called so. */
function withoutProse(value: unknown, names: boolean): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutProse(part, false));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, part]) => names || !prose.has(key) || typeof part === 'object');
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutProse(part, key === 'properties' && !names)]));
}
