import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The vendors' APIs on loopback, in a process of their own. */
export interface SandboxProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts this repository's sandbox with jobs that take no time. */
export async function startSandbox(root: string): Promise<SandboxProcess> {
  const program = join(root, 'packages/sandbox/src/main.ts');
  const child = spawn(process.execPath, [program, '--port', '0', '--queue-ms', '0', '--image-ms', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (child.exitCode !== null) throw new Error(`The sandbox ended with ${child.exitCode} before it listened.`);
  const { url } = JSON.parse(String(first[0])) as { url: string };
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { url, stop };
}
