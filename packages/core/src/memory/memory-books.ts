import { StudioError } from '../errors/studio-error.ts';
import { newId } from '../run/id.ts';
import { type CallRow, sameScope, type Scope } from '../run/journal.ts';
import { type Books, type Correction, expiredCall, noCall, overcorrected, type ReportRow } from '../tracking/books.ts';
import type { UsageEvent } from '../tracking/ledger.ts';
import { unitOf } from '../tracking/meters.ts';
import { withMarkup } from '../tracking/plan.ts';
import { groupOf } from '../tracking/report-group.ts';
import type { MemoryAccounts } from './memory-accounts.ts';
import type { MemoryEndings } from './memory-endings.ts';
import type { Meter } from './memory-meter.ts';
import { isOpen, type MemoryRows, pageOf } from './memory-rows.ts';

/** The books over rows in memory. No method awaits anything: each is one atomic step. */
export function createMemoryBooks(rows: MemoryRows, { find, meters }: MemoryAccounts, endings: MemoryEndings): Books {
  const earlier = (scope: Scope, reference: string) =>
    [...rows.events.values()].find((event) => sameScope(event, scope) && event.reference === reference);

  /** Writes the event and moves the meters for money, or neither. */
  function correct(event: UsageEvent, counted: readonly Meter[]): UsageEvent {
    const money = counted.filter(({ meter }) => unitOf(meter) === 'micros');
    if (money.some(({ used }) => used + event.chargeMicros < 0)) throw overcorrected();
    rows.events.set(event.id, event);
    for (const meter of money) {
      meter.used += event.chargeMicros;
      endings.watch(meter, event.at);
    }
    return structuredClone(event);
  }

  return {
    expire: async (callId, { before, at }) => {
      const call = rows.calls.get(callId);
      if (call === undefined || !isOpen(call) || call.leaseUntil >= before) return false;
      const sent = call.step !== 'reserved';
      const money = sent
        ? quotedMoney(call, rows.runs.get(call.runId)?.markupBasisPoints ?? 0)
        : { costMicros: 0, chargeMicros: 0 };
      const step = sent ? 'settled' : 'released';
      endings.end(call, { ...money, step, outcome: 'failed', error: expiredCall(sent), finishedAt: at }, 0);
      return true;
    },

    refund: async (scope, callId, correction) => {
      const known = earlier(scope, correction.reference);
      if (known !== undefined) return structuredClone(known);
      const charged = rows.events.get(callId);
      if (charged === undefined || !sameScope(charged, scope)) throw noCall();
      const back = [...rows.events.values()].filter((event) => event.kind === 'refund' && event.callId === callId);
      const left = back.reduce((sum, { chargeMicros }) => sum + chargeMicros, charged.chargeMicros);
      if (correction.micros <= 0 || correction.micros > left) throw overcorrected();
      const event = { ...charged, ...correctionFields(correction), kind: 'refund' as const };
      const counted = (rows.taken.get(callId) ?? []).map(({ meter }) => meter);
      return correct({ ...event, chargeMicros: -correction.micros }, counted);
    },

    adjust: async (scope, correction) => {
      const { account, test } = scope;
      const known = earlier(scope, correction.reference);
      if (known !== undefined) return structuredClone(known);
      if (account === null || find(account) === undefined)
        throw new StudioError('not_found', 'There is no account of this id.');
      const event: UsageEvent = { ...nobodys, account, test, ...correctionFields(correction), heldAt: correction.at };
      return correct(event, meters.spendMeters({ account, test }, correction.at));
    },

    alerts: async (scope, page) =>
      pageOf(
        endings.alerts.filter((alert) => sameScope(alert, scope)).map(({ toldAt: _, ...alert }) => alert),
        page,
      ),

    untoldAlerts: async (limit) => {
      const untold = endings.alerts.filter(({ toldAt }) => toldAt === null).slice(0, limit);
      return structuredClone(untold.map(({ toldAt: _, ...alert }) => alert));
    },

    markTold: async (ids, at) => {
      const untold = endings.alerts.filter(({ id, toldAt }) => ids.includes(id) && toldAt === null);
      for (const alert of untold) alert.toldAt = at;
      return untold.map(({ id }) => id);
    },

    report: async (scope, { from, until, by }) => {
      const groups = new Map<string | null, ReportRow>();
      for (const event of rows.events.values()) {
        if (!sameScope(event, scope) || event.at < from || event.at >= until) continue;
        const group = groupOf(event, by);
        const sums = groups.get(group) ?? { group, calls: 0, succeeded: 0, count: 0, costMicros: 0, chargeMicros: 0 };
        groups.set(group, {
          group,
          calls: sums.calls + (event.kind === 'call' ? 1 : 0),
          succeeded: sums.succeeded + (event.outcome === 'succeeded' ? 1 : 0),
          count: sums.count + event.count,
          costMicros: sums.costMicros + event.costMicros,
          chargeMicros: sums.chargeMicros + event.chargeMicros,
        });
      }
      return [...groups.values()].toSorted((a, b) => compareGroups(a.group, b.group));
    },
  };
}

/** The call as it was quoted, at most what it holds. */
function quotedMoney(call: CallRow, markupBasisPoints: number) {
  const costMicros = call.candidates[call.candidate]?.quoteMicros ?? 0;
  return { costMicros, chargeMicros: Math.min(call.heldMicros, withMarkup(costMicros, markupBasisPoints)) };
}

function correctionFields({ reference, reason, micros, at }: Correction) {
  const nothing = { outcome: null, errorCode: null, count: 0, quoteMicros: 0, costMicros: 0, inputBytes: 0 } as const;
  return { ...nothing, outputBytes: 0, id: newId('event', at), reference, reason, chargeMicros: micros, at };
}

const nobodys = {
  kind: 'adjustment',
  runId: null,
  callId: null,
  user: null,
  key: null,
  operation: null,
  vendor: null,
  model: null,
  catalogueDate: null,
  consent: null,
  submittedAt: null,
} as const;

/** Those without a group come last. */
function compareGroups(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
