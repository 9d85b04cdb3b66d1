import type { AssetRecord, CallRow, Run, RunRow, Scope } from '@image-studio/core';
import { and, asc, desc, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm';

import { attempt, type Drizzle } from './database.ts';
import { assets, calls, runs } from './schema.ts';

// What the journal tells; the rest is the ledger's and the archive's.
const {
  openCalls: _open,
  inputBytes: _bytes,
  consent: _consent,
  meterIds: _places,
  forgottenAt: _forgotten,
  announcedAt: _announced,
  ...runColumns
} = getTableColumns(runs);
const { meterIds: _meters, refundedMicros: _refunded, ...calledColumns } = getTableColumns(calls);

/** The columns of a call that the journal tells. */
export const callColumns: typeof calledColumns = calledColumns;

/** The runs a condition chooses, newest first. One statement, and one for the files where there are any. */
export async function readRuns(drizzle: Drizzle, which: SQL | undefined): Promise<readonly Run[]> {
  const rows = await attempt(() =>
    drizzle
      .select({ run: runColumns, call: callColumns })
      .from(runs)
      .innerJoin(calls, eq(calls.runId, runs.id))
      .where(which)
      .orderBy(desc(runs.id), asc(calls.index)),
  );
  const made = rows.flatMap(({ call }) => call.assets);
  const files =
    made.length === 0 ? [] : await attempt(() => drizzle.select().from(assets).where(inArray(assets.id, made)));
  return grouped(rows, new Map(files.map((file) => [file.id, file])));
}

/** The runs of a scope that were not forgotten. Runs always have an account here, so nobody's scope sees none. */
export function ownRun({ account, test }: Scope): SQL | undefined {
  return and(account === null ? sql`false` : eq(runs.account, account), eq(runs.test, test), isNull(runs.forgottenAt));
}

function grouped(
  rows: readonly { readonly run: RunRow; readonly call: CallRow }[],
  files: ReadonlyMap<string, AssetRecord>,
): readonly Run[] {
  const byRun = new Map<string, { readonly run: RunRow; readonly calls: CallRow[]; readonly files: AssetRecord[] }>();
  for (const { run, call } of rows) {
    const entry = byRun.get(run.id) ?? { run, calls: [], files: [] };
    entry.calls.push(call);
    entry.files.push(...call.assets.flatMap((id) => files.get(id) ?? []));
    byRun.set(run.id, entry);
  }
  return [...byRun.values()];
}
