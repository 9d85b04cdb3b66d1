import type { Clock } from './ports.ts';

interface Entry {
  /** By the clock that never jumps. */
  readonly dueAt: number;
  readonly background: boolean;
  readonly resolve: () => void;
}

/** One timer for all that waits: calls due at about the same time are woken by the same tick. */
export interface Schedule {
  /** Resolves at `dueAt` (wall clock, as it stands now; at once when that is past), or as soon as `wake(key)` is called. */
  until(key: string, dueAt: number, background?: boolean): Promise<void>;
  /** Wakes a call at once: its vendor called back, or it was canceled. One that is not waiting, as it asks just now, does not wait the next time. */
  wake(key: string): void;
  /** The call has ended: nobody waits for it any more. */
  forget(key: string): void;
}

/** Entries within `tickMs` of each other share a wake-up. */
export function createSchedule(clock: Clock, tickMs = 25): Schedule {
  const waiting = new Map<string, Entry>();
  const wokenBefore = new Set<string>();
  let timer: { at: number; background: boolean; abort: AbortController } | undefined;

  function arm(): void {
    const entries = [...waiting.values()];
    timer?.abort.abort();
    timer = undefined;
    if (entries.length === 0) return;
    const at = entries.reduce((least, { dueAt }) => Math.min(least, dueAt), Infinity);
    const background = entries.every((entry) => entry.background);
    const abort = new AbortController();
    timer = { at, background, abort };
    clock.sleep(Math.max(0, at - clock.monotonic()), { signal: abort.signal, background }).then(tick, () => {});
  }

  function tick(): void {
    timer = undefined;
    const now = clock.monotonic() + tickMs;
    for (const [key, entry] of waiting) if (entry.dueAt <= now) release(key, entry);
    arm();
  }

  function release(key: string, entry: Entry): void {
    waiting.delete(key);
    entry.resolve();
  }

  return {
    until: (key, wallDueAt, background = false) =>
      new Promise((resolve) => {
        const left = wallDueAt - clock.now();
        if (wokenBefore.delete(key) || left <= 0) return resolve();
        const dueAt = clock.monotonic() + left;
        waiting.set(key, { dueAt, background, resolve });
        const covered = timer && timer.at <= dueAt && (background || !timer.background);
        if (!covered) arm();
      }),
    wake: (key) => {
      const entry = waiting.get(key);
      if (entry === undefined) return void wokenBefore.add(key);
      release(key, entry);
      arm();
    },
    forget: (key) => void wokenBefore.delete(key),
  };
}
