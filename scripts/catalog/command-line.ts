import { parseArgs } from 'node:util';
import type { PriceRule } from '../../packages/core/src/index.ts';
import { confirmPrice } from './confirm-price.ts';
import { operations } from './curation-operations.ts';
import { type Made, makeManifests } from './make-manifests.ts';
import { committedRows, hasPackage } from './manifest-file.ts';
import { readAnswer } from './read-answer.ts';
import type { VendorRow } from './vendor-row.ts';

const vendor = 'https://api.wavespeed.ai/api/v3';

/** What both commands begin with: the answer read, the manifests made. `source` is the option that names the answer. */
export async function manifestsFromCommandLine(source: 'from' | 'against'): Promise<Made> {
  const { values } = parseArgs({
    options: { [source]: { type: 'string' }, key: { type: 'string' }, date: { type: 'string' } },
  });
  const { [source]: from = `${vendor}/models`, key = process.env['WAVESPEED_API_KEY'] } = values as Record<
    string,
    string | undefined
  >;
  const date = (values['date'] as string | undefined) ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error('--date wants a day such as 2026-06-23.');
  const rows = await readAnswer(from, { fetch, key });
  const base = /^https?:/.test(from) ? from.replace(/\/models\/?$/, '') : vendor;
  const confirms = async (row: VendorRow, rule: PriceRule) =>
    key !== undefined && confirmPrice(row, rule, { fetch, key, base });
  const folders = Object.entries(operations).filter(([, { folder }]) => hasPackage(folder));
  const committed = await Promise.all(
    folders.map(async ([operation, { folder }]) => [operation, await committedRows(folder)] as const),
  );
  return makeManifests({ rows, date, committed: Object.fromEntries(committed), confirms });
}

/** What came of the answer, on a few lines. */
export function summary({ catalogue, unverified }: Made): readonly string[] {
  const { manifests, exclusions, rowsIn, rowsOut } = catalogue;
  const counts = Object.entries(manifests).map(([operation, rows]) => {
    const without = hasPackage(operations[operation]!.folder) ? '' : ' (no package)';
    return `${operation} ${rows.length}${without}`;
  });
  return [
    `${rowsIn} rows in, ${rowsOut} in an operation, ${exclusions.length} excluded.`,
    counts.join(', '),
    ...exclusions.map(({ id, reason }) => `  excluded: ${id}: ${reason}`),
    ...(unverified.length > 0
      ? [`${unverified.length} prices rest on an earlier proof: ${unverified.join(', ')}`]
      : []),
  ];
}
