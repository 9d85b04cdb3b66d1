import { type Clock, isStudioError, StudioError } from '@image-studio/core';
import ky, { isHTTPError } from 'ky';
import type { Http, HttpOptions, HttpRequest, HttpRetry, HttpTimeouts, JsonRequest } from './http.ts';
import { networkFailure, stopped } from './network-failure.ts';
import { nodeSend, type Wire } from './node-send.ts';
import { discardAll, readJsonWithFiles } from './read-json-with-files.ts';
import { AnswerTooLarge, readText } from './read-text.ts';
import { refusalError, type VendorAnswer } from './refusal.ts';
import { retryAfterMs } from './retry-after.ts';

const repeatable = [429, 500, 502, 503, 504];
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

  const exchange = async (request: HttpRequest): Promise<Response> => {
    const { signal } = request;
    if (signal?.aborted === true) throw stopped(signal);
    const free = isFree(request);
    const repeats = free && request.body === undefined;
    const url = addressOf(base, request);
    let handedOver = false;
    try {
      const body = request.body?.body ?? (request.json === undefined ? undefined : JSON.stringify(request.json));
      return await ky(url, {
        method: request.method ?? 'GET',
        headers: headersFor(request, url.origin === base.origin ? options.headers : {}),
        ...(signal === undefined ? {} : { signal }),
        fetch: (input) => {
          const { url, method, headers, signal } = input as Request;
          try {
            const answer = send(url, { method, headers, body, signal });
            handedOver = true;
            return answer;
          } catch (error) {
            return Promise.reject(error);
          }
        },
        redirect: 'manual',
        timeout: request.timeoutMs ?? (free ? timeouts.freeMs : timeouts.paidMs),
        throwHttpErrors: (status) => repeats && repeatable.includes(status),
        retry: repeats ? repetition(retry, clock) : 0,
      });
    } catch (error) {
      if (isHTTPError(error))
        return new Response(null, { status: error.response.status, headers: error.response.headers });
      if (!handedOver) throw unsendable(vendor.name);
      throw networkFailure({ vendor: vendor.name, free, error, signal });
    }
  };

  const answerOf = async (response: Response): Promise<VendorAnswer> => ({
    status: response.status,
    headers: response.headers,
    body: await readText(response, { maxBytes: errorBytes, timeoutMs: timeouts.freeMs }).then(parsed, () => undefined),
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
      const response = await exchange(request);
      if (response.ok) return kept(response);
      throw failed(request, await answerOf(response));
    },
    json: async (request) => {
      const response = await exchange(request);
      if (!response.ok) {
        const answer = await answerOf(response);
        const found = request.salvage?.(answer);
        if (found !== undefined) return found;
        throw failed(request, answer);
      }
      const timeoutMs = request.timeoutMs ?? (isFree(request) ? timeouts.freeMs : timeouts.paidMs);
      try {
        return await parseAnswer(response, request, { maxBytes: request.maxBytes ?? answerBytes, timeoutMs });
      } catch (error) {
        if (isStudioError(error)) throw error;
        if (isFree(request) && request.signal?.aborted === true) throw stopped(request.signal);
        throw unreadable(vendor.name, isFree(request), error);
      }
    },
  };
}

/** Answers by their streams. Node.js ends the stream of an answer that is collected as garbage before anybody reads it. */
const answers = new WeakMap<ReadableStream, Response>();

/** The answer, which is there as long as its stream: a caller may keep that alone. */
function kept(answer: Response): Response {
  if (answer.body !== null) answers.set(answer.body, answer);
  return answer;
}

async function parseAnswer<Value>(
  response: Response,
  { parse, files: names }: JsonRequest<Value>,
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
): Promise<Value> {
  if (names === undefined) return parse(JSON.parse(await readText(response, limits)));
  const { body, files } = await readJsonWithFiles(response, { ...limits, names, maxFileBytes: fileBytes });
  try {
    return parse(body);
  } catch (error) {
    await discardAll(files);
    throw error;
  }
}

/** Without the body of ky's own request, which has none: a request that is made of another passes its body through a stream more. */
function sender(fetch: HttpOptions['fetch']): (url: string, wire: Wire) => Promise<Response> {
  if (fetch === undefined) return nodeSend;
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

function headersFor({ json, headers, body }: HttpRequest, own: HttpOptions['headers']): Headers {
  const all = new Headers({ ...own, ...headers, ...body?.headers });
  if (json !== undefined && !all.has('content-type')) all.set('content-type', 'application/json');
  return all;
}

function repetition(retry: HttpRetry, clock: Pick<Clock, 'now'>) {
  return {
    limit: retry.limit,
    methods: ['get', 'post', 'put', 'delete'],
    statusCodes: repeatable,
    afterStatusCodes: repeatable,
    retryOnTimeout: true,
    delay: (attempt: number) => retry.firstMs * 2 ** (attempt - 1),
    jitter: (delay: number) => delay * (0.75 + Math.random() / 2),
    shouldRetry: ({ error }: { error: Error }) => {
      const wait = isHTTPError(error) ? retryAfterMs(error.response.headers, clock.now()) : undefined;
      return wait !== undefined && wait > retry.longestMs ? false : undefined;
    },
  };
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
