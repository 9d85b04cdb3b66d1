import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { type AssetRecord, type Incoming, invalidRequest, StudioError } from '@image-studio/core';
import busboy from 'busboy';
import type { Part } from './operation-body.ts';

const limits = { files: 20, fields: 100, fieldSize: 1_000_000, parts: 120 };

/**
 * Reads a multipart body part by part; each file streams to storage as it comes and stands as an asset afterwards.
 * Throws `invalid_request` for a body that is broken, too long or has too many parts, and what `store` throws.
 */
export async function readMultipart(
  request: Request,
  store: (file: Incoming) => Promise<AssetRecord>,
): Promise<Part[]> {
  const parser = openParser(request);
  const parts: (Part | Promise<Part>)[] = [];
  const finished = Promise.withResolvers<void>();
  parser.on('file', (name, file) => {
    const stored = store({ stream: streamOf(file) }).then(({ id }): Part => ({
      name,
      value: { asset: id },
    }));
    stored.catch((error: unknown) => {
      file.resume();
      finished.reject(error);
    });
    parts.push(stored);
  });
  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated) finished.reject(tooMuch('A text part is too long'));
    parts.push({ name, value });
  });
  for (const event of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
    parser.on(event, () => finished.reject(tooMuch('The body has too many parts')));
  parser.on('error', () => finished.reject(tooMuch('The multipart body is broken')));
  parser.on('close', finished.resolve);
  const source = Readable.fromWeb(request.body as NodeStream<Uint8Array>);
  source.on('error', () => finished.reject(tooMuch('The body ended early')));
  source.pipe(parser);
  try {
    await finished.promise;
    return await Promise.all(parts);
  } catch (error) {
    // What is still being stored ends now, so that nothing is left behind after the refusal.
    parser.destroy();
    await Promise.allSettled(parts);
    throw error;
  } finally {
    source.unpipe(parser);
    source.resume();
  }
}

/** Bounded by bytes: Node's own way counts chunks, and would take in a whole file. */
function streamOf(file: Readable): ReadableStream<Uint8Array> {
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: 64 * 1024 });
  return Readable.toWeb(file, { strategy }) as ReadableStream<Uint8Array>;
}

function openParser(request: Request): busboy.Busboy {
  if (!request.body) throw tooMuch('The body is empty');
  try {
    return busboy({ headers: { 'content-type': request.headers.get('content-type') ?? '' }, limits });
  } catch (error) {
    throw new StudioError('invalid_request', 'The content type names no multipart boundary', { cause: error });
  }
}

const tooMuch = (message: string) => invalidRequest([{ path: [], message }]);
