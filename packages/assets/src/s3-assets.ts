import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assets, StudioError, type StoredFile } from '@image-studio/core';
import { checkAssetKey, checkRange } from '@image-studio/core/memory';
import { createS3Client, type S3Location } from './s3-client.ts';
import { refused } from './s3-refusal.ts';
import { upload } from './s3-upload.ts';
import { createTempFolder } from './temp-folder.ts';

/** A bucket, and how it is reached. */
export interface S3Options extends S3Location {
  /** Where strangers reach the storage with signed links; absent = `endpoint`. `false` = nowhere, so no links are made. */
  readonly publicEndpoint?: string | false | undefined;
  /** Where parts of files wait until they are sent; default a folder among the system's temporary files. */
  readonly tempFolder?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Files in a bucket of any S3-compatible storage. A file goes there in parts that wait in a temporary file each, so none is ever whole in
 * memory or on this machine's disk, and its length need not be known; it appears whole or not at all.
 */
export async function createS3Assets(options: S3Options): Promise<Assets> {
  const { publicEndpoint, tempFolder = join(tmpdir(), 'image-studio'), fetch = globalThis.fetch } = options;
  const client = createS3Client(options, fetch);
  const temp = await createTempFolder(tempFolder);

  const stat = async (key: string): Promise<StoredFile | undefined> => {
    checkAssetKey(key);
    const answer = await client.send({ method: 'HEAD', key });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw refused(answer, 'read');
    const sha256 = answer.headers.get('x-amz-meta-sha256') ?? (await hashOf(await open(key)));
    return { size: Number(answer.headers.get('content-length')), sha256 };
  };

  const open = async (key: string, range?: string): Promise<ReadableStream<Uint8Array>> => {
    const answer = await client.send({ method: 'GET', key, ...(range === undefined ? {} : { headers: { range } }) });
    if (answer.ok) return answer.body === null ? emptyStream() : kept(answer.body, answer);
    await answer.body?.cancel();
    if (answer.status === 416) return emptyStream();
    if (answer.status === 404) throw new StudioError('not_found', 'There is no file under this key.');
    throw refused(answer, 'read');
  };

  return {
    stat,

    async write(key, stream, { maxBytes, mediaType = 'application/octet-stream' }) {
      checkAssetKey(key);
      return upload({ client, temp, stat }, { key, stream, maxBytes, mediaType });
    },

    async read(key, range) {
      checkAssetKey(key);
      checkRange(range);
      const { start = 0, end } = range ?? {};
      if (start === end) {
        if (!(await stat(key))) throw new StudioError('not_found', 'There is no file under this key.');
        return emptyStream();
      }
      const whole = start === 0 && end === undefined;
      return open(key, whole ? undefined : `bytes=${start}-${end === undefined ? '' : end - 1}`);
    },

    async remove(key) {
      checkAssetKey(key);
      const answer = await client.send({ method: 'DELETE', key });
      await answer.body?.cancel();
      if (!answer.ok && answer.status !== 404) throw refused(answer, 'removed');
    },

    ...(publicEndpoint === false
      ? {}
      : {
          async sign(key: string, expiresInSeconds: number, mediaType?: string) {
            checkAssetKey(key);
            return client.sign(key, { expiresInSeconds, mediaType, endpoint: publicEndpoint });
          },
        }),
  };
}

function emptyStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() });
}

async function hashOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
}

/** Answers by their streams. Node.js ends the stream of an answer that is collected as garbage before anybody reads it. */
const answers = new WeakMap<ReadableStream, Response>();

/** The stream, with its answer for as long as it is there. */
function kept(stream: ReadableStream<Uint8Array>, answer: Response): ReadableStream<Uint8Array> {
  answers.set(stream, answer);
  return stream;
}
