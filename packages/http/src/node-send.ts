import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { answerOf } from './node-answer.ts';

/** A request as it goes on the wire. A streamed body has its Content-Length among the headers. */
export interface Wire {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string | ReadableStream<Uint8Array> | undefined;
  readonly signal: AbortSignal;
}

/** A connection stands by then, or it is given up. */
const connectMs = 10_000;

/**
 * Sends a request once over `node:http`, which takes less of the processor than the global `fetch`, on the connections that Node.js keeps. Redirects are
 * not followed, no compression is asked for. Rejects as `fetch` does: with the signal's reason, or a `TypeError` whose cause is the system's
 * error or the body's own; the former has `syscall: 'connect'` when no connection stood, so that surely nothing was sent.
 */
export function nodeSend(url: string, { method, headers, body, signal }: Wire): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const secure = url.startsWith('https:');
  const send = secure ? httpsRequest : httpRequest;
  const fields = { accept: '*/*', 'user-agent': 'image-studio', ...Object.fromEntries(headers) };
  const length = typeof body === 'string' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const all = { ...fields, ...length };
  const request = send(url, { method, headers: all, signal }, (message) => resolve(answerOf(message)));
  let stands = false;
  let fault: Error | undefined;
  request.once('socket', (socket) => {
    stands = !socket.connecting;
    if (!stands) waitForConnection(request, socket, secure ? 'secureConnect' : 'connect', () => (stands = true));
  });
  request.on('error', (error: NodeJS.ErrnoException) => {
    const cause = stands || error === fault ? error : unconnected(error);
    reject(signal.aborted ? signal.reason : new TypeError('fetch failed', { cause }));
  });
  if (body === undefined || typeof body === 'string') request.end(body);
  else {
    const source = Readable.fromWeb(body as NodeStream);
    source.once('error', (error) => request.destroy((fault = error)));
    request.once('close', () => source.destroy());
    source.pipe(request);
  }
  return promise;
}

function waitForConnection(request: ClientRequest, socket: Socket, event: string, stands: () => void): void {
  const timer = setTimeout(() => request.destroy(new Error('No connection in time')), connectMs);
  socket.once('close', () => clearTimeout(timer));
  socket.once(event, () => {
    clearTimeout(timer);
    stands();
  });
}

/** The addresses of a name that were tried one after the other each have their error. */
function unconnected(error: NodeJS.ErrnoException): Error {
  return Object.assign(new Error(error.message), { code: error.code ?? 'ETIMEDOUT', syscall: 'connect' });
}
