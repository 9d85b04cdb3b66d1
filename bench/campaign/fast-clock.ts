import { type Clock, systemClock } from '@image-studio/core';

/** A clock that several processes share: `origin` is what it shows at the real moment `started` (both ms), `speed` how many times faster it runs. */
export interface ClockSettings {
  readonly origin: number;
  readonly started: number;
  readonly speed: number;
}

/** The middle of a month, so that no campaign crosses into another period. */
const origin = Date.UTC(2026, 0, 15, 12);

/** Settings of a clock that starts now. `speed` must be a whole number, so that times stay whole milliseconds. */
export function clockFromNow(speed: number): ClockSettings {
  return { origin, started: Date.now(), speed };
}

/** Leases, pauses and waits of the studio and of the sandbox alike take a fraction of their time; only sockets live in real time. */
export function createFastClock({ origin, started, speed }: ClockSettings): Clock {
  return {
    now: () => origin + (Date.now() - started) * speed,
    monotonic: () => performance.now() * speed,
    sleep: (ms, options) => systemClock.sleep(ms / speed, options),
  };
}

/** A clock whose wall time can be made to go forward or back; its monotonic time never does. */
export function createJumpingClock(clock: Clock): Clock & { readonly jump: (byMs: number) => void } {
  let jumped = 0;
  return { ...clock, now: () => clock.now() + jumped, jump: (byMs) => void (jumped += byMs) };
}
