import { readFileSync } from 'node:fs';
import { rowsOf } from '../../scripts/catalog/read-answer.ts';
import type { VendorRow } from '../../scripts/catalog/vendor-row.ts';

interface SandboxRow {
  readonly model_id: string;
  readonly type: string;
  readonly base_price: number;
  readonly formula: string;
  readonly request_schema: object;
}

const file = new URL('../../packages/sandbox/src/wavespeed/wavespeed.catalogue.json', import.meta.url);

/** The sandbox's own rows in the shape of the vendor's answer. */
export function sandboxAnswer(): { readonly data: readonly object[] } {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly SandboxRow[];
  const data = rows.map(({ request_schema, ...row }) => ({
    ...row,
    api_schema: { api_schemas: [{ request_schema }] },
  }));
  return { data };
}

/** The sandbox's rows as the sync reads them. */
export function sandboxRows(): readonly VendorRow[] {
  return rowsOf(sandboxAnswer());
}
