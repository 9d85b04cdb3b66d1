import { StudioError } from '../errors/studio-error.ts';
import { newId } from '../run/id.ts';
import type { CallRow, RunRow } from '../run/journal.ts';
import { type Alert, alertThresholds } from '../tracking/books.ts';
import type { UsageEvent } from '../tracking/ledger.ts';
import { consentOf, inputBytesOf } from '../tracking/request-facts.ts';
import { unitOf } from '../tracking/meters.ts';
import { vendorOf } from '../validation/model.ts';
import type { Meter } from './memory-meter.ts';
import { isOpen, type MemoryRows } from './memory-rows.ts';

/** How calls end in memory: the row, the meters, the event and the alerts, all at once. */
export interface MemoryEndings {
  readonly alerts: (Alert & { toldAt: number | null })[];
  readonly end: (call: CallRow, changes: Partial<CallRow>, count: number) => void;
  /** Raises the alerts of a meter whose `used` has risen. */
  readonly watch: (meter: Meter, at: number) => void;
}

/** Endings over these rows. */
export function createMemoryEndings(rows: MemoryRows): MemoryEndings {
  const alerts: MemoryEndings['alerts'] = [];

  function watch(meter: Meter, at: number): void {
    const { max, used } = meter;
    if (max === null || max === 0) return;
    for (const threshold of alertThresholds) {
      if (threshold <= meter.alerted || used * 100 < threshold * max) continue;
      meter.alerted = threshold;
      const { account, test, subject, subjectId, meter: name, startsAt, endsAt } = meter;
      const facts = { account, test, subject, subjectId, meter: name, threshold, max, used, startsAt, endsAt, at };
      alerts.push({ id: newId('alert', at), ...facts, toldAt: null });
    }
  }

  function giveBack(id: string, used: Readonly<Record<ReturnType<typeof unitOf>, number>>, at: number): void {
    for (const { meter, amount } of rows.taken.get(id) ?? []) {
      meter.held -= amount;
      meter.used += used[unitOf(meter.meter)];
      watch(meter, at);
    }
  }

  return {
    alerts,
    watch,
    end: (call, changes, count) => {
      const ended = { ...call, ...structuredClone(changes) };
      rows.calls.set(call.id, ended);
      const event = eventOf(rows, ended, count);
      rows.events.set(call.id, event);
      giveBack(call.id, { outputs: count, micros: event.chargeMicros, runs: 0 }, event.at);
      if (!rows.callsOf(call.runId).some(isOpen)) giveBack(call.runId, { outputs: 0, micros: 0, runs: 0 }, event.at);
    },
  };
}

function eventOf(rows: MemoryRows, call: CallRow, count: number): UsageEvent {
  const run: RunRow | undefined = rows.runs.get(call.runId);
  const candidate = call.candidates[call.candidate];
  if (run === undefined || candidate === undefined || call.outcome === null || call.finishedAt === null)
    throw new StudioError('internal', 'A call ended without its run, its model or its outcome.');
  const { user, key, operation, account, test, createdAt: heldAt } = run;
  return {
    id: newId('event', call.finishedAt),
    kind: 'call',
    account,
    test,
    user,
    key,
    operation,
    runId: run.id,
    callId: call.id,
    vendor: vendorOf(candidate.model),
    model: candidate.model,
    catalogueDate: candidate.asOf ?? null,
    outcome: call.outcome,
    errorCode: call.error?.code ?? null,
    count,
    quoteMicros: candidate.quoteMicros,
    costMicros: call.costMicros ?? 0,
    chargeMicros: call.chargeMicros ?? 0,
    inputBytes: inputBytesOf(run.request),
    outputBytes: call.assets.reduce((sum, id) => sum + (rows.assets.get(id)?.size ?? 0), 0),
    consent: consentOf(run.request),
    reference: null,
    reason: null,
    heldAt,
    submittedAt: call.submittedAt,
    at: call.finishedAt,
  };
}
