import { isStudioError, StudioError } from '../errors/studio-error.ts';
import { type CallRow, type Lease, type RunRow, sameScope } from '../run/journal.ts';
import type { BoundQuote, Ledger } from '../tracking/ledger.ts';
import { amountsOf, heldCount, idempotencyMs } from '../tracking/meters.ts';
import type { MemoryAccounts } from './memory-accounts.ts';
import { createMemoryEndings, type MemoryEndings } from './memory-endings.ts';
import { forgetOldest, isOpen, type MemoryRows, pageOf, slotOf } from './memory-rows.ts';

/** The ledger over rows in memory; without `metering` nothing is limited. No method awaits anything: each is one atomic step. */
export function createMemoryLedger(
  rows: MemoryRows,
  metering: MemoryAccounts | undefined,
): { readonly ledger: Ledger; readonly endings: MemoryEndings } {
  const endings = createMemoryEndings(rows);
  const quotes = new Map<string, BoundQuote>();

  function openCall({ callId, leaseToken }: Lease): CallRow | undefined {
    const call = rows.calls.get(callId);
    return call !== undefined && isOpen(call) && call.leaseToken === leaseToken ? call : undefined;
  }

  function earlierIn(slot: string, at: number): RunRow | undefined {
    const earlier = rows.runs.get(rows.idempotency.get(slot) ?? '');
    return earlier !== undefined && earlier.createdAt > at - idempotencyMs ? earlier : undefined;
  }

  const ledger: Ledger = {
    reserve: async (reservation) => {
      const { run, calls } = reservation;
      const { idempotencyKey, requestHash, createdAt } = run;
      amountsOf(reservation);
      const slot = idempotencyKey === null ? undefined : slotOf(run);
      const earlier = slot === undefined ? undefined : earlierIn(slot, createdAt);
      if (earlier !== undefined) {
        if (earlier.requestHash === requestHash) return { runId: earlier.id, attached: true };
        throw new StudioError('conflict', 'This idempotency key was used for another request.');
      }
      metering?.check(reservation);
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

    judge: async (reservation) => {
      amountsOf(reservation);
      try {
        metering?.check(reservation);
      } catch (error) {
        if (isStudioError(error)) return error;
        throw error;
      }
      return metering?.meters.judge(reservation);
    },

    findRepeated: async (scope, idempotencyKey, at) => {
      const earlier = earlierIn(slotOf({ ...scope, idempotencyKey }), at);
      return earlier && { runId: earlier.id, requestHash: earlier.requestHash };
    },

    settle: async (lease, { outcome, count, costMicros, chargeMicros, files = [], answer, error, at }) => {
      const call = openCall(lease);
      if (call === undefined) return false;
      const charge = Math.min(chargeMicros, call.heldMicros);
      const money = { costMicros, chargeMicros: charge };
      const assets = files.map(({ id }) => id);
      for (const file of files) rows.assets.set(file.id, structuredClone(file));
      const changes = { ...answer, assets, step: 'settled', outcome, ...money, finishedAt: at } as const;
      endings.end(call, { ...changes, error: error ?? null }, Math.min(count, heldCount(call)));
      return true;
    },

    release: async (lease, { outcome, error, at }) => {
      const call = openCall(lease);
      if (call === undefined) return false;
      const changes = { step: 'released', outcome, error, costMicros: 0, chargeMicros: 0, finishedAt: at } as const;
      endings.end(call, changes, 0);
      return true;
    },

    usage: async ({ account, test }, at, whom = { subject: 'account' }) =>
      account === null || metering?.find(account) === undefined
        ? []
        : metering.meters.usage({ account, test }, at, whom),

    terms: async ({ account }) => {
      const plan = metering?.planOf(account);
      const { id = null, markupBasisPoints = 0, requiresConsent = false } = plan ?? {};
      return { plan: id, markupBasisPoints, requiresConsent };
    },

    keepQuote: async (quote) => {
      for (const [id, { expiresAt }] of quotes) if (expiresAt < quote.expiresAt - keptQuoteMs) quotes.delete(id);
      quotes.set(quote.id, structuredClone(quote));
    },

    findQuote: async (scope, id) => {
      const quote = quotes.get(id);
      return quote !== undefined && sameScope(quote, scope) ? structuredClone(quote) : undefined;
    },

    events: async (scope, page) =>
      pageOf(
        [...rows.events.values()].filter((event) => sameScope(event, scope)),
        page,
      ),
  };
  return { ledger, endings };
}

/** So long after newer ones were made, old quotes are forgotten. */
const keptQuoteMs = 24 * 60 * 60_000;
