import type { Assets } from '@image-studio/core';
import { bytesStream, checkRange } from '@image-studio/core/memory';

/** How much is remembered, and how long. */
export interface RecentOptions {
  /** Larger files are not remembered. Default: 2 MiB. */
  readonly maxFileBytes?: number;
  /** Of all files together; the oldest make room. Default: 16 MiB. */
  readonly maxBytes?: number;
  /** So long after it was written. What another process does to a file meanwhile is not seen. Default: 10 s. */
  readonly keepMs?: number;
}

interface Recent {
  readonly bytes: Uint8Array;
  /** By a clock that never jumps. */
  readonly until: number;
}

/** In one piece: whoever wants a small file whole need not join it. */
const chunkSize = 2 * 1024 * 1024;

/**
 * The same storage, whose small files are read from memory right after they were written here: a picture that was made is looked at and
 * answered at once. Nothing is remembered before it is stored.
 */
export function rememberRecent(
  assets: Assets,
  { maxFileBytes = 2 * 1024 * 1024, maxBytes = 16 * 1024 * 1024, keepMs = 10_000 }: RecentOptions = {},
): Assets {
  /** Oldest first. */
  const recent = new Map<string, Recent>();
  /** Keys that are being written, how often, and whether something else came between: then it is not known what is left in the end. */
  const writing = new Map<string, { writers: number; disturbed: boolean }>();
  let used = 0;

  function forget(key: string): void {
    used -= recent.get(key)?.bytes.length ?? 0;
    recent.delete(key);
  }

  /** Whatever is done to a key now: what was remembered of it, or is about to be, no longer holds. */
  function disturb(key: string): void {
    forget(key);
    const found = writing.get(key);
    if (found) found.disturbed = true;
  }

  function remember(key: string, bytes: Uint8Array): void {
    const now = performance.now();
    recent.set(key, { bytes, until: now + keepMs });
    used += bytes.length;
    for (const [oldest, { until }] of recent) {
      if (used <= maxBytes && until > now) return;
      forget(oldest);
    }
  }

  return {
    ...assets,
    write: async (key, stream, options) => {
      disturb(key);
      const state = writing.get(key) ?? { writers: 0, disturbed: false };
      state.writers++;
      writing.set(key, state);
      try {
        const copy = copying(stream, maxFileBytes);
        const stored = await assets.write(key, copy.stream, options);
        const bytes = copy.bytes();
        if (!state.disturbed && bytes) remember(key, bytes);
        return stored;
      } finally {
        if (--state.writers === 0) writing.delete(key);
      }
    },
    read: async (key, range) => {
      checkRange(range);
      const found = recent.get(key);
      if (found === undefined || found.until < performance.now()) return assets.read(key, range);
      return bytesStream(found.bytes.subarray(range?.start ?? 0, range?.end), chunkSize);
    },
    remove: async (key) => {
      disturb(key);
      await assets.remove(key);
    },
  };
}

/** The same stream, whose bytes are there when it was read to its end and has no more than `most`. */
function copying(source: ReadableStream<Uint8Array>, most: number) {
  const reader = source.getReader();
  let chunks: Uint8Array[] | undefined = [];
  let size = 0;
  let ended = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await reader.read();
        ended = done;
        if (done) return controller.close();
        size += value.length;
        if (size > most) chunks = undefined;
        // A source may fill one buffer again for all its chunks.
        chunks?.push(new Uint8Array(value));
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return { stream, bytes: () => (ended && chunks ? Buffer.concat(chunks) : undefined) };
}
