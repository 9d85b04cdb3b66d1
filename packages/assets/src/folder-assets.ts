import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Assets, isStudioError, type StoredFile, StudioError } from '@image-studio/core';
import { checkAssetKey, checkRange } from '@image-studio/core/memory';
import { fileStream } from './file-stream.ts';
import { fillFile } from './fill-file.ts';
import { createTempFolder } from './temp-folder.ts';

/**
 * Files in a local folder, made if it does not exist. A file is streamed to `.tmp`, synced and renamed into place, so it
 * appears whole or not at all, also after a power cut; what a crash left in `.tmp` is swept here. One folder may serve
 * several processes. A key cannot be the folder of another key, as on every file system.
 *
 * Written on `node:fs` although files-sdk 2.6.0 has a folder adapter: that one collects a stream in memory before it
 * writes, does not sync, and knows no size limit.
 */
export async function createFolderAssets(path: string): Promise<Assets> {
  const root = resolve(path);
  const temp = await createTempFolder(join(root, '.tmp'));

  function pathOf(key: string): string {
    checkAssetKey(key);
    return join(root, ...key.split('/'));
  }

  return {
    async write(key, stream, { maxBytes }) {
      const target = pathOf(key);
      const file = await temp.create().catch(async (error: unknown) => {
        await stream.cancel(error).catch(() => undefined);
        throw readable(error, 'written');
      });
      try {
        const stored = await fillFile(file.handle, stream, maxBytes);
        await Promise.all([file.handle.sync(), makeFolder(root, dirname(target))]);
        await file.moveTo(target);
        await syncFolder(dirname(target));
        return stored;
      } catch (error) {
        throw readable(error, 'written');
      } finally {
        await file.discard();
      }
    },

    async read(key, range) {
      const target = pathOf(key);
      checkRange(range);
      const handle = await openFile(target);
      if (handle === undefined) throw new StudioError('not_found', 'There is no file under this key.');
      return fileStream(handle, range);
    },

    async stat(key) {
      const handle = await openFile(pathOf(key));
      if (handle === undefined) return undefined;
      try {
        return await factsOf(handle);
      } finally {
        await handle.close();
      }
    },

    async remove(key) {
      await rm(pathOf(key), { force: true }).catch(ignoreMissing);
    },
  };
}

/** Syncs the folders on the way, too, without which a new name may not survive a power cut. */
async function makeFolder(root: string, path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true });
  if (made === undefined) return;
  const above: string[] = [];
  for (let folder = path; folder !== root; folder = dirname(folder)) above.push(dirname(folder));
  await Promise.all(above.map(syncFolder));
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open folders; its file system journals names by itself.
  const handle = await open(path, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function openFile(path: string): Promise<FileHandle | undefined> {
  const handle = await open(path, 'r').catch(ignoreMissing);
  if (handle === undefined || (await handle.stat()).isFile()) return handle;
  await handle.close();
  return undefined;
}

async function factsOf(handle: FileHandle): Promise<StoredFile> {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(64 * 1024);
  for (let position = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return { size: position, sha256: hash.digest('hex') };
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}

function ignoreMissing(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) return undefined;
  throw readable(error, 'read');
}

/** Faults of the disk become `internal` errors that name the fault; the source's own errors pass unchanged. */
function readable(error: unknown, verb: 'read' | 'written'): unknown {
  const code = codeOf(error);
  if (isStudioError(error) || code === undefined || !(error instanceof Error) || !('syscall' in error)) return error;
  return new StudioError('internal', `The file could not be ${verb} in the storage folder (${code}).`, {
    cause: error,
  });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
