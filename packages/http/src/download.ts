import { type Download, isStudioError, StudioError } from '@image-studio/core';
import type { Answer } from './answer.ts';
import { guardedGet, PrivateAddressError, type Resolve, systemResolve } from './guarded-get.ts';
import type { HttpFetch } from './http.ts';
import { incoming, outputFailure } from './incoming.ts';

/** How {@link createDownload} guards. */
export interface DownloadOptions {
  /** Origins that are exempt from the address rule and may be plain http: base URLs that the operator configured. */
  readonly allowOrigins?: readonly string[];
  /** Answers for the allowed origins, such as a server in this process. */
  readonly fetch?: HttpFetch;
  /**
   * What it means when the file cannot be had: `input_unreachable` (default, a user's address) or `vendor_output`
   * (a vendor's file, whose errors say `billed: 'yes'` since the work was done).
   */
  readonly code?: 'input_unreachable' | 'vendor_output';
  readonly resolve?: Resolve;
  /** Up to the head of the answer, for each redirect. Milliseconds. */
  readonly answerMs?: number;
  /** Longest silence within the body. Milliseconds. */
  readonly stallMs?: number;
}

const maxRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Makes the guarded download: https only (http for allowed origins), never a private address, redirects followed by hand and checked anew,
 * sizes held to. The opened stream fails with the same errors: `input_too_large` for a user's file beyond `maxBytes`, else `code`.
 * Messages name the host only: addresses carry signatures.
 */
export function createDownload(options: DownloadOptions = {}): Download {
  const allowed = new Set((options.allowOrigins ?? []).map((origin) => new URL(origin).origin));
  const { code = 'input_unreachable', resolve = systemResolve, answerMs = 15_000, stallMs = 30_000 } = options;

  const get = async (url: URL, signal: AbortSignal): Promise<Answer> => {
    const exempt = allowed.has(url.origin);
    if (url.protocol !== 'https:' && !(exempt && url.protocol === 'http:'))
      throw outputFailure(code, url, 'is not https');
    if (url.username !== '' || url.password !== '') throw outputFailure(code, url, 'carries a user name');
    const headers = { accept: '*/*', 'accept-encoding': 'identity' };
    if (exempt && options.fetch !== undefined) {
      return options.fetch(new Request(url, { headers, signal, redirect: 'manual' }));
    }
    return guardedGet(url, { exempt, headers, signal, resolve });
  };

  const head = async (url: URL, signal: AbortSignal | undefined, stop: AbortController): Promise<Answer> => {
    const timer = setTimeout(() => stop.abort(), answerMs);
    try {
      return await get(url, stop.signal);
    } catch (error) {
      if (isStudioError(error)) throw error;
      if (signal?.aborted === true) throw isStudioError(signal.reason) ? signal.reason : canceled();
      if (stop.signal.aborted) throw outputFailure(code, url, 'did not answer in time');
      throw outputFailure(
        code,
        url,
        error instanceof PrivateAddressError ? 'is not a public address' : 'cannot be reached',
      );
    } finally {
      clearTimeout(timer);
    }
  };

  const follow = async (start: URL, signal: AbortSignal | undefined, stop: AbortController) => {
    let url = start;
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      const answer = await head(url, signal, stop);
      if (!redirects.has(answer.status)) return { answer, url };
      await answer.body?.cancel();
      const location = answer.headers.get('location');
      if (location === null || !URL.canParse(location, url)) throw outputFailure(code, url, 'redirects to nowhere');
      url = new URL(location, url);
    }
    throw outputFailure(code, url, 'redirects too often');
  };

  return async (start, { maxBytes, signal }) => {
    if (signal?.aborted === true) throw canceled();
    const stop = new AbortController();
    const abort = () => stop.abort();
    // The signal may be one that lives as long as the process: it is let go with the file.
    const onEnd = () => signal?.removeEventListener('abort', abort);
    signal?.addEventListener('abort', abort);
    try {
      const { answer, url } = await follow(start, signal, stop);
      return await incoming(answer, { url, code, maxBytes, stallMs, onEnd });
    } catch (error) {
      onEnd();
      throw error;
    }
  };
}

function canceled(): StudioError {
  return new StudioError('canceled', 'The download was stopped.');
}
