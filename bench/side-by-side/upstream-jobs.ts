import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sizeIn, type SizeWord } from './pictures.ts';

/** A job as the upstream remembers it. Times by `Date.now()`, the same clock for all processes of this machine. */
export interface JobNotes {
  readonly prompt: string;
  readonly endsAt: number;
  /** How often somebody asked for it. */
  asked: number;
}

const secret = 'whsec_bench-webhook-secret';

/**
 * WaveSpeed's wire. A prompt such as `job 7 3000 1kb` makes a job of 3 s. `GET /bench/jobs` tells what became of the jobs and forgets
 * them.
 */
export function createJobs(pictureOf: (size: SizeWord) => Buffer) {
  const jobs = new Map<string, JobNotes>();
  let count = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const { pathname, origin } = url;
    const [, asked] = /^\/api\/v3\/predictions\/([^/]+)\/result$/.exec(pathname) ?? [];
    if (asked !== undefined) return status(response, origin, asked);
    if (pathname.startsWith('/files/')) return file(response, pathname);
    if (pathname === '/bench/jobs') {
      reply(response, [...jobs.values()]);
      return jobs.clear();
    }
    if (pathname === '/api/v3/webhook/secret') return reply(response, { data: { secret } });
    if (pathname === '/api/v3/model/price') return reply(response, { code: 200, data: { price: 0.02 } });
    if (request.method === 'POST' && pathname.startsWith('/api/v3/')) return submit(request, response, url);
    response.writeHead(404).end();
  }

  async function submit(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { prompt } = JSON.parse(Buffer.concat(chunks).toString()) as { prompt: string };
    const id = `job${(count += 1)}`;
    const takesMs = Number(/\bjob \S+ (\d+)/.exec(prompt)?.[1] ?? 0);
    const job: JobNotes = { prompt, endsAt: Date.now() + takesMs, asked: 0 };
    jobs.set(id, job);
    reply(response, { code: 200, message: 'success', data: shown(id, job, url.origin) });
    const webhook = url.searchParams.get('webhook');
    if (webhook !== null) setTimeout(() => void announce(webhook, id, job, url.origin), takesMs);
  }

  function status(response: ServerResponse, origin: string, id: string): void {
    const job = jobs.get(id);
    if (job === undefined) return void response.writeHead(404).end();
    job.asked += 1;
    reply(response, { code: 200, message: 'success', data: shown(id, job, origin) });
  }

  function file(response: ServerResponse, pathname: string): void {
    const body = pictureOf(sizeIn(pathname.slice('/files/'.length).replace('.png', '')));
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': body.length }).end(body);
  }

  return { answer };
}

function shown(id: string, { prompt, endsAt }: JobNotes, origin: string) {
  const done = Date.now() >= endsAt;
  return {
    id,
    model: 'wavespeed-ai/qwen-image/text-to-image',
    status: done ? 'completed' : 'processing',
    outputs: done ? [`${origin}/files/${sizeIn(prompt)}.png`] : [],
    urls: { get: `${origin}/api/v3/predictions/${id}/result` },
    error: '',
    created_at: new Date().toISOString(),
  };
}

async function announce(webhook: string, id: string, job: JobNotes, origin: string): Promise<void> {
  // A timer may ring a millisecond before the clock says so.
  const body = JSON.stringify(shown(id, { ...job, endsAt: Date.now() }, origin));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret.slice('whsec_'.length))
    .update(`${id}.${timestamp}.${body}`)
    .digest('hex');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v3,${signature}`,
  };
  await fetch(webhook, { method: 'POST', headers, body }).catch(() => undefined);
}

function reply(response: ServerResponse, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
}
