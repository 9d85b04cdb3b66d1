import { Readable } from 'node:stream';

/** A file that came within an answer and waits here until it is read. `size` in bytes. */
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

/** A file waits in memory up to this size, as long as all of this process together are within their bound; beyond, on the disk. */
const mostHeldBytes = 4 * 1024 * 1024;
const room = { bytes: 32 * 1024 * 1024 };

/** Begins a file: in memory while it is small and there is room, else in the machine's temporary folder, where nobody else may read it. */
export async function beginSpooling(): Promise<Spooling> {
  let pieces: Uint8Array[] = [];
  let held = 0;
  let disk: Promise<Spooling> | undefined;
  const letGo = () => {
    room.bytes += held;
    held = 0;
    pieces = [];
  };
  const toDisk = async () => {
    const spooling = await spoolToDisk();
    const kept = pieces;
    letGo();
    for (const piece of kept) await spooling.write(piece);
    return spooling;
  };
  return {
    async write(bytes) {
      const size = bytes.byteLength;
      if (disk === undefined && held + size <= mostHeldBytes && size <= room.bytes) {
        room.bytes -= size;
        held += size;
        pieces.push(bytes);
      } else await (await (disk ??= toDisk())).write(bytes);
    },
    async finish() {
      if (disk !== undefined) return (await disk).finish();
      return { size: held, stream: () => heldOnce(pieces, letGo), discard: async () => letGo() };
    },
    async discard() {
      letGo();
      await (await disk)?.discard();
    },
  };
}

function heldOnce(pieces: readonly Uint8Array[], letGo: () => void): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        controller.enqueue(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces));
        controller.close();
        letGo();
      },
      cancel: letGo,
    },
    { highWaterMark: 0 },
  );
}

async function spoolToDisk(): Promise<Spooling> {
  // Loaded with the first file that needs the disk.
  const [{ createReadStream }, { mkdtemp, open, rm }, { tmpdir }, { join }] = await Promise.all([
    import('node:fs'),
    import('node:fs/promises'),
    import('node:os'),
    import('node:path'),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'image-studio-'));
  const path = join(folder, 'file');
  const handle = await open(path, 'wx', 0o600);
  let size = 0;
  const remove = () => rm(folder, { recursive: true, force: true });
  return {
    async write(bytes) {
      size += bytes.byteLength;
      await handle.writeFile(bytes);
    },
    async finish() {
      await handle.close();
      return { size, stream: () => readOnce(createReadStream(path), remove), discard: remove };
    },
    async discard() {
      await handle.close().catch(() => undefined);
      await remove();
    },
  };
}

function readOnce(source: Readable, remove: () => Promise<void>): ReadableStream<Uint8Array> {
  source.once('close', () => void remove().catch(() => undefined));
  return Readable.toWeb(source) as ReadableStream<Uint8Array>;
}
