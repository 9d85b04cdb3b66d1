import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startTestServer } from '@image-studio/store/test-server';
// @boundaries-ignore measured is the server as `pnpm start` builds it
import { buildServer } from '../../scripts/build-server.ts';
import { folderOf } from '../peers/install.ts';
import { startChild } from './child.ts';
import { freePort, type Program, startProgram } from './program.ts';

/** A server that is measured: how it is asked for a picture on OpenAI's wire. */
export interface ServerSubject {
  readonly pid: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What it calls the model. */
  readonly model: string;
  stop(): Promise<void>;
}

/** Our API, which outlives its process. */
export interface OurServer extends ServerSubject {
  /** Ends the process as a crash does, and starts another on the same data. */
  killAndRestart(): Promise<OurServer>;
}

const root = dirname(dirname(import.meta.dirname));
const adminKey = 'bench-admin-key-0123456789';

/** Portkey's gateway as npm has it, sending what it is asked for to the upstream. */
export async function startPortkey(upstream: string): Promise<ServerSubject> {
  const port = await freePort();
  const program = join(folderOf('portkey'), 'node_modules/@portkey-ai/gateway/build/start-server.js');
  const url = `http://127.0.0.1:${port}`;
  const { pid, stop } = await startProgram([program, `--port=${port}`, '--headless'], {
    cwd: folderOf('portkey'),
    ready: `${url}/`,
  });
  const headers = {
    'x-portkey-provider': 'openai',
    'x-portkey-custom-host': `${upstream}/v1`,
    authorization: 'Bearer sk-bench',
  };
  return { pid, url, headers, model: 'gpt-image-2', stop };
}

/** What the machine allows. */
export async function startFloor(upstream: string): Promise<ServerSubject> {
  const { pid, ready, stop } = await startChild(join(import.meta.dirname, 'subjects/floor-server.ts'), [upstream]);
  return { pid, url: ready, headers: {}, model: 'gpt-image-2', stop };
}

/** Options of {@link startOurs}. `execArgv`: for node, such as a profiler. */
export interface OurOptions {
  readonly database: 'embedded' | 'postgres';
  readonly test?: boolean;
  readonly execArgv?: readonly string[];
}

/**
 * Our API with everything on: ledger and journal in a durable database, files synced to the disk, keys checked. Live mode, with the upstream
 * as OpenAI and WaveSpeed; with `test` the upstream stands for the sandbox, where webhooks may be plain http.
 */
export async function startOurs(upstream: string, options: OurOptions): Promise<OurServer> {
  await buildServer(root);
  const folder = await mkdtemp(join(tmpdir(), 'bench-ours-'));
  const postgres = options.database === 'postgres' ? await startTestServer({ durable: true }) : undefined;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PORT: String(port),
    NODE_ENV: 'production',
    IMAGE_STUDIO_DATA: folder,
    IMAGE_STUDIO_ADMIN_KEY: adminKey,
    IMAGE_STUDIO_PUBLIC_URL: url,
    IMAGE_STUDIO_SANDBOX_URL: upstream,
    OPENAI_API_KEY: 'sk-bench',
    OPENAI_BASE_URL: `${upstream}/v1`,
    DATABASE_URL: postgres === undefined ? '' : await postgres.createDatabase(),
  };
  const args = ['--max-semi-space-size=8', ...(options.execArgv ?? []), 'apps/api/dist/server/main.js'];
  const start = () => startProgram(args, { cwd: root, ready: `${url}/ready`, env });
  const asServer = (program: Program, key: string): OurServer => ({
    pid: program.pid,
    url,
    headers: { authorization: `Bearer ${key}` },
    model: 'openai/gpt-image-2',
    killAndRestart: async () => {
      await program.stop('SIGKILL');
      return asServer(await start(), key);
    },
    stop: async () => {
      await program.stop();
      await postgres?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  });
  const program = await start();
  return asServer(program, await keyFor(url, options.test === true));
}

async function keyFor(url: string, test: boolean): Promise<string> {
  const answer = await fetch(`${url}/v1/admin/keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'bench', test }),
  });
  const { key } = (await answer.json()) as { key?: string };
  if (key === undefined) throw new Error(`No key could be made: HTTP ${answer.status}`);
  return key;
}
