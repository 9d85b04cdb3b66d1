import type { Clock } from './ports.ts';

/** What a timer of this platform can wait at most; a longer one would ring at once. */
const longestMs = 2 ** 31 - 1;

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic,
  sleep: (ms, { signal, background } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      let timer: ReturnType<typeof setTimeout>;
      wait(Math.max(0, ms));
      signal?.addEventListener('abort', aborted, { once: true });
      function wait(rest: number) {
        timer = setTimeout(() => (rest > longestMs ? wait(rest - longestMs) : done()), Math.min(rest, longestMs));
        if (background && typeof timer === 'object') timer.unref();
      }
      function done() {
        signal?.removeEventListener('abort', aborted);
        resolve();
      }
      function aborted() {
        clearTimeout(timer);
        reject(signal?.reason);
      }
    }),
};

/** In Node.js by what is there from the start: the first look at `performance` loads a dozen modules. */
function monotonic(): number {
  const time = globalThis.process?.hrtime?.();
  if (time === undefined) return performance.now();
  const [seconds, nanoseconds] = time;
  return seconds * 1000 + nanoseconds / 1e6;
}
