import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, listen, type Sandbox } from '@image-studio/sandbox';

/** The app as `pnpm start` runs it, with the page, on a free port and a folder of its own; what it calls is here. */
export interface StartedStudio {
  readonly url: string;
  /** The link that signs in. */
  readonly link: string;
  /** The test key of the account `local`. */
  readonly key: string;
  readonly adminKey: string;
  /** The vendors of test mode: fail on demand. */
  readonly sandbox: Sandbox;
  readonly hooks: HookTarget;
  stop(): Promise<void>;
}

/** An address that webhooks may name. */
interface HookTarget {
  readonly url: string;
  /** The statuses of the next answers; then 204. */
  readonly answers: number[];
}

const root = join(import.meta.dirname, '../../..');
const ownVariable = /^(HOST|DATABASE_URL|LOG_LEVEL|NODE_ENV|WAVESPEED_\w+|IMAGE_STUDIO_\w+)$/;

/** Starts it. Rejects with what it printed when it ends at once. */
export async function startStudio(): Promise<StartedStudio> {
  const sandbox = createSandbox({ delayMs: { queue: 50, image: 250 } });
  const [vendors, hooks, folder] = await Promise.all([
    listen(sandbox),
    listenForHooks(),
    mkdtemp(join(tmpdir(), 'image-studio-web-')),
  ]);
  const inherited = Object.entries(process.env).filter(([name]) => !ownVariable.test(name));
  const env = {
    ...Object.fromEntries(inherited),
    PORT: '0',
    IMAGE_STUDIO_DATA: folder,
    IMAGE_STUDIO_SANDBOX_URL: vendors.url,
    IMAGE_STUDIO_WEBHOOK_ORIGINS: hooks.url,
  };
  const app = spawn(process.execPath, ['scripts/start.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const banner = await untilPrinted(app, 'Stop with Ctrl-C');
  const told = (what: RegExp) => what.exec(banner)?.[1] ?? '';
  return {
    url: told(/is at (\S+)/),
    link: told(/Open the page: (\S+)/),
    key: told(/Test key: (\S+)/),
    adminKey: told(/Admin key[^:]*: (\S+)/),
    sandbox,
    hooks,
    stop: async () => {
      const ended = new Promise((resolve) => app.once('exit', resolve));
      app.kill('SIGINT');
      await ended;
      await Promise.all([vendors.close(), hooks.close(), rm(folder, { recursive: true })]);
    },
  };
}

async function listenForHooks() {
  const answers: number[] = [];
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(answers.shift() ?? 204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url, answers, close };
}

function untilPrinted(app: ChildProcess, mark: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes(mark)) resolve(said);
    };
    app.stdout?.on('data', hear);
    app.stderr?.on('data', hear);
    app.once('exit', () => reject(new Error(`The app ended:\n${said}`)));
  });
}
