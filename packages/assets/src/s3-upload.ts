import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import type { Assets, StoredFile } from '@image-studio/core';
import { tooLarge } from '@image-studio/core/memory';
import { writeWhole } from './fill-file.ts';
import type { S3Client } from './s3-client.ts';
import { beginParts, completeParts, type Multipart, putPart } from './s3-multipart.ts';
import { refused } from './s3-refusal.ts';
import type { createTempFolder, TempFile } from './temp-folder.ts';

/** What an upload works with. */
export interface UploadParts {
  readonly client: S3Client;
  readonly temp: Awaited<ReturnType<typeof createTempFolder>>;
  readonly stat: Assets['stat'];
}

/** What is to be stored. */
export interface Upload {
  readonly key: string;
  readonly stream: ReadableStream<Uint8Array>;
  readonly maxBytes: number;
  readonly mediaType: string;
}

/** A part has at least this many bytes, the last one excepted: the storage asks for 5 MB. */
const partBytes = 8 * 1024 * 1024;

/**
 * Streams to the bucket: what fits into one part in one request, with its SHA-256, more in a multipart upload, which is taken back when
 * anything fails. Throws `input_too_large` beyond `maxBytes`.
 */
export async function upload(parts: UploadParts, wanted: Upload): Promise<StoredFile> {
  const { client, temp, stat } = parts;
  const { key, mediaType } = wanted;
  const source = createSource(wanted);
  let begun: Multipart | undefined;
  try {
    for (;;) {
      const file = await temp.create();
      try {
        const { size, sha256, last } = await source.fill(file);
        if (last && !begun) return await putWhole(client, wanted, file, { size, sha256 });
        begun ??= await beginParts(client, key, mediaType);
        if (size > 0) await putPart(client, begun, { sha256, body: await openAsBlob(file.path) });
        if (last) break;
      } finally {
        await file.discard();
      }
    }
    const stored = source.whole();
    await completeParts(client, begun, async () => (await stat(key))?.size === stored.size);
    return stored;
  } catch (error) {
    await source.cancel(error);
    // What cannot be taken back now is removed by the storage's own rule for uploads that were never completed.
    if (begun) await client.send({ method: 'DELETE', key, query: { uploadId: begun.id } }).catch(() => undefined);
    throw error;
  }
}

async function putWhole(
  client: S3Client,
  { key, mediaType }: Upload,
  file: TempFile,
  stored: StoredFile,
): Promise<StoredFile> {
  const headers = {
    'content-type': mediaType,
    'x-amz-content-sha256': stored.sha256,
    'x-amz-meta-sha256': stored.sha256,
  };
  const answer = await client.send({ method: 'PUT', key, headers, body: await openAsBlob(file.path) });
  await answer.body?.cancel();
  if (!answer.ok) throw refused(answer, 'written');
  return stored;
}

/** A stream that is taken in parts, and hashed as a whole. */
function createSource({ stream, maxBytes }: Upload) {
  const reader = stream.getReader();
  const all = createHash('sha256');
  let total = 0;
  return {
    async fill({ handle }: TempFile): Promise<StoredFile & { readonly last: boolean }> {
      const hash = createHash('sha256');
      let size = 0;
      while (size < partBytes) {
        const { done, value } = await reader.read();
        if (done) return { size, sha256: hash.digest('hex'), last: true };
        size += value.length;
        total += value.length;
        if (total > maxBytes) throw tooLarge(maxBytes);
        hash.update(value);
        all.update(value);
        await writeWhole(handle, value);
      }
      return { size, sha256: hash.digest('hex'), last: false };
    },
    whole: (): StoredFile => ({ size: total, sha256: all.digest('hex') }),
    cancel: (reason: unknown) => reader.cancel(reason).catch(() => undefined),
  };
}
