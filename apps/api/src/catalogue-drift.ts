import { readFile } from 'node:fs/promises';
import { canonicalJson, sha256 } from '@image-studio/core';
import * as z from 'zod';
import { schemaFacts } from './schema-facts.ts';

const seenSchema = z.object({
  types: z.array(z.string()),
  models: z.record(z.string(), z.tuple([z.number(), z.string().nullable(), z.string()])),
});

/** What a vendor's catalogue said when the manifests were made: base price in micro-dollars, hashes of formula and schema by model. */
export type SeenCatalogue = z.output<typeof seenSchema>;

/** How a vendor's catalogue differs from what the manifests were made of: the vendor's paths of models. */
export interface CatalogueDrift {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly price: readonly string[];
  readonly schema: readonly string[];
}

/** A row of WaveSpeed's catalogue, as its endpoint answers it. `base_price` in dollars; without `formula` the price is not compared further. */
export interface ListedModel {
  readonly model_id: string;
  readonly type?: string | undefined;
  readonly base_price?: number | null | undefined;
  readonly formula?: string | null | undefined;
  readonly api_schema?:
    | { readonly api_schemas: readonly { readonly [key: string]: unknown }[]; readonly [key: string]: unknown }
    | null
    | undefined;
}

/** Reads what `pnpm catalog:sync` wrote down. */
export async function readSeenCatalogue(): Promise<SeenCatalogue> {
  return seenSchema.parse(JSON.parse(await readFile(new URL('./wavespeed.catalogue.json', import.meta.url), 'utf8')));
}

/** Compares the vendor's models of today with those that the manifests were made of; undefined when nothing has changed. */
export async function driftSince(
  { types, models }: SeenCatalogue,
  listed: readonly ListedModel[],
): Promise<CatalogueDrift | undefined> {
  const ids = new Set(listed.map(({ model_id }) => model_id));
  const known = listed.filter(({ model_id }) => Object.hasOwn(models, model_id));
  const schemas = await Promise.all(
    known.map(async (row) => ((await schemaChanged(row, models)) ? [row.model_id] : [])),
  );
  const prices = await Promise.all(known.map(async (row) => ((await priceChanged(row, models)) ? [row.model_id] : [])));
  const drift = {
    added: listed.flatMap(({ model_id: id, type = '' }) =>
      types.includes(type) && !Object.hasOwn(models, id) ? [id] : [],
    ),
    removed: Object.keys(models).filter((id) => !ids.has(id)),
    price: prices.flat(),
    schema: schemas.flat(),
  };
  return Object.values(drift).some(({ length }) => length > 0) ? drift : undefined;
}

type Seen = SeenCatalogue['models'];

async function priceChanged({ model_id, base_price, formula }: ListedModel, models: Seen): Promise<boolean> {
  const [basePrice, formulaHash] = models[model_id]!;
  if (typeof base_price !== 'number' || Number((base_price * 1e6).toFixed(3)) !== basePrice) return true;
  return typeof formula === 'string' && formulaHash !== null && (await shortHash(formula.trim())) !== formulaHash;
}

async function schemaChanged({ model_id, api_schema }: ListedModel, models: Seen): Promise<boolean> {
  const schema = api_schema?.api_schemas[0]?.['request_schema'];
  return (await shortHash(canonicalJson(schemaFacts(schema ?? null)))) !== models[model_id]![2];
}

const shortHash = async (text: string) => (await sha256(text)).slice(0, 8);
