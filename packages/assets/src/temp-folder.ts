import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';

/** A file being written. */
export interface TempFile {
  readonly path: string;
  readonly handle: FileHandle;
  /** Closes it and gives it its place, in a folder that is there. */
  moveTo(target: string): Promise<void>;
  /** Closes and removes it, unless it was moved. */
  discard(): Promise<void>;
}

const day = 24 * 60 * 60 * 1000;
const host = hostname().replaceAll(/[^A-Za-z0-9]/g, '_');
/** Names in use by this process, whichever instance uses them. */
const inUse = new Set<string>();

/** A folder for files being written; leftovers of processes that are gone are removed first. */
export async function createTempFolder(root: string): Promise<{ create(): Promise<TempFile> }> {
  await mkdir(root, { recursive: true });
  await sweep(root);
  return {
    async create() {
      const name = `${host}.${process.pid}.${randomUUID()}`;
      const path = join(root, name);
      inUse.add(name);
      try {
        const handle = await open(path, 'wx');
        return tempFile(handle, path);
      } catch (error) {
        inUse.delete(name);
        throw error;
      }
    },
  };
}

function tempFile(handle: FileHandle, path: string): TempFile {
  let moved = false;
  return {
    path,
    handle,
    async moveTo(target) {
      await handle.close();
      await rename(path, target);
      moved = true;
    },
    async discard() {
      if (!moved) {
        await handle.close().catch(() => undefined);
        await rm(path, { force: true }).catch(() => undefined);
      }
      inUse.delete(basename(path));
    },
  };
}

async function sweep(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const path = join(root, name);
    if (await isLeftover(name, path)) await rm(path, { force: true });
  }
}

/** Files of living processes stay. Another machine on the same folder cannot be asked, so its files stay for a day. */
async function isLeftover(name: string, path: string): Promise<boolean> {
  const [owner, pid] = name.split('.');
  if (owner === host && Number(pid) === process.pid) return !inUse.has(name);
  if (owner === host && !isAlive(Number(pid))) return true;
  const facts = await stat(path).catch(() => undefined);
  return facts !== undefined && Date.now() - facts.mtimeMs > day;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
