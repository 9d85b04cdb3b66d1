import type { Clock } from '@image-studio/core';
import { type Answer, asResponse } from './answer.ts';
import type { HttpRetry } from './http.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Patience } from './send-once.ts';

/** How a request is repeated. */
export interface Repetition extends Patience {
  readonly method: string;
  readonly retry: HttpRetry;
  readonly clock: Pick<Clock, 'now'>;
}

const repeatable = [429, 500, 502, 503, 504];

/**
 * Sends, and again while there is no answer or one that says "not now"; the last one is answered, and one that asks for too long a pause.
 * Only for what costs nothing. ky is loaded when the first such request comes.
 */
export async function sendAgain(
  url: URL,
  send: (signal: AbortSignal) => Promise<Answer>,
  { method, retry, clock, timeoutMs, signal }: Repetition,
): Promise<Answer> {
  const { default: ky, isHTTPError } = await import('ky');
  try {
    return await ky(url, {
      method,
      ...(signal === undefined ? {} : { signal }),
      fetch: async (input) => asResponse(await send((input as Request).signal)),
      redirect: 'manual',
      timeout: timeoutMs,
      throwHttpErrors: (status) => repeatable.includes(status),
      retry: {
        limit: retry.limit,
        methods: ['get', 'post', 'put', 'delete'],
        statusCodes: repeatable,
        afterStatusCodes: repeatable,
        retryOnTimeout: true,
        delay: (attempt) => retry.firstMs * 2 ** (attempt - 1),
        jitter: (delay) => delay * (0.75 + Math.random() / 2),
        shouldRetry: ({ error }) => {
          const wait = isHTTPError(error) ? retryAfterMs(error.response.headers, clock.now()) : undefined;
          return wait !== undefined && wait > retry.longestMs ? false : undefined;
        },
      },
    });
  } catch (error) {
    if (!isHTTPError(error)) throw error;
    return new Response(null, { status: error.response.status, headers: error.response.headers });
  }
}
