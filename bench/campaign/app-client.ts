import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RunRequest } from './messages.ts';

/** What a client is told. `lost`: no answer, or one that says to come again. */
export type Told =
  | { readonly told: 'run'; readonly id: string; readonly state: string }
  | { readonly told: 'refused'; readonly code: string; readonly message: string }
  | { readonly told: 'done' }
  | { readonly told: 'lost'; readonly why: string };

/** A client of the HTTP API, as anybody could write it. `url` is the node that is asked. */
export interface AppClient {
  run(url: string, request: RunRequest): Promise<Told>;
  cancel(url: string, run: string): Promise<Told>;
  forget(url: string, run: string): Promise<Told>;
}

/** In real time: longer than any stall, even on a busy machine. */
const patienceMs = 20_000;

/** Every third request waits for the run; half of them are multipart, half JSON with the picture within. The number of a request is its idempotency key. */
export function createAppClient(key: string): AppClient {
  async function ask(url: string, init: RequestInit): Promise<Told> {
    try {
      const headers = { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) };
      const answer = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(patienceMs) });
      if (answer.status === 204) return { told: 'done' };
      const text = await answer.text();
      if (answer.status >= 500 || answer.status === 429) return { told: 'lost', why: `HTTP ${answer.status}` };
      const body = JSON.parse(text) as { id: string; state: string; code?: string; detail?: string };
      return answer.ok
        ? { told: 'run', id: body.id, state: body.state }
        : { told: 'refused', code: body.code ?? String(answer.status), message: body.detail ?? '' };
    } catch (error) {
      return { told: 'lost', why: error instanceof Error ? error.name : 'unknown' };
    }
  }
  return {
    run: async (url, request) => {
      const { body, headers } = request.n % 2 === 0 ? await asParts(request) : await asJson(request);
      const prefer = request.n % 3 === 0 ? { prefer: 'wait=20' } : {};
      return ask(`${url}/v1/${request.operation}`, {
        method: 'POST',
        body,
        headers: { ...headers, ...prefer, 'idempotency-key': `n${request.n}` },
      });
    },
    cancel: (url, run) => ask(`${url}/v1/runs/${run}/cancel`, { method: 'POST' }),
    forget: (url, run) => ask(`${url}/v1/runs/${run}`, { method: 'DELETE' }),
  };
}

async function asParts({ request }: RunRequest) {
  const body = new FormData();
  for (const [name, value] of Object.entries(request)) {
    if (isFile(value)) body.append(name, await openAsBlob(value.file), basename(value.file));
    else body.append(name, String(value));
  }
  return { body, headers: {} };
}

async function asJson({ request }: RunRequest) {
  const fields = await Promise.all(
    Object.entries(request).map(async ([name, value]) => [
      name,
      isFile(value) ? `data:image/png;base64,${(await readFile(value.file)).toString('base64')}` : value,
    ]),
  );
  return { body: JSON.stringify(Object.fromEntries(fields)), headers: { 'content-type': 'application/json' } };
}

function isFile(value: unknown): value is { readonly file: string } {
  return typeof value === 'object' && value !== null && 'file' in value;
}
