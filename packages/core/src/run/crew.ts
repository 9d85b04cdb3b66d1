import type { ActiveRuns } from './active-runs.ts';
import { driveCall } from './drive-call.ts';
import type { Drive } from './drive.ts';
import type { CallRow, RunRow } from './journal.ts';
import type { RunnerParts } from './parts.ts';
import { createSchedule } from './schedule.ts';
import { createSlots } from './slots.ts';
import { isFinal } from './state.ts';

/** Drives calls to their end and keeps their leases alive. */
export interface Crew {
  /** `since` is the monotonic time before the calls' leases were asked for. */
  drive(run: RunRow, calls: readonly CallRow[], since: number): void;
  /** Wakes a call driven here. */
  wake(call: CallRow): boolean;
  cancel(runId: string): void;
  resume(options?: { readonly takeOver?: boolean }): Promise<number>;
  close(): Promise<void>;
}

const claimAtOnce = 200;

/** How long a shutdown waits for requests that are on their way. */
const graceMs = 8_000;

/** A crew of this process. */
export function createCrew(parts: RunnerParts, active: ActiveRuns): Crew {
  const { journal, clock, limits, owner } = parts;
  const schedule = createSchedule(clock);
  const slots = createSlots();
  const stopping = new AbortController();
  /** Until when, by the monotonic clock, each call is surely ours. */
  const leases = new Map<string, number>();
  const callsOf = new Map<string, Set<string>>();
  const driving = new Set<Promise<void>>();
  let renewing = false;

  function drive(run: RunRow, calls: readonly CallRow[], since: number): void {
    const here = active.add(run, calls.length);
    callsOf.set(run.id, new Set([...(callsOf.get(run.id) ?? []), ...calls.map(({ id }) => id)]));
    for (const call of calls) {
      leases.set(call.id, since + limits.leaseMs * 0.8);
      const done = driveToEnd(contextFor(here.run), call).finally(() => {
        driving.delete(done);
        leases.delete(call.id);
        callsOf.get(run.id)?.delete(call.id);
        if (callsOf.get(run.id)?.size === 0) callsOf.delete(run.id);
        active.done(run.id);
      });
      driving.add(done);
    }
    if (!renewing) void renewLeases();
  }

  function contextFor(run: RunRow): Drive {
    return {
      parts,
      run,
      operation: parts.operations[run.operation]!,
      schedule,
      slots,
      ownsLease: (callId) => clock.monotonic() < (leases.get(callId) ?? -Infinity),
      isCanceled: () => active.get(run.id)?.canceled ?? run.cancelRequested,
      report: (stage, fraction, message) => active.report(run.id, { stage, fraction, message }),
      rest: () => {
        const here = active.get(run.id);
        if (here) here.rested = true;
        active.changed(run.id);
      },
      stop: stopping.signal,
    };
  }

  /** A fault of our own (a database that is away) leaves the call where it stands; it is read again and driven on. */
  async function driveToEnd(context: Drive, call: CallRow): Promise<void> {
    let current: CallRow | undefined = call;
    for (let attempt = 0; current && !stopping.signal.aborted; attempt++) {
      try {
        return await driveCall(context, current);
      } catch (error) {
        parts.onFault?.({ callId: call.id, error });
        await clock.sleep(Math.min(30_000, 200 * 2 ** attempt), { signal: stopping.signal }).catch(() => {});
        current = await reread(call).catch(() => current);
      }
    }
  }

  async function reread(call: CallRow): Promise<CallRow | undefined> {
    const found = await journal.getRun(call, call.runId);
    const now = found?.calls.find(({ id }) => id === call.id);
    return now && !isFinal(now) && now.leaseToken === call.leaseToken ? now : undefined;
  }

  async function renewLeases(): Promise<void> {
    renewing = true;
    while (leases.size > 0 && !stopping.signal.aborted) {
      await clock.sleep(limits.leaseMs / 3, { background: true, signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) break;
      const validUntil = clock.monotonic() + limits.leaseMs * 0.8;
      const owned = await journal.renew({ owner, leaseUntil: clock.now() + limits.leaseMs }).catch(() => undefined);
      for (const id of owned ?? []) if (leases.has(id)) leases.set(id, validUntil);
    }
    renewing = false;
  }

  async function resume({ takeOver = false } = {}): Promise<number> {
    let taken = 0;
    for (;;) {
      const now = clock.now();
      const since = clock.monotonic();
      const calls = await journal.claim({
        owner,
        now,
        leaseUntil: now + limits.leaseMs,
        limit: claimAtOnce,
        takeOver,
        test: parts.test,
      });
      for (const call of calls) {
        const found = await journal.getRun(call, call.runId);
        if (found && Object.hasOwn(parts.operations, found.run.operation)) drive(found.run, [call], since);
      }
      taken += calls.length;
      if (calls.length < claimAtOnce) return taken;
    }
  }

  return {
    drive,
    resume,
    wake: (call) => {
      schedule.wake(call.id);
      return leases.has(call.id);
    },
    cancel: (runId) => {
      const here = active.get(runId);
      if (here) here.canceled = true;
      for (const callId of callsOf.get(runId) ?? []) schedule.wake(callId);
    },
    close: async () => {
      stopping.abort(new Error('The runner is closing'));
      for (const callId of leases.keys()) schedule.wake(callId);
      await Promise.race([Promise.allSettled(driving), clock.sleep(graceMs, { background: true })]);
    },
  };
}
