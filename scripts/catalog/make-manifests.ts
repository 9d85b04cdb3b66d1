import type { Models, PriceRule } from '../../packages/core/src/index.ts';
import { type Catalogue, sortCatalogue } from './catalogue.ts';
import { operations } from './curation-operations.ts';
import { manifestSource } from './emit.ts';
import type { VendorRow } from './vendor-row.ts';

/** What manifests are made from. */
export interface Sources {
  readonly rows: readonly VendorRow[];
  /** The day (ISO) of the answer. */
  readonly date: string;
  /** The committed rows by operation, for what the answer no longer says. */
  readonly committed: Readonly<Record<string, Models>>;
  /** Has the vendor's own price call just confirmed this rule? Only asked for rows without a formula. */
  readonly confirms: (row: VendorRow, rule: PriceRule) => Promise<boolean>;
}

/** The catalogue and the manifests' source texts by operation. */
export interface Made {
  /** The answer that they are made from. */
  readonly rows: readonly VendorRow[];
  readonly catalogue: Catalogue;
  readonly sources: Readonly<Record<string, string>>;
  /** Ids of rows whose price rests on an earlier proof. */
  readonly unverified: readonly string[];
}

/**
 * Every operation's manifest. A row without a formula keeps the rule that was proved before: with its date and marked,
 * or as new where the vendor's price call confirms it.
 */
export async function makeManifests({ rows, date, committed, confirms }: Sources): Promise<Made> {
  const before = (id: string, operation: string) => committed[operation]?.[`wavespeed/${id}`];
  const catalogue = sortCatalogue(rows, (row, operation) => before(row.id, operation)?.price);
  const silent = new Map(rows.filter(({ formula }) => formula === null).map((row) => [row.id, row]));
  const sources: Record<string, string> = {};
  const doubted = new Set<string>();
  for (const [operation, made] of Object.entries(catalogue.manifests)) {
    const dates: Record<string, string> = {};
    const unverified: Record<string, string> = {};
    for (const { endpoint, price } of made) {
      const row = silent.get(endpoint);
      if (row === undefined || (await confirms(row, price))) continue;
      const last = before(endpoint, operation);
      dates[endpoint] = last?.asOf ?? date;
      unverified[endpoint] = last?.unverifiedSince ?? date;
      doubted.add(endpoint);
    }
    const { title, unit, deadline } = operations[operation]!;
    sources[operation] = manifestSource({ title, unit, deadline, asOf: date, dates, unverified, rows: made });
  }
  return { rows, catalogue, sources, unverified: [...doubted] };
}
