import { StudioError } from '@image-studio/core';
import { guardedGet, PrivateAddressError, type Resolve, systemResolve } from './guarded-get.ts';

/** How {@link createDeliver} guards. */
export interface DeliverOptions {
  /** Origins that may be private and plain http, because the operator says so. */
  readonly allowOrigins?: readonly string[];
  readonly resolve?: Resolve;
  /** From the start to the head of the answer. Default 15 s. */
  readonly answerMs?: number;
}

/** Posts a text and answers the status; what the other side says beyond it is not read. */
export type Deliver = (
  url: URL,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
) => Promise<number>;

/**
 * Makes the guarded delivery to addresses that users name: https only (http for allowed origins), never a private address, checked at the
 * moment of connecting, redirects not followed, nothing repeated. Throws `input_unreachable`; messages name the host only.
 */
export function createDeliver({
  allowOrigins = [],
  resolve = systemResolve,
  answerMs = 15_000,
}: DeliverOptions): Deliver {
  const allowed = new Set(allowOrigins.map((origin) => new URL(origin).origin));
  return async (url, { headers, body }) => {
    const exempt = allowed.has(url.origin);
    if (url.protocol !== 'https:' && !(exempt && url.protocol === 'http:')) throw failure(url, 'is not https');
    if (url.username !== '' || url.password !== '') throw failure(url, 'carries a user name');
    const stop = AbortSignal.timeout(answerMs);
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    try {
      const answer = await guardedGet(url, { exempt, headers: { ...headers, ...length }, signal: stop, resolve, body });
      await answer.body?.cancel();
      return answer.status;
    } catch (error) {
      if (stop.aborted) throw failure(url, 'did not answer in time');
      throw failure(url, error instanceof PrivateAddressError ? 'is not a public address' : 'cannot be reached');
    }
  };
}

function failure(url: URL, what: string): StudioError {
  return new StudioError('input_unreachable', `${url.hostname} ${what}.`);
}
