import { StudioError } from '../errors/studio-error.ts';
import { newId } from '../run/id.ts';
import type { CallRow, Lease } from '../run/journal.ts';
import type { Ledger, UsageEvent } from '../tracking/ledger.ts';
import { vendorOf } from '../validation/model.ts';
import { amountsOf, heldCount, idempotencyMs } from './memory-limits.ts';
import type { MemoryMeters } from './memory-meters.ts';
import { forgetOldest, isOpen, type MemoryRows, pageOf, sameScope, slotOf } from './memory-rows.ts';

/** What decides whether an account may run; absent where nothing is metered. */
export interface Metering {
  /** Throws `unauthorized` or `plan_inactive`. */
  readonly check: (account: string | null) => void;
  readonly meters: MemoryMeters;
}

/** The ledger over rows in memory. No method awaits anything: each is one atomic step. */
export function createMemoryLedger(rows: MemoryRows, metering: Metering | undefined): Ledger {
  function openCall({ callId, leaseToken }: Lease): CallRow | undefined {
    const call = rows.calls.get(callId);
    return call !== undefined && isOpen(call) && call.leaseToken === leaseToken ? call : undefined;
  }

  function end(call: CallRow, changes: Partial<CallRow>, result: { count: number; cost: number; charge: number }) {
    const ended = { ...call, ...structuredClone(changes) };
    rows.calls.set(call.id, ended);
    rows.events.set(call.id, eventOf(ended, result));
    metering?.meters.endCall(call.id, { count: result.count, chargeMicros: result.charge });
    if (!rows.callsOf(call.runId).some(isOpen)) metering?.meters.endRun(call.runId);
  }

  function eventOf(call: CallRow, result: { count: number; cost: number; charge: number }): UsageEvent {
    const run = rows.runs.get(call.runId);
    const candidate = call.candidates[call.candidate];
    if (run === undefined || candidate === undefined || call.outcome === null || call.finishedAt === null)
      throw new StudioError('internal', 'A call ended without its run, its model or its outcome.');
    const { user, key, operation, account, test } = run;
    return {
      id: newId('event', call.finishedAt),
      account,
      test,
      user,
      key,
      operation,
      runId: run.id,
      callId: call.id,
      vendor: vendorOf(candidate.model),
      model: candidate.model,
      outcome: call.outcome,
      errorCode: call.error?.code ?? null,
      count: result.count,
      quoteMicros: candidate.quoteMicros,
      costMicros: result.cost,
      chargeMicros: result.charge,
      at: call.finishedAt,
    };
  }

  return {
    reserve: async (reservation) => {
      const { run, calls } = reservation;
      const { idempotencyKey, requestHash, createdAt } = run;
      amountsOf(reservation);
      const slot = idempotencyKey === null ? undefined : slotOf(run);
      const earlier = slot === undefined ? undefined : rows.runs.get(rows.idempotency.get(slot) ?? '');
      if (earlier !== undefined && earlier.createdAt > createdAt - idempotencyMs) {
        if (earlier.requestHash === requestHash) return { runId: earlier.id, attached: true };
        throw new StudioError('conflict', 'This idempotency key was used for another request.');
      }
      metering?.check(run.account);
      metering?.meters.hold(reservation);
      rows.runs.set(run.id, structuredClone(run));
      for (const call of calls) rows.calls.set(call.id, structuredClone(call));
      rows.callIds.set(
        run.id,
        calls.toSorted((a, b) => a.index - b.index).map((call) => call.id),
      );
      if (slot !== undefined) rows.idempotency.set(slot, run.id);
      forgetOldest(rows);
      return { runId: run.id, attached: false };
    },

    settle: async (lease, { outcome, count, costMicros, chargeMicros, error, at }) => {
      const call = openCall(lease);
      if (call === undefined) return false;
      const charge = Math.min(chargeMicros, call.heldMicros);
      const counted = Math.min(count, heldCount(call));
      const changes = { step: 'settled', outcome, costMicros, chargeMicros: charge, finishedAt: at } as const;
      end(call, { ...changes, error: error ?? null }, { count: counted, cost: costMicros, charge });
      return true;
    },

    release: async (lease, { outcome, error, at }) => {
      const call = openCall(lease);
      if (call === undefined) return false;
      const changes = { step: 'released', outcome, error, costMicros: 0, chargeMicros: 0, finishedAt: at } as const;
      end(call, changes, { count: 0, cost: 0, charge: 0 });
      return true;
    },

    usage: async (scope, at) => metering?.meters.usage(scope, at) ?? [],

    events: async (scope, page) =>
      pageOf(
        [...rows.events.values()].filter((event) => sameScope(event, scope)),
        page,
      ),
  };
}
