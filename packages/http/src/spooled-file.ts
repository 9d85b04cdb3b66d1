import { createReadStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** A file that came within an answer and waits in the temporary folder of this machine. `size` in bytes. */
export interface SpooledFile {
  readonly size: number;
  /** Its bytes, once: the file is removed when they were read or the stream is cancelled. */
  stream(): ReadableStream<Uint8Array>;
  /** Removes it unread. */
  discard(): Promise<void>;
}

/** A spooled file while it is written. */
export interface Spooling {
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<SpooledFile>;
  discard(): Promise<void>;
}

/** Begins a file in a folder of its own that nobody else may read. */
export async function beginSpooling(): Promise<Spooling> {
  const folder = await mkdtemp(join(tmpdir(), 'image-studio-'));
  const path = join(folder, 'file');
  const handle: FileHandle = await open(path, 'wx', 0o600);
  let size = 0;
  const remove = () => rm(folder, { recursive: true, force: true });
  return {
    async write(bytes) {
      size += bytes.byteLength;
      await handle.writeFile(bytes);
    },
    async finish() {
      await handle.close();
      return { size, stream: () => readOnce(path, remove), discard: remove };
    },
    async discard() {
      await handle.close().catch(() => undefined);
      await remove();
    },
  };
}

function readOnce(path: string, remove: () => Promise<void>): ReadableStream<Uint8Array> {
  const source = createReadStream(path);
  source.once('close', () => void remove().catch(() => undefined));
  return Readable.toWeb(source) as ReadableStream<Uint8Array>;
}
