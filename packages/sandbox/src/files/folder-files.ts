import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { SandboxFiles } from './sandbox-files.ts';

/** The vendor keeps uploads seven days, and so does a folder. */
const retentionMs = 7 * 24 * 3600e3;

/** Files in a folder, which is made when it is needed: they survive a restart. Files older than seven days are removed at the first write. */
export function folderFiles(folder: string): SandboxFiles {
  let ready: Promise<void> | undefined;
  return {
    async write(key, stream) {
      await (ready ??= prepare(folder));
      const unfinished = join(folder, `.${randomUUID()}`);
      try {
        const source = Readable.fromWeb(stream as NodeReadableStream<Uint8Array>);
        await pipeline(source, createWriteStream(unfinished, { mode: 0o600 }));
        await rename(unfinished, join(folder, checked(key)));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      return (await stat(join(folder, key))).size;
    },
    async read(key) {
      const path = join(folder, checked(key));
      const found = await stat(path).catch(() => undefined);
      if (found === undefined || !found.isFile()) return undefined;
      return { stream: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, size: found.size };
    },
  };
}

async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() && found.mtimeMs < Date.now() - retentionMs) await rm(path, { force: true });
  }
}

function checked(key: string): string {
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(key))
    throw new RangeError('A key of a sandbox file holds a-z, 0-9, dots and dashes.');
  return key;
}
