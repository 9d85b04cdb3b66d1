import type { ActiveRuns } from './active-runs.ts';
import { driveCall } from './drive-call.ts';
import { type Drive, leaseKey, LeaseLost } from './drive.ts';
import type { CallRow, Lease, Run, RunRow } from './journal.ts';
import { goneOwners } from './gone-owners.ts';
import { createPace } from './pace.ts';
import type { ResumeOptions, RunnerParts } from './parts.ts';
import { createSchedule } from './schedule.ts';
import { createSlots } from './slots.ts';
import { isFinal } from './state.ts';

/** Drives calls to their end and keeps their leases alive. */
export interface Crew {
  /** Drives calls of a run that has so many in all. `since` is the monotonic time before their leases were asked for. */
  drive(run: RunRow, calls: readonly CallRow[], since: number, of?: number): void;
  /** Wakes a call driven here. */
  wake(call: CallRow): boolean;
  cancel(runId: string): void;
  resume(options?: ResumeOptions): Promise<number>;
  close(): Promise<void>;
}

const claimAtOnce = 200;

/** How long a shutdown waits for requests that are on their way. */
const graceMs = 8_000;

/** A crew of this process. */
export function createCrew(parts: RunnerParts, active: ActiveRuns): Crew {
  const { journal, clock, limits, owner } = parts;
  const schedule = createSchedule(clock);
  const slots = createSlots(clock);
  const pace = createPace();
  const stopping = new AbortController();
  /** What this process has, and until when by the monotonic clock it surely does. */
  const owned = new Map<string, { readonly lease: Lease; readonly runId: string; until: number }>();
  /** Shorter than the lease, so that this process stops believing in it before others do. */
  const ownFor = limits.leaseMs * 0.8;
  const driving = new Set<Promise<void>>();
  /** Calls that were put down at the shutdown: others may have them at once. */
  const left: Lease[] = [];
  let renewing = false;

  function drive(run: RunRow, calls: readonly CallRow[], since: number, of = calls.length): void {
    const here = active.add(run, calls.length, of);
    for (const call of calls) {
      const key = leaseKey(call);
      owned.set(key, { lease: leaseOf(call), runId: run.id, until: since + ownFor });
      const context = contextFor(here.run);
      const done = driveToEnd(context, call)
        .finally(() => {
          if (stopping.signal.aborted && owned.has(key)) left.push(leaseOf(call));
          owned.delete(key);
          schedule.forget(key);
          const whole = active.done(run.id, context.ended.as);
          return context.ended.as && tellEnd(run, whole);
        })
        .finally(() => driving.delete(done));
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
      pace,
      waited: { ms: 0 },
      sent: { at: clock.monotonic() },
      traced: { since: clock.now() },
      ended: { as: undefined },
      ownsLease: (call) => clock.monotonic() < (owned.get(leaseKey(call))?.until ?? -Infinity),
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

  /**
   * A fault of our own (a database that is away) leaves the call where it stands; it is read again and driven on. A lease that
   * ran out is asked for again (this process may have been asleep); when another has the call, it is left alone.
   */
  async function driveToEnd(context: Drive, call: CallRow): Promise<void> {
    let current: CallRow | undefined = call;
    for (let attempt = 0; current && !stopping.signal.aborted; attempt++) {
      try {
        return await driveCall(context, current);
      } catch (error) {
        const lost = error instanceof LeaseLost;
        if (!lost) parts.onFault?.({ run: context.run, callId: call.id, error });
        if (!lost || attempt > 0) await pause(attempt);
        current = await regain(call).catch(() => current);
      }
    }
  }

  /** For the trace, once no call of the run is open any more. */
  async function tellEnd(run: RunRow, whole: Run | undefined): Promise<void> {
    const found = parts.trace && (whole ?? (await journal.getRun(run, run.id).catch(() => undefined)));
    if (found?.calls.every(isFinal)) parts.trace?.ended(found.run, found.calls);
  }

  /** Wherever it waits: it looks again. */
  const rouse = (key: string) => {
    schedule.wake(key);
    slots.skip(key);
  };

  const pause = (attempt: number) =>
    clock.sleep(Math.min(30_000, 200 * 2 ** attempt), { signal: stopping.signal }).catch(() => {});

  /** The call as it stands now, with its lease prolonged; undefined when it has ended or another has it. */
  async function regain(call: CallRow): Promise<CallRow | undefined> {
    await renew([leaseKey(call)]);
    if (!owned.has(leaseKey(call))) return undefined;
    const found = await journal.getRun(call, call.runId);
    const now = found?.calls.find(({ id }) => id === call.id);
    return now && !isFinal(now) && now.leaseToken === call.leaseToken ? now : undefined;
  }

  /** Prolongs these leases; those that are no longer ours are forgotten. */
  async function renew(keys: readonly string[]): Promise<void> {
    const held = keys.flatMap((key) => owned.get(key) ?? []);
    const until = clock.monotonic() + ownFor;
    const leases = held.map(({ lease }) => lease);
    const still = new Set(await journal.renew({ leases, leaseUntil: clock.now() + limits.leaseMs }));
    for (const { lease } of held) {
      const key = `${lease.callId} ${lease.leaseToken}`;
      const entry = owned.get(key);
      if (entry && still.has(lease.callId)) entry.until = until;
      else owned.delete(key);
    }
  }

  async function renewLeases(): Promise<void> {
    renewing = true;
    while (owned.size > 0 && !stopping.signal.aborted) {
      await clock.sleep(limits.leaseMs / 3, { background: true, signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) await renew([...owned.keys()]).catch(() => {});
    }
    renewing = false;
  }

  async function resume({ takeOver: wanted = false }: ResumeOptions = {}): Promise<number> {
    const takeOver = typeof wanted === 'function' ? await goneOwners(parts, wanted) : wanted;
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
        if (found && Object.hasOwn(parts.operations, found.run.operation))
          drive(found.run, [call], since, found.calls.length);
      }
      taken += calls.length;
      if (calls.length < claimAtOnce) return taken;
    }
  }

  return {
    drive,
    resume,
    wake: (call) => {
      const driven = owned.has(leaseKey(call));
      if (driven) schedule.wake(leaseKey(call));
      return driven;
    },
    cancel: (runId) => {
      const here = active.get(runId);
      if (here) here.canceled = true;
      for (const [key, entry] of owned) if (entry.runId === runId) rouse(key);
    },
    close: async () => {
      stopping.abort(new Error('The runner is closing'));
      for (const key of owned.keys()) rouse(key);
      await Promise.race([Promise.allSettled(driving), clock.sleep(graceMs, { background: true })]);
      await journal.renew({ leases: left, leaseUntil: clock.now() }).catch(() => {});
    },
  };
}

const leaseOf = ({ id: callId, leaseToken }: CallRow): Lease => ({ callId, leaseToken });
