import { StudioError } from '../errors/studio-error.ts';
import type { Result } from '../result/result.ts';
import type { AnyRequest } from '../validation/request.ts';
import { makeOffer, type Offer, reservationFor } from './accept.ts';
import { createActiveRuns } from './active-runs.ts';
import { createCrew } from './crew.ts';
import { sameScope, type Run, type RunRow, type Scope } from './journal.ts';
import type { ResumeOptions, RunContext, RunnerParts, RunProgress } from './parts.ts';
import type { AssetRecord, Incoming } from './ports.ts';
import { resultOf } from './result-of.ts';
import { stateOf } from './state.ts';
import { storeInput } from './take-in.ts';

/** The shared flow of every operation. Knows no operation, vendor or model; it gets them as values. */
export interface Runner {
  /** Checks and prices a request without holding or spending anything. */
  offer(operation: string, request: AnyRequest, context?: RunContext): Promise<Offer>;
  /** Accepts a run and drives it in the background. `attached`: the idempotency key named this earlier run. */
  start(
    operation: string,
    request: AnyRequest,
    context?: RunContext,
  ): Promise<{ readonly id: string; readonly attached: boolean }>;
  /** Starts, waits, answers. Throws what the run failed with, `timed_out` or `in_doubt` with the run's id in `details`. */
  run(operation: string, request: AnyRequest, context?: RunContext): Promise<Result>;
  /** Undefined for an unknown run and for another scope's. */
  get(scope: Scope, id: string): Promise<Run | undefined>;
  /** Resolves when the run has ended or is in doubt; rejects when the signal is aborted or `onProgress` throws, which does not stop the run. */
  wait(scope: Scope, id: string, options?: Pick<RunContext, 'signal' | 'onProgress'>): Promise<Run>;
  /** The result of a run that has ended. Throws what it failed with. */
  result(found: Run): Promise<Result>;
  /** Stops what was not sent yet; what was sent is kept and charged unless the vendor confirms a cancel. Throws `not_found`. */
  cancel(scope: Scope, id: string): Promise<Run>;
  /** Stores a file for later runs. Throws `invalid_request` for what is no picture, sound, video or 3D file. */
  addAsset(file: Incoming, context?: RunContext): Promise<AssetRecord>;
  /** How far a run driven by this process is. */
  progress(id: string): RunProgress | undefined;
  /** A vendor called back: asks for the job at once. True when this process drives it. */
  wake(token: string): Promise<boolean>;
  /** Takes over what nobody drives: expired leases, with `takeOver` also what owners had that are gone, or everything. Answers how many calls. */
  resume(options?: ResumeOptions): Promise<number>;
  /** Stops driving; calls stay where they are for the next owner. */
  close(): Promise<void>;
}

/** Between two looks at a run that another process drives. */
const lookEveryMs = 500;

/** A runner over these parts. */
export function createRunner(parts: RunnerParts): Runner {
  const { ledger, journal, clock } = parts;
  const active = createActiveRuns();
  const crew = createCrew(parts, active);

  async function start(operation: string, request: AnyRequest, context: RunContext = {}) {
    const offer = await makeOffer(parts, operation, request, context);
    if (offer.repeats !== undefined) return { id: offer.repeats, attached: true };
    // Nothing is held yet: whoever left meanwhile gets no run.
    context.signal?.throwIfAborted();
    const since = clock.monotonic();
    const reservation = reservationFor(parts, offer, context);
    const { runId, attached } = await ledger.reserve(reservation);
    if (!attached) traceAcceptance(parts, reservation.run, offer);
    if (!attached && parts.drives !== false) crew.drive(reservation.run, reservation.calls, since);
    return { id: runId, attached };
  }

  async function wait(
    scope: Scope,
    id: string,
    { signal, onProgress }: Pick<RunContext, 'signal' | 'onProgress'> = {},
  ): Promise<Run> {
    const watch = watchRun(id, signal, onProgress);
    try {
      for (;;) {
        signal?.throwIfAborted();
        const next = watch.next();
        // All of it ended here: the journal knows no more.
        const ended = watch.ended();
        if (ended && sameScope(ended.run, scope)) return ended;
        // What this process drives has not ended before it says so: until then there is nothing to read.
        if (!isDrivenHere(scope, id)) {
          const found = await journal.getRun(scope, id);
          if (!found) throw new StudioError('not_found', `No run "${id.slice(0, 60)}"`);
          const state = stateOf(found.calls);
          const here = active.get(id);
          if (state !== 'queued' && state !== 'running' && (state !== 'in_doubt' || !here || here.rested)) return found;
        }
        await Promise.race([next, watch.over, ...(active.get(id) ? [] : [clock.sleep(lookEveryMs)])]);
      }
    } finally {
      watch.stop();
    }
  }

  function isDrivenHere(scope: Scope, id: string): boolean {
    const here = active.get(id);
    return here !== undefined && !here.rested && sameScope(here.run, scope);
  }

  /** `next` tells of the run's next change, `ended` of its end where that was here; `over` rejects when the waiting is over: aborted, or the caller's own listener failed. */
  function watchRun(id: string, signal: AbortSignal | undefined, onProgress: RunContext['onProgress']) {
    let notify = () => {};
    let whole: Run | undefined;
    const { promise: over, reject } = Promise.withResolvers<never>();
    over.catch(() => {});
    const aborted = () => reject(signal?.reason);
    signal?.addEventListener('abort', aborted);
    const deaf = active.listen(id, ({ progress, ended }) => {
      whole ??= ended;
      if (progress === undefined) return notify();
      try {
        onProgress?.(progress);
      } catch (error) {
        // Thrown on to the caller: whoever drives the run has nothing to do with it.
        reject(error);
      }
    });
    const stop = () => {
      deaf();
      signal?.removeEventListener('abort', aborted);
    };
    return { next: () => new Promise<void>((resolve) => (notify = resolve)), ended: () => whole, over, stop };
  }

  return {
    offer: (operation, request, context = {}) => makeOffer(parts, operation, request, context),
    start,
    wait,
    run: async (operation, request, context = {}) => {
      const { id } = await start(operation, request, context);
      const scope = { account: context.account ?? null, test: parts.test };
      const result = await resultOf(parts, await wait(scope, id, context));
      context.onProgress?.({ stage: 'done', fraction: 1, message: 'Done' });
      return result;
    },
    get: (scope, id) => journal.getRun(scope, id),
    result: (found) => resultOf(parts, found),
    cancel: async (scope, id) => {
      if (!(await journal.requestCancel(scope, id))) throw new StudioError('not_found', `No run "${id.slice(0, 60)}"`);
      crew.cancel(id);
      return (await journal.getRun(scope, id))!;
    },
    addAsset: (file, { account } = {}) => storeInput(parts, file, { account: account ?? null, test: parts.test }),
    progress: (id) => active.get(id)?.progress,
    wake: async (token) => {
      const call = await journal.findByToken(token);
      return call !== undefined && crew.wake(call);
    },
    resume: (options) => crew.resume(options),
    close: () => crew.close(),
  };
}

function traceAcceptance({ trace, clock }: RunnerParts, run: RunRow, { times }: Offer): void {
  if (!trace) return;
  trace.step({ run, name: 'accept', from: times.began, until: times.takenIn });
  trace.step({ run, name: 'quote', from: times.takenIn, until: times.priced });
  trace.step({ run, name: 'reserve', from: times.priced, until: clock.now() });
}
