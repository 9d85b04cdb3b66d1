import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { answerControl, controlPath } from './control-routes.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * Serves a sandbox over HTTP, with control routes under `/__sandbox/`. `url` is what a client takes as the vendor's address: given, where
 * clients reach it under another name than that it listens on.
 */
export async function listen(
  sandbox: Sandbox,
  {
    host = '127.0.0.1',
    port = 0,
    ...known
  }: { readonly host?: string; readonly port?: number; readonly url?: string } = {},
): Promise<{ readonly url: string; close(): Promise<void> }> {
  let url = '';
  const server = createServer((incoming, outgoing) => {
    void serve(sandbox, { incoming, outgoing, url }).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const shownHost = host.includes(':') ? `[${host}]` : host;
  url = known.url ?? `http://${shownHost}:${address.port}`;
  return {
    url,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly url: string;
}

async function serve(sandbox: Sandbox, { incoming, outgoing, url }: Exchange): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const request = requestOf(incoming, url, gone.signal);
  const isControl = new URL(request.url).pathname.startsWith(controlPath);
  const response = await (isControl ? answerControl(sandbox, request) : sandbox.fetch(request, { sandboxUrl: url }));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body !== null) await send(response.body, outgoing);
  outgoing.end();
}

/** Chunk by chunk, each on its way before the next: when the body breaks off, what came before it has left. */
async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader();
  outgoing.once('close', () => void reader.cancel().catch(() => undefined));
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk = next.value;
    await new Promise<void>((resolve, reject) => {
      outgoing.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
  }
}

function requestOf(incoming: IncomingMessage, url: string, signal: AbortSignal): Request {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '');
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : null;
  const init = { method, headers, signal, body, ...(hasBody ? { duplex: 'half' } : {}) };
  return new Request(new URL(incoming.url ?? '/', url), init as RequestInit);
}
