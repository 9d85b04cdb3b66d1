import { type Clock, isStudioError, StudioError } from '@image-studio/core';
import type { Http } from '@image-studio/http';

/** A lock-out lasts a minute; whatever a gateway asks for, results that are kept for a day must still be asked for in time. */
const longestMs = 600_000;

/**
 * The same client, silent while Stability locks this key out: after a 429 nothing is sent until its time is over, by any call, since what is
 * sent meanwhile is refused anyway. Throws `rate_limited`, not billed, with the time that is left.
 */
export function withLockOut(http: Http, clock: Pick<Clock, 'now'>): Http {
  let until = 0;
  const guarded = async <Value>(send: () => Promise<Value>): Promise<Value> => {
    const retryAfterMs = until - clock.now();
    if (retryAfterMs > 0) {
      const options = { failure: 'throttled', billed: 'no', retryAfterMs, details: { retryAfterMs } } as const;
      throw new StudioError('rate_limited', 'Stability takes no requests at the moment; nothing was sent.', options);
    }
    try {
      return await send();
    } catch (error) {
      if (isStudioError(error, 'rate_limited'))
        until = Math.max(until, clock.now() + Math.min(longestMs, error.retryAfterMs ?? 0));
      throw error;
    }
  };
  return { send: (request) => guarded(() => http.send(request)), json: (request) => guarded(() => http.json(request)) };
}
