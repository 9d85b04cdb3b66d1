import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { isStudioError } from '@image-studio/core';
import type { Answer } from './answer.ts';
import { answerTo } from './node-answer.ts';
import { beginRequest, createAgents } from './node-http.ts';

/** A request as it goes on the wire. A streamed body has its Content-Length among the headers. */
export interface Wire {
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | ReadableStream<Uint8Array> | undefined;
  readonly signal: AbortSignal;
}

/** A connection stands by then, or it is given up. */
const connectMs = 10_000;

/** Shorter than servers keep a connection that nobody uses: one that they close while it is used again leaves a paid request in doubt. */
const agents = createAgents({ keepAlive: true, timeout: 4_000, ...proxies() });

/**
 * Sends a request once over `node:http`, which takes less of the processor than the global `fetch`. Redirects are not followed, no compression is
 * asked for. Throws at once for what cannot be written. Rejects as `fetch` does: with the signal's reason, or a `TypeError` whose cause has
 * `syscall: 'connect'` when no connection stood, so that surely nothing was sent, is a `StudioError` of the body's source, or proves nothing.
 */
export function nodeSend(url: URL, { method, headers, body, signal }: Wire): Promise<Answer> {
  if (url.username !== '' || url.password !== '') throw new TypeError('The address carries a user name.');
  const whole = typeof body === 'string' ? Buffer.from(body) : undefined;
  const source = body === undefined || typeof body === 'string' ? undefined : Readable.fromWeb(body as NodeStream);
  const fields = {
    ...defaults,
    ...headers,
    ...(whole === undefined ? {} : { 'content-length': String(whole.length) }),
  };
  const request = beginRequest(url, { method, headers: fields, signal }, agents);
  let stands = false;
  let fault: Error | undefined;
  request.once('socket', (socket) => {
    stands = !socket.connecting;
    const event = url.protocol === 'https:' ? 'secureConnect' : 'connect';
    if (!stands) waitForConnection(request, socket, event, () => (stands = true));
  });
  const answer = answerTo(request).catch((error: NodeJS.ErrnoException) => {
    if (signal.aborted) throw signal.reason;
    const cause = isStudioError(fault) ? fault : stands ? uncertain(error) : unconnected(error);
    throw new TypeError('fetch failed', { cause });
  });
  if (source === undefined) request.end(whole);
  else {
    source.once('error', (error) => request.destroy((fault = error)));
    request.once('close', () => source.destroy());
    source.pipe(request);
  }
  return answer;
}

const defaults = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'image-studio' };

/** The proxies of the environment, where Node.js is told to use them, as its own agents do. */
function proxies(): { readonly proxyEnv?: NodeJS.ProcessEnv } {
  return process.env['NODE_USE_ENV_PROXY'] === '1' ? { proxyEnv: process.env } : {};
}

function waitForConnection(request: ClientRequest, socket: Socket, event: string, stands: () => void): void {
  const timer = setTimeout(() => request.destroy(new Error('No connection in time')), connectMs);
  socket.once('close', () => clearTimeout(timer));
  socket.once(event, () => {
    clearTimeout(timer);
    stands();
  });
}

/** On a connection that stood, a code that elsewhere means "before sending" means nothing: the request may be with the vendor. */
function uncertain({ code, message }: NodeJS.ErrnoException): Error {
  return new Error(code === undefined ? message : `${code}: ${message}`);
}

function unconnected(error: NodeJS.ErrnoException): Error {
  return Object.assign(new Error(error.message), { code: error.code ?? 'ETIMEDOUT', syscall: 'connect' });
}
