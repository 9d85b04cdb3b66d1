import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

/** Where process ids mean the same: this machine since it was started, and on Linux this container. */
export async function processPlace(): Promise<string> {
  const parts = [
    hostname(),
    await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    await readlink('/proc/self/ns/pid').catch(() => ''),
  ];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

/**
 * When a process of this place began, as a token that only compares for equality: tells a process from a later one with the same id.
 * Undefined when there is no such process (a zombie counts as none), empty when this system cannot tell.
 */
export async function processStart(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat !== undefined) {
    // The name of the program is in parentheses and may hold anything; state is the first field after it, the start the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  }
  if (!isThere(pid)) return undefined;
  const answer = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => undefined);
  return answer?.stdout.replaceAll(/\W/g, '') ?? '';
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
