import type { Json } from '@image-studio/core';
import { base64Length, encodeBase64 } from './base64.ts';
import type { StreamedBody } from './http.ts';
import { exactly, streamOf } from './multipart.ts';

/** A file that stands in a JSON body as base64 text. `size` in bytes. */
export interface FileText {
  readonly size: number;
  readonly open: () => Promise<ReadableStream<Uint8Array>>;
}

/** JSON in which files may stand where texts do. */
export type JsonWithFiles =
  | Json
  | FileText
  | readonly JsonWithFiles[]
  | { readonly [name: string]: JsonWithFiles | undefined };

/**
 * A JSON body as a stream with a known length: files are encoded as base64 while they are read, and none is held whole.
 * The stream fails when a file turns out longer or shorter than its size.
 */
export function jsonBody(value: JsonWithFiles): StreamedBody {
  const files: FileText[] = [];
  const mark = crypto.randomUUID();
  const text = JSON.stringify(value, (_name, part: unknown) => {
    if (!isFileText(part)) return part;
    files.push(part);
    return mark;
  });
  const encoder = new TextEncoder();
  const texts = text.split(mark).map((part) => encoder.encode(part));
  const length =
    texts.reduce((sum, part) => sum + part.byteLength, 0) +
    files.reduce((sum, { size }) => sum + base64Length(size), 0);
  const chunks = async function* () {
    for (const [index, part] of texts.entries()) {
      yield part;
      const file = files[index];
      if (file !== undefined) yield* encodeBase64(exactly(await file.open(), file.size));
    }
  };
  return {
    body: streamOf(chunks()),
    headers: { 'content-type': 'application/json', 'content-length': String(length) },
  };
}

function isFileText(value: unknown): value is FileText {
  return typeof value === 'object' && value !== null && 'open' in value && typeof value.open === 'function';
}
