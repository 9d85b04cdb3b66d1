import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type * as Pg from 'pg';
import { peer, peerFolder } from './setup.ts';

// The peer in a process of its own: one durable workflow of five steps for each request, orders and answers as JSON lines as a node's.

/** How the peer's process is set up. */
export interface PeerSettings {
  readonly databaseUrl: string;
  readonly filesFolder: string;
  readonly sandboxUrl: string;
}

interface Sdk {
  readonly DBOS: {
    setConfig(config: Readonly<Record<string, unknown>>): void;
    launch(): Promise<void>;
    shutdown(): Promise<void>;
    registerWorkflow<Args extends unknown[]>(
      work: (...args: Args) => Promise<void>,
      config: { name: string },
    ): (...args: Args) => Promise<void>;
    startWorkflow<Args extends unknown[]>(
      work: (...args: Args) => Promise<void>,
      options: { workflowID: string },
    ): (...args: Args) => Promise<unknown>;
    runStep<Value>(step: () => Promise<Value>, config: { name: string }): Promise<Value>;
  };
}

interface Asked {
  readonly order: 'run' | 'stop';
  readonly n: number;
  readonly request: { readonly prompt: string; readonly image: { readonly file: string } };
}

const endpoint = 'wavespeed-ai/qwen-image/edit';
const micros = 20_000;
const settings = JSON.parse(process.argv[2] ?? '{}') as PeerSettings;
const load = createRequire(join(peerFolder, 'package.json'));
const { DBOS } = load(peer.name) as Sdk;
const { Pool } = load('pg') as typeof Pg;
const pool = new Pool({ connectionString: settings.databaseUrl, max: 10 });
pool.on('error', () => {});

const edit = DBOS.registerWorkflow(
  async (n: number, file: string, prompt: string) => {
    const image = await DBOS.runStep(() => upload(file), { name: 'upload' });
    const job = await DBOS.runStep(() => submit(image, prompt), { name: 'submit' });
    const output = await DBOS.runStep(() => follow(job), { name: 'follow' });
    const sha256 = await DBOS.runStep(() => keep(n, output), { name: 'keep' });
    await DBOS.runStep(() => book(n, sha256), { name: 'book' });
  },
  { name: 'edit' },
);

await pool.query(
  'create table if not exists booked (n integer primary key, sha256 text not null, micros bigint not null)',
);
DBOS.setConfig({ name: 'bench', systemDatabaseUrl: settings.databaseUrl, applicationVersion: '1', logLevel: 'error' });
await DBOS.launch();
say({ say: 'ready' });
for await (const line of createInterface(process.stdin)) {
  const { order, n, request } = JSON.parse(line) as Asked;
  if (order === 'stop') break;
  void DBOS.startWorkflow(edit, { workflowID: `n${n}` })(n, request.image.file, request.prompt).then(
    () => say({ say: 'accepted', n }),
    (error: unknown) => console.error(error),
  );
}
await DBOS.shutdown();
process.exit();

async function upload(file: string): Promise<string> {
  const bytes = await readFile(file);
  const { upload: to, download_url } = await ask<{
    upload: { url: string; headers?: Record<string, string> };
    download_url: string;
  }>('/api/v3/media/uploads', { filename: 'picture.png', size: bytes.byteLength, content_type: 'image/png' });
  const answer = await fetch(to.url, { method: 'PUT', body: bytes, headers: to.headers ?? {} });
  if (!answer.ok) throw new Error(`The upload was refused: ${answer.status}`);
  return download_url;
}

async function submit(image: string, prompt: string): Promise<string> {
  return (await ask<{ id: string }>(`/api/v3/${endpoint}`, { image, prompt })).id;
}

/** As often as our node asks. */
async function follow(job: string): Promise<string> {
  for (let pauseMs = 100; ; pauseMs = Math.min(5_000, pauseMs * 1.5)) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const { status, outputs } = await ask<{ status: string; outputs: string[] }>(`/api/v3/predictions/${job}/result`);
    if (status === 'completed') return outputs[0]!;
    if (status === 'failed') throw new Error('The job failed.');
  }
}

/** Streams to a file beside its place, syncs, renames. */
async function keep(n: number, url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok || answer.body === null) throw new Error(`The file was refused: ${answer.status}`);
  const path = join(settings.filesFolder, `${n}.part`);
  const handle = await open(path, 'w');
  const hash = createHash('sha256');
  for await (const chunk of answer.body) {
    hash.update(chunk);
    await handle.write(chunk);
  }
  await handle.sync();
  await handle.close();
  await rename(path, join(settings.filesFolder, String(n)));
  return hash.digest('hex');
}

async function book(n: number, sha256: string): Promise<void> {
  await pool.query('insert into booked values ($1, $2, $3) on conflict do nothing', [n, sha256, micros]);
}

async function ask<Data>(path: string, body?: unknown): Promise<Data> {
  const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/json' };
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(`${settings.sandboxUrl}${path}`, init);
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`);
  return ((await answer.json()) as { data: Data }).data;
}

function say(message: unknown): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
