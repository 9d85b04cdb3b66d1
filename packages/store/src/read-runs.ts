import type { CallRow, RunRow, Scope } from '@image-studio/core';
import { and, asc, desc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';

import { attempt, type Drizzle } from './database.ts';
import { calls, runs } from './schema.ts';

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

/** A run with its calls in their order. */
export interface StoredRun {
  readonly run: RunRow;
  readonly calls: readonly CallRow[];
}

/** The runs a condition chooses, newest first. One statement. */
export async function readRuns(drizzle: Drizzle, which: SQL | undefined): Promise<readonly StoredRun[]> {
  const rows = await attempt(() =>
    drizzle
      .select({ run: runColumns, call: callColumns })
      .from(runs)
      .innerJoin(calls, eq(calls.runId, runs.id))
      .where(which)
      .orderBy(desc(runs.id), asc(calls.index)),
  );
  return grouped(rows);
}

/** The runs of a scope that were not forgotten. Runs always have an account here, so nobody's scope sees none. */
export function ownRun({ account, test }: Scope): SQL | undefined {
  return and(account === null ? sql`false` : eq(runs.account, account), eq(runs.test, test), isNull(runs.forgottenAt));
}

function grouped(rows: readonly { readonly run: RunRow; readonly call: CallRow }[]): readonly StoredRun[] {
  const byRun = new Map<string, { readonly run: RunRow; readonly calls: CallRow[] }>();
  for (const { run, call } of rows) {
    const entry = byRun.get(run.id) ?? { run, calls: [] };
    entry.calls.push(call);
    byRun.set(run.id, entry);
  }
  return [...byRun.values()];
}
