import type { FileHandle } from 'node:fs/promises';

const chunkSize = 64 * 1024;

/**
 * An open file as a stream of chunks of 64 KiB, each read when it is asked for. `end` is exclusive.
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
          const wanted = Math.min(chunkSize, end - position);
          const { bytesRead, buffer } = await handle.read(new Uint8Array(wanted), 0, wanted, position);
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
