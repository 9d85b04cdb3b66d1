import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The app as `pnpm start` runs it, with the page, on a free port and a folder of its own. */
export interface StartedStudio {
  readonly url: string;
  /** The link that signs in. */
  readonly link: string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../../..');
const ownVariable = /^(HOST|DATABASE_URL|LOG_LEVEL|NODE_ENV|WAVESPEED_\w+|IMAGE_STUDIO_\w+)$/;

/** Starts it. Rejects with what it printed when it ends at once. */
export async function startStudio(): Promise<StartedStudio> {
  const folder = await mkdtemp(join(tmpdir(), 'image-studio-web-'));
  const inherited = Object.entries(process.env).filter(([name]) => !ownVariable.test(name));
  const env = { ...Object.fromEntries(inherited), PORT: '0', IMAGE_STUDIO_DATA: folder };
  const app = spawn(process.execPath, ['scripts/start.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const banner = await untilPrinted(app, 'Stop with Ctrl-C');
  return {
    url: /is at (\S+)/.exec(banner)?.[1] ?? '',
    link: /Open the page: (\S+)/.exec(banner)?.[1] ?? '',
    stop: async () => {
      const ended = new Promise((resolve) => app.once('exit', resolve));
      app.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
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
