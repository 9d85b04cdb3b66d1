import type { Json } from '@image-studio/core';

/** A property of a request schema, as far as the sandbox reads it. */
export interface PropertySchema {
  readonly type?: string;
  readonly default?: Json;
  readonly enum?: readonly Json[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The vendor's description of a model's body (JSON Schema with the vendor's extensions). */
export interface RequestSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
}

/** A row of the vendor's catalogue. `base_price` in USD; `formula` is JSONata that gives micro-dollars, empty = always the base price. */
export interface CatalogueRow {
  readonly model_id: string;
  readonly type: string;
  readonly base_price: number;
  readonly formula: string;
  readonly request_schema: RequestSchema;
}

let loaded: Promise<ReadonlyMap<string, CatalogueRow>> | undefined;

/** Every model by its path. The data (0.4 MB) is read at the first call. */
export function catalogue(): Promise<ReadonlyMap<string, CatalogueRow>> {
  return (loaded ??= load());
}

async function load(): Promise<ReadonlyMap<string, CatalogueRow>> {
  const { default: rows }: { default: unknown } = await import('./wavespeed.catalogue.json', {
    with: { type: 'json' },
  });
  return new Map((rows as readonly CatalogueRow[]).map((row) => [row.model_id, row]));
}
