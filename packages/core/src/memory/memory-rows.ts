import type { CallRow, RunRow, Scope } from '../run/journal.ts';
import type { AssetRecord } from '../run/ports.ts';
import type { UsageEvent } from '../tracking/ledger.ts';

/** What ledger and journal write together. Rows are replaced, never changed in place. */
export interface MemoryRows {
  readonly runs: Map<string, RunRow>;
  readonly calls: Map<string, CallRow>;
  readonly assets: Map<string, AssetRecord>;
  readonly events: UsageEvent[];
  /** Account, test and key as JSON, to the id of the run. */
  readonly idempotency: Map<string, string>;
  /** The ids of a run's calls, in their order. */
  readonly callIds: Map<string, readonly string[]>;
  readonly callsOf: (runId: string) => readonly CallRow[];
}

/** No rows. */
export function createMemoryRows(): MemoryRows {
  const calls = new Map<string, CallRow>();
  const callIds = new Map<string, readonly string[]>();
  return {
    runs: new Map(),
    calls,
    callIds,
    assets: new Map(),
    events: [],
    idempotency: new Map(),
    callsOf: (runId) => (callIds.get(runId) ?? []).flatMap((id) => calls.get(id) ?? []),
  };
}

/** Is the call still to be ended? */
export function isOpen(call: Pick<CallRow, 'step'>): boolean {
  return call.step !== 'settled' && call.step !== 'released';
}

/** Do these belong to the same account, and both to test or both to live? */
export function sameScope(a: Scope, b: Scope): boolean {
  return a.account === b.account && a.test === b.test;
}

/** Newest first by id, after the row `before`; copies. */
export function pageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  page: { readonly limit: number; readonly before?: string },
): readonly Row[] {
  const { before, limit } = page;
  const older = rows.filter((row) => before === undefined || row.id < before);
  return structuredClone(older.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit));
}
