import { ApiError, errorOfAnswer, unreachable, unreadable } from './api-error.ts';

/** Where the server is and who asks. */
export interface ClientOptions {
  /** The server's address, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** `is_test_…` or `is_live_…`. */
  readonly key: string;
  /** Another `fetch`; absent = the platform's. */
  readonly fetch?: typeof fetch;
}

/** A request that can be given up. */
export interface Cancelable {
  readonly signal?: AbortSignal | undefined;
}

/** How much of a body has gone out, in bytes. */
export interface UploadProgress {
  readonly sent: number;
  readonly total: number;
}

/** One request: the path with its query, and what goes with it. */
export interface Sending {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: FormData | Blob | string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Told while the body goes out, where the platform can tell (browsers). */
  readonly onUpload?: ((progress: UploadProgress) => void) | undefined;
}

/** Sends requests with the key. Nothing is sent twice: who wants another attempt asks again. */
export interface Sender {
  /** The answer as JSON; `undefined` for an answer without a body. Throws `ApiError`. */
  json<Body>(sending: Sending): Promise<Body>;
  /** The answer as it is, once it is known to be no error. Throws `ApiError`. */
  response(sending: Sending): Promise<Response>;
}

/** A sender over fetch; uploads that are watched go through `XMLHttpRequest` where there is one. */
export function createSender({ url, key, fetch: given }: ClientOptions): Sender {
  const request = given ?? globalThis.fetch;
  const response = async (sending: Sending): Promise<Response> => {
    const { method, path, body, signal, onUpload } = sending;
    const target = new URL(path, url).href;
    const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    const headers = { authorization: `Bearer ${key}`, ...type, ...sending.headers };
    const watched =
      onUpload !== undefined && body !== undefined && given === undefined && 'XMLHttpRequest' in globalThis;
    const answer = await (
      watched
        ? sendWatched({ method, target, headers, body, signal, onUpload })
        : request(target, { method, headers, ...(body === undefined ? {} : { body }), ...(signal ? { signal } : {}) })
    ).catch((error: unknown) => {
      throw signal?.aborted ? error : unreachable(error);
    });
    if (answer.ok) return answer;
    throw errorOfAnswer(answer.status, await answer.text().catch(() => ''), answer.headers.get('retry-after'));
  };
  return {
    response,
    json: async <Body>(sending: Sending) => {
      const answer = await response(sending);
      const text = await answer.text().catch((error: unknown) => {
        throw sending.signal?.aborted ? error : unreachable(error);
      });
      if (text === '') return undefined as Body;
      try {
        return JSON.parse(text) as Body;
      } catch (error) {
        throw error instanceof ApiError ? error : unreadable(answer.status);
      }
    },
  };
}

interface Watched {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: FormData | Blob | string;
  readonly signal: AbortSignal | undefined;
  readonly onUpload: (progress: UploadProgress) => void;
}

function sendWatched({ method, target, headers, body, signal, onUpload }: Watched): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, target);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onUpload({ sent: loaded, total }));
    request.addEventListener('load', () => {
      const retryAfter = request.getResponseHeader('retry-after');
      const answered = new Headers(retryAfter === null ? {} : { 'retry-after': retryAfter });
      resolve(new Response(request.responseText || null, { status: request.status, headers: answered }));
    });
    request.addEventListener('error', () => reject(new TypeError('The connection failed')));
    request.addEventListener('abort', () => reject(signal?.reason ?? new DOMException('Aborted', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    if (signal?.aborted) return reject(signal.reason);
    return request.send(body);
  });
}

/** A path with the parameters that are set. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const set = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set as [string, string][])}`;
}
