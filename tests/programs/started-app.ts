import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putEmptyDatabase } from './empty-database.ts';

/** The app as `pnpm start` runs it, on a free port and a folder of its own. */
export interface StartedApp {
  readonly url: string;
  readonly folder: string;
  /** What it printed at the start. */
  readonly banner: string;
}

/** What a developer has set for the app must not reach this one: it might be a real key or database. */
const ownVariable = /^(HOST|DATABASE_URL|LOG_LEVEL|WAVESPEED_\w+|IMAGE_STUDIO_\w+)$/;

/** Starts the root's `start` script. `environment` is added to this process's own. Rejects with its output when it ends. */
export async function startApp(
  root: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly app: StartedApp; readonly stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'image-studio-start-'));
  await putEmptyDatabase(join(folder, 'database'));
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const [, ...script] = String(scripts.start).split(' ');
  const inherited = Object.entries(process.env).filter(([name]) => !ownVariable.test(name));
  const env = { ...Object.fromEntries(inherited), PORT: '0', IMAGE_STUDIO_DATA: folder, ...environment };
  const running = spawn(process.execPath, script, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const banner = await untilPrinted(running, 'Stop with Ctrl-C');
  const url = /is at (\S+)/.exec(banner)?.[1] ?? '';
  const stop = async () => {
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    const [code] = await ended;
    await rm(folder, { recursive: true });
    if (code !== 0) throw new Error(`The app did not stop in good order: ${code}`);
  };
  return { app: { url, folder, banner }, stop };
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
