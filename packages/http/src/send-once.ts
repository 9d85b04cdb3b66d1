import type { Answer } from './answer.ts';

/** What ends waiting. */
export interface Patience {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends once and waits for the head of the answer. Rejects with the reason of the signal, or with a `TimeoutError`, whatever the sender does then; its own
 * signal still ends the body when the caller's does.
 */
export async function sendOnce(
  send: (signal: AbortSignal) => Promise<Answer>,
  { timeoutMs, signal }: Patience,
): Promise<Answer> {
  const late = new AbortController();
  const ending = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const end = () => reject(ending.reason);
  const timer = setTimeout(() => late.abort(new DOMException('No answer in time', 'TimeoutError')), timeoutMs);
  ending.addEventListener('abort', end);
  try {
    return await Promise.race([send(ending), ended]);
  } finally {
    clearTimeout(timer);
    ending.removeEventListener('abort', end);
  }
}
