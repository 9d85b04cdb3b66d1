import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Child, supervise } from './child.ts';
import type { ClockSettings } from './fast-clock.ts';

/** The app as it is started everywhere: its settings are its environment. */
export interface AppSettings {
  readonly name: string;
  readonly role: 'api' | 'worker';
  /** Where it listens, on loopback. */
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: ClockSettings;
}

/** An app that is up. */
export interface AppProcess {
  readonly child: Child;
  /** Makes its wall clock go forward or back. */
  jump(byMs: number): void;
}

const main = fileURLToPath(new URL('../../apps/api/src/main.ts', import.meta.url));

/** Starts `apps/api` in a process of its own and waits until it listens. Rejects when it ends before that. */
export async function startApp({ name, role, port, environment, clock }: AppSettings): Promise<AppProcess> {
  const { promise: listens, resolve } = Promise.withResolvers<void>();
  const process_ = spawn(process.execPath, ['--import', new URL('fast-time.ts', import.meta.url).href, main], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...pathOnly(),
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      ...environment,
      PORT: String(port),
      IMAGE_STUDIO_ROLE: role,
      CAMPAIGN_CLOCK: JSON.stringify(clock),
    },
  });
  const child = supervise(process_, name);
  process_.stdout?.on('data', () => resolve());
  const gone = child.ended.then((): never => {
    throw new Error(`The app ${name} ended. ${child.errors()}`);
  });
  gone.catch(() => {});
  await Promise.race([listens, gone]);
  return { child, jump: (jumpMs) => void (process_.connected && process_.send({ jumpMs }, () => {})) };
}

/** Nothing that the machine is set up with changes a campaign. */
function pathOnly(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
