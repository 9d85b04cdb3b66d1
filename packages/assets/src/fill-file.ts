import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { StoredFile } from '@image-studio/core';
import { tooLarge } from '@image-studio/core/memory';

/**
 * Writes a stream to an open file chunk by chunk, hashing on the way. Throws `input_too_large` beyond `maxBytes`, and the stream's own
 * errors.
 */
export async function fillFile(
  handle: FileHandle,
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    hash.update(chunk);
    await writeWhole(handle, chunk);
  }
  return { size, sha256: hash.digest('hex') };
}

/** Writes all of a chunk: one write may take a part only, for example when the disk is nearly full. */
export async function writeWhole(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let offset = 0; offset < chunk.length;) offset += (await handle.write(chunk, offset)).bytesWritten;
}
