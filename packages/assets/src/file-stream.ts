import type { FileHandle } from 'node:fs/promises';

/** Heads of files are asked for most: little is read first, and more at a time of what goes on. */
const firstChunk = 64 * 1024;
const laterChunks = 256 * 1024;

/**
 * An open file as a stream of chunks of 64 KiB and then 256 KiB, each read when it is asked for. `end` is exclusive.
 * The file is closed at its end, when the reader cancels, or when reading fails.
 */
export function fileStream(
  handle: FileHandle,
  { start = 0, end = Number.MAX_SAFE_INTEGER }: { readonly start?: number; readonly end?: number } = {},
): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const wanted = Math.min(position === start ? firstChunk : laterChunks, end - position);
          const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(wanted), 0, wanted, position);
          position += bytesRead;
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
          await handle.close();
          controller.close();
        } catch (error) {
          await handle.close().catch(() => undefined);
          throw error;
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 0 },
  );
}
