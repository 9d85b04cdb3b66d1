import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { StudioError } from '@image-studio/core';

import { processPlace, processStart } from './process-identity.ts';

/** The right to use a folder alone. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Holder {
  readonly file: string;
  readonly pid: number;
  readonly start: string;
  readonly place: string;
}

const heartbeatMs = 1000;
/** A holder on another machine or in another container is alive if its file is touched within this time. */
const silenceMs = 10_000;

/**
 * Takes a folder for this process; throws `conflict` while another process that is alive has it. Each process puts a file of its
 * own, named for itself, into the folder's `lock` and only then looks for others: of two, the later one surely sees the other.
 * What dead processes left is removed.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const locks = join(folder, 'lock');
  await mkdir(locks, { recursive: true, mode: 0o700 });
  const start = (await processStart(process.pid)) ?? '';
  const name = `${process.pid}-${start}-${await processPlace()}`;
  const own = join(locks, name);
  for (let tries = 1; ; tries++) {
    const isNew = await writeFile(own, '', { flag: 'wx' }).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code !== 'EEXIST' && Promise.reject(error),
    );
    if (!isNew) throw inUse(folder, process.pid);
    const other = await livingHolder(locks, name);
    if (other === undefined) break;
    await rm(own, { force: true });
    // Two that begin at the same moment both step back; the next time they are apart.
    if (tries === 3) throw inUse(folder, other.pid);
    await sleep(20 + Math.random() * 100);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(own, now, now).catch(() => {});
  }, heartbeatMs).unref();
  return {
    release: async () => {
      clearInterval(heartbeat);
      await rm(own, { force: true });
    },
  };
}

async function livingHolder(locks: string, own: string): Promise<Holder | undefined> {
  for (const name of await readdir(locks)) {
    const [pid = '', start = '', place = ''] = name.split('-');
    if (name === own || !/^\d+$/.test(pid)) continue;
    const holder = { file: join(locks, name), pid: Number(pid), start, place };
    if (await isAlive(holder)) return holder;
    await rm(holder.file, { force: true });
  }
  return undefined;
}

async function isAlive({ file, pid, start, place }: Holder): Promise<boolean> {
  if (place === (await processPlace())) {
    const found = await processStart(pid);
    if (found === undefined) return false;
    if (found !== '' && start !== '') return found === start;
  }
  const touched = () =>
    stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
  const before = await touched();
  for (let waited = 0; waited < silenceMs; waited += heartbeatMs) {
    await sleep(heartbeatMs);
    const now = await touched();
    if (now !== before) return now !== undefined;
  }
  return false;
}

function inUse(folder: string, pid: number): StudioError {
  const message = `The data folder ${folder} is in use by process ${pid}: stop it, or set DATABASE_URL to let several processes share a PostgreSQL.`;
  return new StudioError('conflict', message);
}
