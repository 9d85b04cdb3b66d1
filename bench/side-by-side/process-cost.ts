import { readFile, writeFile } from 'node:fs/promises';

/** What a process took since {@link watchProcess}: processor time in ms, and the most memory in MiB that it had at one time. */
export interface ProcessCost {
  readonly cpuMs: number;
  readonly peakMiB: number;
}

const ticksPerSecond = 100;

/** Begins to watch a process of this machine; the answer ends it. Reads `/proc`, so it needs Linux. */
export async function watchProcess(pid: number): Promise<() => Promise<ProcessCost>> {
  // Forgets the peak of the past.
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => undefined);
  const before = await cpuMsOf(pid);
  return async () => ({ cpuMs: (await cpuMsOf(pid)) - before, peakMiB: await peakMiBOf(pid) });
}

async function cpuMsOf(pid: number): Promise<number> {
  const [utime, stime] = (await statOf(pid)).slice(11);
  return ticks(utime, stime);
}

/** The processor time in ms that a server and its children have taken, those that have ended included. `child` is one that lives, as are `others`. */
export async function serverCpuMs(child: number, others: readonly number[]): Promise<number> {
  const [, parent] = await statOf(child);
  const ended = ticks(...(await statOf(Number(parent))).slice(13, 15));
  const living = await Promise.all([Number(parent), child, ...others].map((pid) => cpuMsOf(pid).catch(() => 0)));
  return living.reduce((sum, one) => sum + one, ended);
}

/** The fields of `/proc/PID/stat` from the state on. */
async function statOf(pid: number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name of the program may hold anything; what follows its bracket does not.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function ticks(...counts: readonly (string | undefined)[]): number {
  return (counts.reduce((sum, one) => sum + Number(one), 0) * 1000) / ticksPerSecond;
}

async function peakMiBOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}
