import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
// @boundaries-ignore measured is the server as `pnpm start` builds it
import { buildServer } from '../../../scripts/build-server.ts';
import { freePort, startPostgres } from '../test/postgres.ts';

// How much memory the API takes for 64 edits with 5 MB uploads at once, and for 64 downloads of 5 MB at once, beyond its idle size.
// PostgreSQL, the sandbox and this load generator are other processes. Ends with a failing exit code above the bound.
// pnpm --filter @image-studio/api measure:memory

const atOnce = 64;
const boundMiB = 300;
const root = dirname(dirname(dirname(import.meta.dirname)));

await buildServer(root);
const folder = await mkdtemp(join(tmpdir(), 'image-studio-memory-'));
const postgres = await startPostgres();
const children: ChildProcess[] = [];
try {
  await measure();
} finally {
  for (const child of children) child.kill();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const sandboxPort = await freePort();
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const sandbox = ['packages/sandbox/src/main.ts', '--port', String(sandboxPort), '--files', join(folder, 'sandbox')];
  start([...sandbox, '--image-ms', '2000'], {});
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = start(['--max-semi-space-size=8', 'apps/api/dist/server/main.js'], {
    PORT: String(port),
    DATABASE_URL: postgres.url,
    IMAGE_STUDIO_DATA: join(folder, 'data'),
    IMAGE_STUDIO_SANDBOX_URL: sandboxUrl,
  });
  await ready(`${url}/ready`);
  const headers = { authorization: `Bearer ${(await keyOf()).trim()}` };
  const picture = await noise();
  console.log(`A picture of ${mib(picture.size)} MiB`);
  // Once alone, so that everything is loaded.
  const first = await edit(url, headers, picture);
  await sleep(2_000);
  const idle = await memoryOf(server);
  const uploads = await peak(server, () => Promise.all(times(() => edit(url, headers, picture))));
  const kept = await upload(url, headers, picture);
  const downloads = await peak(server, () =>
    Promise.all(times(() => download(`${url}/v1/assets/${kept}/content`, headers))),
  );
  console.log(
    `idle ${mib(idle)} MiB; ${atOnce} edits +${mib(uploads - idle)} MiB; ${atOnce} downloads +${mib(downloads - idle)} MiB`,
  );
  if (first !== 'succeeded') throw new Error(`The first edit ended ${first}`);
  if (Math.max(uploads, downloads) - idle > boundMiB * 1024 * 1024) process.exitCode = 1;
}

function times<Answer>(work: () => Promise<Answer>): Promise<Answer>[] {
  return Array.from({ length: atOnce }, work);
}

function start(args: string[], environment: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  return child;
}

async function ready(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
}

async function keyOf(): Promise<string> {
  for (;;) {
    const key = await readFile(join(folder, 'data/local-key'), 'utf8').catch(() => '');
    if (key !== '') return key;
    await sleep(100);
  }
}

/** A PNG of about 5 MB that cannot be packed tighter. */
async function noise(): Promise<Blob> {
  const noisy = {
    create: { width: 1300, height: 1300, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 90 } },
  } as const;
  const picture = sharp({ create: { ...noisy.create, background: '#888' } });
  return new Blob([new Uint8Array(await picture.png().toBuffer())]);
}

async function edit(url: string, headers: Record<string, string>, picture: Blob): Promise<string> {
  const body = new FormData();
  for (const [name, value] of [
    ['model', 'qwen-edit'],
    ['prompt', 'make it dusk'],
  ] as const)
    body.append(name, value);
  body.append('image', picture, 'noise.png');
  const answer = await fetch(`${url}/v1/edit`, { method: 'POST', headers: { ...headers, prefer: 'wait=120' }, body });
  return ((await answer.json()) as { state: string }).state;
}

async function upload(url: string, headers: Record<string, string>, picture: Blob): Promise<string> {
  const answer = await fetch(`${url}/v1/assets`, { method: 'POST', headers, body: picture });
  return ((await answer.json()) as { id: string }).id;
}

/** Reads slowly enough that all are open at once. */
async function download(url: string, headers: Record<string, string>): Promise<number> {
  let size = 0;
  for await (const chunk of (await fetch(url, { headers })).body ?? []) {
    size += chunk.length;
    await sleep(5);
  }
  return size;
}

async function peak(child: ChildProcess, work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const over = new AbortController();
  const watching = (async () => {
    while (!over.signal.aborted) {
      most = Math.max(most, await memoryOf(child));
      await sleep(50);
    }
  })();
  await work();
  over.abort();
  await watching;
  return most;
}

/** Resident bytes of a process. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

function mib(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
