import type { Clock } from '@image-studio/core';

/** A clock that stands still until it is told to advance. */
export interface ManualClock extends Clock {
  /** Moves on and wakes who slept that long. */
  advance(ms: number): void;
  /** Resolves when somebody sleeps; gives the longest sleep in ms. */
  asleep(): Promise<number>;
}

export function manualClock(start = Date.parse('2026-01-01T00:00:00.000Z')): ManualClock {
  let now = start;
  let sleepers: { until: number; wake: () => void }[] = [];
  let watchers: (() => void)[] = [];
  const longest = () => Math.max(...sleepers.map(({ until }) => until - now));
  return {
    now: () => now,
    monotonic: () => now - start,
    sleep: (ms) =>
      new Promise((resolve) => {
        if (ms <= 0) return resolve();
        sleepers.push({ until: now + ms, wake: resolve });
        for (const watch of watchers.splice(0)) watch();
      }),
    advance(ms) {
      now += ms;
      const due = sleepers.filter(({ until }) => until <= now);
      sleepers = sleepers.filter(({ until }) => until > now);
      for (const { wake } of due) wake();
    },
    async asleep() {
      if (sleepers.length === 0) await new Promise<void>((resolve) => (watchers = [...watchers, resolve]));
      return longest();
    },
  };
}
