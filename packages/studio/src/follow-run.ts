import {
  type Clock,
  type Run,
  type Runner,
  type RunProgress,
  type RunState,
  type Scope,
  stateOf,
} from '@image-studio/core';

/** A run at one moment of its way. */
export interface RunEvent {
  /** Names the moment: who has seen it can go on after it. */
  readonly id: string;
  readonly state: RunState;
  /** How far it is, where this process drives it. */
  readonly progress: RunProgress | undefined;
  readonly found: Run;
}

/** How a run is followed. */
export interface FollowOptions {
  readonly signal?: AbortSignal | undefined;
  /** Id of the last event seen: an equal one is left out. */
  readonly after?: string | undefined;
}

/** Between two looks at a run that another process may drive. */
const lookEveryMs = 500;

/**
 * The moments of a run from now on, whoever drives it; ends with the run, when it is in doubt, and when the signal is aborted.
 * Throws `not_found` for an unknown run and for another scope's.
 */
export async function* followRun(
  runner: Pick<Runner, 'get' | 'wait' | 'progress'>,
  clock: Clock,
  { scope, id, signal, after }: FollowOptions & { readonly scope: Scope; readonly id: string },
): AsyncGenerator<RunEvent, void, undefined> {
  const stop = new AbortController();
  const ended = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
  const bell = createBell();
  let over = false;
  const waiting = runner.wait(scope, id, { signal: ended, onProgress: bell.ring });
  const end = () => (over = true);
  const done = waiting.then(end, end);
  void done.then(bell.ring);
  let last = after;
  try {
    for (;;) {
      const rung = bell.next();
      const found = over ? await waiting : await runner.get(scope, id);
      if (!found) return void (await waiting);
      const event = eventOf(found, runner.progress(id));
      if (event.id !== last) yield event;
      last = event.id;
      if (over) return;
      await Promise.race([rung, pause(clock, ended)]);
      if (ended.aborted) return;
    }
  } finally {
    stop.abort(new Error('Nobody follows the run any more'));
    await done;
  }
}

function eventOf(found: Run, progress: RunProgress | undefined): RunEvent {
  const state = stateOf(found.calls);
  const open = state === 'queued' || state === 'running';
  return { id: open ? `${state}:${progress?.fraction.toFixed(3) ?? ''}` : state, state, progress, found };
}

/** Tells one who waits that something happened. */
function createBell() {
  let resolve = () => {};
  return { ring: () => resolve(), next: () => new Promise<void>((done) => (resolve = done)) };
}

async function pause(clock: Clock, signal: AbortSignal): Promise<void> {
  await clock.sleep(lookEveryMs, { signal }).catch(() => {});
}
