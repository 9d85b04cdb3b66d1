import { StudioError } from '@image-studio/core';
import type { S3Client } from './s3-client.ts';
import { refused } from './s3-refusal.ts';

/** A multipart upload under way: its id at the storage, and the marks of the parts that are there. */
export interface Multipart {
  readonly key: string;
  readonly id: string;
  readonly tags: string[];
}

/** Begins an upload in parts. */
export async function beginParts(client: S3Client, key: string, mediaType: string): Promise<Multipart> {
  const headers = { 'content-type': mediaType };
  const answer = await client.send({ method: 'POST', key, query: { uploads: '' }, headers });
  const text = await answer.text();
  if (!answer.ok) throw refused(answer, 'written');
  const [, id] = /<UploadId>([^<]+)<\/UploadId>/.exec(text) ?? [];
  if (id === undefined) throw new StudioError('internal', 'The bucket began an upload without naming it.');
  return { key, id: id.replaceAll('&amp;', '&'), tags: [] };
}

/** Sends the next part. */
export async function putPart(
  client: S3Client,
  { key, id, tags }: Multipart,
  { sha256, body }: { readonly sha256: string; readonly body: Blob },
): Promise<void> {
  const query = { partNumber: String(tags.length + 1), uploadId: id };
  const headers = { 'x-amz-content-sha256': sha256 };
  const answer = await client.send({ method: 'PUT', key, query, headers, body });
  await answer.body?.cancel();
  if (!answer.ok) throw refused(answer, 'written');
  tags.push(answer.headers.get('etag') ?? '');
}

/** Makes one file of the parts. `isThere`: after a lost answer the upload is unknown because it has become the file. */
export async function completeParts(
  client: S3Client,
  { key, id, tags }: Multipart,
  isThere: () => Promise<boolean>,
): Promise<void> {
  const parts = tags.map((tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`);
  const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
  const answer = await client.send({ method: 'POST', key, query: { uploadId: id }, body });
  const text = await answer.text();
  // The storage begins to answer before it is done: a failure may come as 200.
  if (answer.ok && !text.includes('<Error>')) return;
  if (answer.status === 404 && (await isThere())) return;
  throw refused(answer, 'written');
}
