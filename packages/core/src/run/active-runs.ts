import type { Ended } from './drive.ts';
import type { Run, RunRow } from './journal.ts';
import type { RunProgress } from './parts.ts';

/** A run that this process drives. */
export interface ActiveRun {
  readonly run: RunRow;
  canceled: boolean;
  /** Nothing will happen soon: all its open calls are in doubt or overdue. */
  rested: boolean;
  progress: RunProgress;
  /** Calls still being driven here. */
  open: number;
  /** Calls that ended here, of how many the run has. */
  readonly ended: Ended[];
  readonly calls: number;
}

/** Hears how far a run is, and at its end the run, where all of its calls ended here; nothing = look again. */
export type RunListener = (news: { readonly progress?: RunProgress; readonly ended?: Run }) => void;

/** What this process drives, and who listens. */
export interface ActiveRuns {
  get(runId: string): ActiveRun | undefined;
  /** Adds calls of a run that has so many in all. */
  add(run: RunRow, calls: number, of: number): ActiveRun;
  /** One call less, with its end where that was here. A run without calls is forgotten; answers it where all of its calls ended here. */
  done(runId: string, ended: Ended | undefined): Run | undefined;
  report(runId: string, progress: RunProgress): void;
  /** Tells everyone who waits for this run to look again. */
  changed(runId: string): void;
  /** Answers a function that stops the listening. */
  listen(runId: string, listener: RunListener): () => void;
}

/** Progress never falls back, whatever the calls of a run report. */
export function createActiveRuns(): ActiveRuns {
  const active = new Map<string, ActiveRun>();
  const listeners = new Map<string, Set<RunListener>>();

  function tell(runId: string, news: Parameters<RunListener>[0]): void {
    for (const listener of listeners.get(runId) ?? []) listener(news);
  }

  return {
    get: (runId) => active.get(runId),
    add: (run, calls, of) => {
      const progress = { stage: 'accepted', fraction: 0, message: 'Accepted' } as const;
      const fresh = { run, canceled: run.cancelRequested, rested: false, progress, open: 0, ended: [], calls: of };
      const found = active.get(run.id) ?? fresh;
      found.open += calls;
      active.set(run.id, found);
      return found;
    },
    done: (runId, ended) => {
      const found = active.get(runId);
      if (found && ended) found.ended.push(ended);
      if (found && --found.open <= 0) active.delete(runId);
      const whole = found && endOf(found);
      tell(runId, whole ? { ended: whole } : {});
      return whole;
    },
    report: (runId, progress) => {
      const found = active.get(runId);
      if (!found) return;
      const fraction = Math.max(found.progress.fraction, progress.fraction);
      if (fraction === found.progress.fraction && progress.stage === found.progress.stage) return;
      found.progress = { ...progress, fraction };
      tell(runId, { progress: found.progress });
    },
    changed: (runId) => tell(runId, {}),
    listen: (runId, listener) => {
      const all = listeners.get(runId) ?? new Set();
      listeners.set(runId, all.add(listener));
      return () => {
        all.delete(listener);
        if (all.size === 0) listeners.delete(runId);
      };
    },
  };
}

/** The run as the journal has it by now. */
function endOf({ run, canceled, ended, calls }: ActiveRun): Run | undefined {
  if (ended.length < calls) return undefined;
  const inOrder = ended.toSorted((a, b) => a.call.index - b.call.index);
  return {
    run: { ...run, cancelRequested: canceled },
    calls: inOrder.map(({ call }) => call),
    files: inOrder.flatMap(({ files }) => files),
  };
}
