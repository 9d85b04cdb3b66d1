import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program of this folder in a process of its own that speaks JSON lines. */
export interface Child {
  readonly pid: number;
  /** Resolves when the process is gone, however it went. */
  readonly ended: Promise<void>;
  /** A line for its standard input; lost when the process is gone. */
  tell(message: unknown): void;
  kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void;
  isAlive(): boolean;
  /** What it wrote to standard error, for messages. */
  errors(): string;
}

/** Starts `program` with its settings as JSON; `hear` gets every line it says. */
export function startChild(program: string, settings: unknown, hear: (message: unknown) => void): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), JSON.stringify(settings)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  createInterface(child.stdout).on('line', (line) => hear(JSON.parse(line)));
  return supervise(child, program);
}

/** Looks after a process that was started. */
export function supervise(child: ChildProcess, name: string): Child {
  const { stdin, stderr, pid } = child;
  if (pid === undefined) throw new Error(`The program ${name} did not start.`);
  let errors = '';
  let alive = true;
  stdin?.on('error', () => {});
  stderr?.on('data', (data) => (errors = `${errors}${String(data)}`.slice(-4_000)));
  const ended = once(child, 'close').then(() => void (alive = false));
  // A campaign that is interrupted leaves nobody behind.
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  void ended.then(() => process.off('exit', killWithUs));
  return {
    pid,
    ended,
    tell: (message) => void stdin?.write(`${JSON.stringify(message)}\n`),
    kill: (signal) => void child.kill(signal),
    isAlive: () => alive,
    errors: () => errors,
  };
}

/** Resolves when the process stands still after a SIGSTOP. Rejects when it is gone. */
export async function standsStill(child: Child): Promise<void> {
  while (child.isAlive()) {
    const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
    if (stat.slice(stat.lastIndexOf(')') + 2).startsWith('T')) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The process is gone instead of standing still.');
}
