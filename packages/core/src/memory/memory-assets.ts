import { StudioError } from '../errors/studio-error.ts';
import { bytesStream } from '../run/bytes-stream.ts';
import { joinBytes } from '../run/join-bytes.ts';
import { sha256 } from '../run/json.ts';
import type { Assets } from '../run/ports.ts';
import { checkAssetKey, checkRange, tooLarge } from './asset-key.ts';

interface Held {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** As much as a small picture has: whoever wants it whole then gets it in one piece. */
const chunkSize = 1024 * 1024;

/**
 * Files in the memory of this process: for tests, and for an operation used alone. They are gone when the process ends, and beyond
 * `maxBytes` in all (default 1 GB) those that nobody read for longest make room for new ones, so that a process can run for ever.
 */
export function createMemoryAssets({ maxBytes: room = 1e9 }: { readonly maxBytes?: number } = {}): Assets {
  /** Least lately used first. */
  const files = new Map<string, Held>();
  let used = 0;

  function drop(key: string): void {
    used -= files.get(key)?.bytes.length ?? 0;
    files.delete(key);
  }

  function put(key: string, held: Held): void {
    drop(key);
    files.set(key, held);
    used += held.bytes.length;
    for (const oldest of files.keys()) {
      if (used <= room || oldest === key) return;
      drop(oldest);
    }
  }

  return {
    async write(key, stream, { maxBytes }) {
      checkAssetKey(key);
      const bytes = await collect(stream, maxBytes);
      const held = { bytes, sha256: await sha256(bytes) };
      put(key, held);
      return factsOf(held);
    },
    async read(key, range) {
      checkAssetKey(key);
      checkRange(range);
      const held = files.get(key);
      if (held === undefined)
        throw new StudioError('not_found', 'There is no file under this key in memory, or newer files took its place.');
      put(key, held);
      return bytesStream(held.bytes.subarray(range?.start ?? 0, range?.end), chunkSize);
    },
    async stat(key) {
      checkAssetKey(key);
      const held = files.get(key);
      return held && factsOf(held);
    },
    async remove(key) {
      checkAssetKey(key);
      drop(key);
    },
  };
}

function factsOf(held: Held): { size: number; sha256: string } {
  return { size: held.bytes.length, sha256: held.sha256 };
}

async function collect(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    // A source may use one buffer for all its chunks, so each is copied.
    chunks.push(new Uint8Array(chunk));
  }
  if (chunks.length === 1) return chunks[0]!;
  return joinBytes(chunks, size);
}
