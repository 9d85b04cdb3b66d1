import type { Clock } from '@image-studio/core';

/** The system's time; core's own is not taken, so that a sandbox alone loads none of core's code. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, { signal, background } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      if (background) timer.unref();
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
