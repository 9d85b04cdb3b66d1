import { readFile } from 'node:fs/promises';
import type { RequestSchema, VendorRow } from './vendor-row.ts';

/** What reading an address needs. */
export interface AnswerSource {
  readonly fetch: (address: string, options: { readonly headers: Record<string, string> }) => Promise<Response>;
  /** The vendor's key; its catalogue is for account holders only. */
  readonly key?: string | undefined;
}

/**
 * The vendor's catalogue from a saved answer of `GET /api/v3/models` or from the endpoint itself (an address, with a key),
 * sorted by model. Throws an `Error` that says what is wrong with the source.
 */
export async function readAnswer(from: string, source: AnswerSource): Promise<readonly VendorRow[]> {
  const text = /^https?:/.test(from) ? await download(from, source) : await readFile(from, 'utf8');
  return rowsOf(JSON.parse(text));
}

/** The rows of the endpoint's answer, sorted by model. */
export function rowsOf(answer: unknown): readonly VendorRow[] {
  const data = isRecord(answer) ? answer['data'] : undefined;
  if (!Array.isArray(data)) throw new Error('This is no answer of the catalogue endpoint: it has no list "data".');
  return data.map(rowOf).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function download(address: string, { fetch, key }: AnswerSource): Promise<string> {
  if (key === undefined) throw new Error('Reading the endpoint needs a key: set WAVESPEED_API_KEY or give --key.');
  const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
  if (!response.ok) throw new Error(`The endpoint answered ${response.status}.`);
  return response.text();
}

function rowOf(row: unknown): VendorRow {
  if (!isRecord(row) || typeof row['model_id'] !== 'string') throw new Error('A row has no "model_id".');
  const { model_id: id, type, base_price: price, formula, api_schema: api } = row;
  const schemas = isRecord(api) ? api['api_schemas'] : undefined;
  const schema = Array.isArray(schemas) && isRecord(schemas[0]) ? schemas[0]['request_schema'] : undefined;
  if (!isRecord(schema) || !isRecord(schema['properties'])) throw new Error(`${id} has no request schema.`);
  if (typeof price !== 'number' || !Number.isFinite(price)) throw new Error(`${id} has no base price.`);
  return {
    id,
    type: String(type),
    basePrice: Number((price * 1e6).toFixed(3)),
    formula: typeof formula === 'string' ? formula.trim() : null,
    schema: schema as unknown as RequestSchema,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
