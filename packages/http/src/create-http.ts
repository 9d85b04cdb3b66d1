import { isStudioError, StudioError } from '@image-studio/core';
import { type Answer, asResponse } from './answer.ts';
import type { Http, HttpOptions, HttpRequest, HttpRetry, HttpTimeouts, JsonRequest } from './http.ts';
import { networkFailure, stopped } from './network-failure.ts';
import { nodeSend, type Wire } from './node-send.ts';
import { discardAll, readJsonWithFiles } from './read-json-with-files.ts';
import { AnswerTooLarge, readText } from './read-text.ts';
import { refusalError, type VendorAnswer } from './refusal.ts';
import { retryAfterMs } from './retry-after.ts';
import { sendAgain } from './send-again.ts';
import { sendOnce } from './send-once.ts';

const errorBytes = 64 * 1024;
const answerBytes = 64 * 1024 * 1024;
const fileBytes = 100 * 1024 * 1024;

/**
 * The one HTTP policy. A paid POST is sent exactly once, whatever happens: no retry, no redirect. Free requests without a
 * streamed body are repeated on network errors, time-outs, 429, 500, 502, 503 and 504, honour `Retry-After`, and end with the signal.
 */
export function createHttp(options: HttpOptions): Http {
  const base = new URL(options.baseUrl);
  const clock = options.clock ?? { now: () => Date.now() };
  const timeouts: HttpTimeouts = { freeMs: 30_000, paidMs: 120_000, ...options.timeouts };
  const retry: HttpRetry = { limit: 3, firstMs: 300, longestMs: 30_000, ...options.retry };
  const { vendor } = options;
  const send = sender(options.fetch);

  const exchange = async (request: HttpRequest): Promise<Answer> => {
    const { signal } = request;
    if (signal?.aborted === true) throw stopped(signal);
    const free = isFree(request);
    const url = addressOf(base, request);
    const timeoutMs = request.timeoutMs ?? (free ? timeouts.freeMs : timeouts.paidMs);
    let handedOver = false;
    try {
      const method = request.method ?? 'GET';
      const wire = {
        method,
        headers: headersFor(request, url.origin === base.origin ? options.headers : {}),
        body: request.body?.body ?? (request.json === undefined ? undefined : JSON.stringify(request.json)),
      };
      const once = (ending: AbortSignal) => {
        const answer = send(url, { ...wire, signal: ending });
        handedOver = true;
        return answer;
      };
      if (!free || request.body !== undefined) return await sendOnce(once, { timeoutMs, signal });
      return await sendAgain(url, once, { method, retry, clock, timeoutMs, signal });
    } catch (error) {
      if (!handedOver) throw unsendable(vendor.name);
      throw networkFailure({ vendor: vendor.name, free, error, signal });
    }
  };

  const read = async (answer: Answer): Promise<VendorAnswer> => ({
    status: answer.status,
    headers: new Headers([...answer.headers]),
    body: await readText(answer, { maxBytes: errorBytes, timeoutMs: timeouts.freeMs }).then(parsed, () => undefined),
  });

  const failed = (request: HttpRequest, answer: VendorAnswer): StudioError =>
    refusalError({
      vendor,
      free: isFree(request),
      answer,
      retryAfterMs: retryAfterMs(answer.headers, clock.now()),
      sent: [request.json, request.sent, request.headers, options.headers],
    });

  return {
    send: async (request) => {
      const answer = await exchange(request);
      if (answer.ok) return asResponse(answer);
      throw failed(request, await read(answer));
    },
    json: async (request) => {
      const answer = await exchange(request);
      if (!answer.ok) {
        const unsuccessful = await read(answer);
        const found = request.salvage?.(unsuccessful);
        if (found !== undefined) return found;
        throw failed(request, unsuccessful);
      }
      const timeoutMs = request.timeoutMs ?? (isFree(request) ? timeouts.freeMs : timeouts.paidMs);
      try {
        return await parseAnswer(answer, request, { maxBytes: request.maxBytes ?? answerBytes, timeoutMs });
      } catch (error) {
        if (isStudioError(error)) throw error;
        if (isFree(request) && request.signal?.aborted === true) throw stopped(request.signal);
        throw unreadable(vendor.name, isFree(request), error);
      }
    },
  };
}

async function parseAnswer<Value>(
  answer: Answer,
  { parse, files: names }: JsonRequest<Value>,
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
): Promise<Value> {
  if (names === undefined) return parse(JSON.parse(await readText(answer, limits)));
  const { body, files } = await readJsonWithFiles(answer, { ...limits, names, maxFileBytes: fileBytes });
  try {
    return parse(body);
  } catch (error) {
    await discardAll(files);
    throw error;
  }
}

function sender(fetch: HttpOptions['fetch']): (url: URL, wire: Wire) => Promise<Answer> {
  if (fetch === undefined) return nodeSend;
  // Node.js loads its own `fetch` with the first word of it: now, and not while a request waits.
  const { Request } = globalThis;
  return (url, wire) => fetch(new Request(url, { ...wire, redirect: 'manual', duplex: 'half' } as RequestInit));
}

function isFree({ free, method = 'GET' }: HttpRequest): boolean {
  return free ?? method !== 'POST';
}

function addressOf(base: URL, { path, query }: HttpRequest): URL {
  const absolute = path instanceof URL || /^https?:\/\//.test(path);
  const url = absolute
    ? new URL(path)
    : new URL(`${base.pathname.replace(/\/$/, '')}/${path.replace(/^\//, '')}`, base);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url;
}

function headersFor({ json, headers, body }: HttpRequest, own: HttpOptions['headers']): Record<string, string> {
  const all = Object.entries({ ...own, ...headers, ...body?.headers }).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  return { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...Object.fromEntries(all) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Without the cause: it may quote the header or the value that could not be sent. */
function unsendable(vendor: string): StudioError {
  return new StudioError('internal', `The request to ${vendor} cannot be written: check its headers and its body.`, {
    failure: 'refused',
  });
}

function unreadable(vendor: string, free: boolean, fault: unknown): StudioError {
  const why = fault instanceof AnswerTooLarge ? `is too large: ${fault.message}` : 'cannot be read';
  return free
    ? new StudioError('vendor_unavailable', `${vendor} gave an answer that ${why}.`, { failure: 'never_sent' })
    : new StudioError('in_doubt', `${vendor} gave an answer that ${why}; it may have taken the job.`, {
        failure: 'uncertain',
        billed: 'unknown',
      });
}
