import type { RunRow } from './journal.ts';
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
}

/** What this process drives, and who listens. */
export interface ActiveRuns {
  get(runId: string): ActiveRun | undefined;
  /** Adds calls of a run. */
  add(run: RunRow, calls: number): ActiveRun;
  /** One call less; a run without calls is forgotten. */
  done(runId: string): void;
  report(runId: string, progress: RunProgress): void;
  /** Tells everyone who waits for this run to look again. */
  changed(runId: string): void;
  /** Answers a function that stops the listening. */
  listen(runId: string, listener: (progress: RunProgress | undefined) => void): () => void;
}

/** Progress never falls back, whatever the calls of a run report. */
export function createActiveRuns(): ActiveRuns {
  const active = new Map<string, ActiveRun>();
  const listeners = new Map<string, Set<(progress: RunProgress | undefined) => void>>();

  function tell(runId: string, progress: RunProgress | undefined): void {
    for (const listener of listeners.get(runId) ?? []) listener(progress);
  }

  return {
    get: (runId) => active.get(runId),
    add: (run, calls) => {
      const progress = { stage: 'accepted', fraction: 0, message: 'Accepted' } as const;
      const found = active.get(run.id) ?? { run, canceled: run.cancelRequested, rested: false, progress, open: 0 };
      found.open += calls;
      active.set(run.id, found);
      return found;
    },
    done: (runId) => {
      const found = active.get(runId);
      if (found && --found.open <= 0) active.delete(runId);
      tell(runId, undefined);
    },
    report: (runId, progress) => {
      const found = active.get(runId);
      if (!found) return;
      const fraction = Math.max(found.progress.fraction, progress.fraction);
      if (fraction === found.progress.fraction && progress.stage === found.progress.stage) return;
      found.progress = { ...progress, fraction };
      tell(runId, found.progress);
    },
    changed: (runId) => tell(runId, undefined),
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
