import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that is measured, as its users start it. */
export interface Program {
  readonly pid: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a program and waits until an address answers. Throws with what it said when it ends before, or after four minutes. */
export async function startProgram(
  args: readonly string[],
  {
    cwd,
    env,
    ready,
  }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>>; readonly ready: string },
): Promise<Program> {
  const child = spawn(process.execPath, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
    });
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const until = Date.now() + 240_000;
  for (;;) {
    if (isGone() || Date.now() > until) throw new Error(`${args[0]} did not start:\n${said}`);
    const answer = await fetch(ready).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer !== undefined && answer.status < 500) break;
    await sleep(50);
  }
  return {
    pid: child.pid!,
    stop: async (signal = 'SIGTERM') => {
      if (isGone()) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      const killed = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await gone;
      clearTimeout(killed);
    },
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
