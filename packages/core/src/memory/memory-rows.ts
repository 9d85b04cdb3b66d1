import type { CallRow, RunRow } from '../run/journal.ts';
import type { AssetRecord } from '../run/ports.ts';
import type { UsageEvent } from '../tracking/ledger.ts';
import type { Taken } from './memory-meter.ts';

/** What ledger and journal write together. Rows are replaced, never changed in place. */
export interface MemoryRows {
  readonly runs: Map<string, RunRow>;
  readonly calls: Map<string, CallRow>;
  readonly assets: Map<string, AssetRecord>;
  /** By the id of the call, or by their own where they are corrections. */
  readonly events: Map<string, UsageEvent>;
  /** What calls, and runs for their places, took from which meters; kept after their end for corrections. */
  readonly taken: Map<string, Taken>;
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
    events: new Map(),
    taken: new Map(),
    idempotency: new Map(),
    callsOf: (runId) => (callIds.get(runId) ?? []).flatMap((id) => calls.get(id) ?? []),
  };
}

/** How many runs are kept at most, besides those that are not over. */
const keptRuns = 10_000;
const keptAssets = 10 * keptRuns;

/** Drops the oldest runs that are over, with all that belongs to them, so that a process can run for ever. */
export function forgetOldest(rows: MemoryRows): void {
  for (const [id, run] of rows.runs) {
    if (rows.runs.size <= keptRuns) break;
    const calls = rows.callsOf(id);
    if (calls.some(isOpen)) continue;
    rows.runs.delete(id);
    rows.taken.delete(id);
    rows.callIds.delete(id);
    for (const call of calls) {
      rows.calls.delete(call.id);
      rows.events.delete(call.id);
      rows.taken.delete(call.id);
      for (const asset of call.assets) rows.assets.delete(asset);
    }
    if (rows.idempotency.get(slotOf(run)) === id) rows.idempotency.delete(slotOf(run));
  }
  for (const id of rows.assets.keys()) {
    if (rows.assets.size <= keptAssets) break;
    rows.assets.delete(id);
  }
}

/** Where the idempotency key of a run is kept. */
export function slotOf({ account, test, idempotencyKey }: Pick<RunRow, 'account' | 'test' | 'idempotencyKey'>): string {
  return JSON.stringify([account, test, idempotencyKey]);
}

/** Is the call still to be ended? */
export function isOpen(call: Pick<CallRow, 'step'>): boolean {
  return call.step !== 'settled' && call.step !== 'released';
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
