import { StudioError } from '../errors/studio-error.ts';
import { type CallRow, type Journal, type Run, type RunRow, sameScope } from '../run/journal.ts';
import { canonicalJson } from '../run/json.ts';
import { vendorOf } from '../validation/model.ts';
import { isOpen, type MemoryRows, pageOf } from './memory-rows.ts';

/** The journal over rows in memory. No method awaits anything: each is one atomic step. */
export function createMemoryJournal(rows: MemoryRows): Journal {
  const jobs = new Map<string, string>();
  function whole(run: RunRow): Run {
    const calls = rows.callsOf(run.id);
    const files = calls.flatMap(({ assets }) => assets.flatMap((id) => rows.assets.get(id) ?? []));
    return structuredClone({ run, calls, files });
  }

  return {
    getRun: async (scope, id) => {
      const run = rows.runs.get(id);
      return run !== undefined && sameScope(run, scope) ? whole(run) : undefined;
    },

    listRuns: async (scope, page) => {
      const { operation } = page;
      const own = [...rows.runs.values()].filter(
        (run) => sameScope(run, scope) && (operation === undefined || run.operation === operation),
      );
      return pageOf(own, page).map(whole);
    },

    requestCancel: async (scope, id) => {
      const run = rows.runs.get(id);
      if (run === undefined || !sameScope(run, scope)) return false;
      rows.runs.set(id, { ...run, cancelRequested: true });
      return true;
    },

    claim: async ({ owner, now, leaseUntil, limit, takeOver = false, test }) => {
      const isOf = (call: CallRow) => Array.isArray(takeOver) && takeOver.includes(call.owner);
      const free = [...rows.calls.values()].filter(
        (call) =>
          isOpen(call) &&
          (test === undefined || call.test === test) &&
          (takeOver === true ? call.owner !== owner : (call.dueAt <= now && call.leaseUntil <= now) || isOf(call)),
      );
      const taken = free.sort((a, b) => a.dueAt - b.dueAt).slice(0, limit);
      const claimed = taken.map((call): CallRow => ({ ...call, owner, leaseUntil, leaseToken: call.leaseToken + 1 }));
      for (const call of claimed) rows.calls.set(call.id, call);
      return structuredClone(claimed);
    },

    owners: async () => {
      const open = [...rows.calls.values()].filter(isOpen);
      return [...new Set(open.flatMap(({ owner }) => owner ?? []))];
    },

    renew: async ({ leases, leaseUntil }) => {
      const own = leases.flatMap(({ callId, leaseToken }) => {
        const call = rows.calls.get(callId);
        return call && isOpen(call) && call.leaseToken === leaseToken ? [call] : [];
      });
      for (const call of own) rows.calls.set(call.id, { ...call, leaseUntil });
      return own.map((call) => call.id);
    },

    advance: async ({ callId, leaseToken }, from, to, patch = {}) => {
      if (!isOpen({ step: to })) throw new StudioError('internal', 'A call ends through the ledger, not the journal.');
      const call = rows.calls.get(callId);
      if (call === undefined || !isOpen(call) || call.step !== from || call.leaseToken !== leaseToken) return false;
      if (from === 'reserved' && to === 'submitting' && rows.runs.get(call.runId)?.cancelRequested === true)
        return false;
      const moved: CallRow = { ...call, ...structuredClone(patch), step: to };
      const job = jobOf(moved);
      if (job !== undefined && (jobs.get(job) ?? callId) !== callId) return false;
      if (job !== undefined) jobs.set(job, callId);
      rows.calls.set(callId, moved);
      return true;
    },

    findByToken: async (token) => {
      const call = [...rows.calls.values()].find((row) => row.token === token && isOpen(row));
      return structuredClone(call);
    },

    addAsset: async (asset) => {
      rows.assets.set(asset.id, structuredClone(asset));
    },

    getAsset: async (scope, id) => {
      const asset = rows.assets.get(id);
      return asset !== undefined && sameScope(asset, scope) ? structuredClone(asset) : undefined;
    },
  };
}

/** Names a vendor's job, which belongs to one call. */
function jobOf({ ticket, test, candidates, candidate }: CallRow): string | undefined {
  const vendor = vendorOf(candidates[candidate]?.model ?? '');
  return ticket === null ? undefined : `${vendor} ${test} ${canonicalJson(ticket)}`;
}
