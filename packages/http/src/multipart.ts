import { StudioError } from '@image-studio/core';
import type { StreamedBody } from './http.ts';

/** A field of a form: text, or a file whose size in bytes is known and that is opened when its turn comes. */
export type Part =
  | { readonly name: string; readonly value: string }
  | {
      readonly name: string;
      readonly filename: string;
      readonly mediaType: string;
      readonly size: number;
      readonly open: () => Promise<ReadableStream<Uint8Array>>;
    };

/**
 * A form as a stream with a known length (RFC 7578): files go from their source to the wire chunk by chunk. The stream fails when a
 * file turns out longer or shorter than its size, so that no half file is taken for a whole one.
 */
export function multipart(parts: readonly Part[]): StreamedBody {
  const boundary = `image-studio-${crypto.randomUUID()}`;
  const encoder = new TextEncoder();
  const sections = parts.map((part) => ({ part, head: encoder.encode(headOf(part, boundary)) }));
  const lineEnd = encoder.encode('\r\n');
  const close = encoder.encode(`--${boundary}--\r\n`);
  const length = sections.reduce(
    (sum, { part, head }) => sum + head.byteLength + ('value' in part ? 0 : part.size + lineEnd.byteLength),
    close.byteLength,
  );
  const chunks = async function* () {
    for (const { part, head } of sections) {
      yield head;
      if ('value' in part) continue;
      yield* exactly(await part.open(), part.size);
      yield lineEnd;
    }
    yield close;
  };
  return {
    body: streamOf(chunks()),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': String(length) },
  };
}

/** A file as a body of known length, for a plain PUT. Fails when the file is longer or shorter than `size`. */
export function fileBody(file: {
  readonly size: number;
  readonly open: () => Promise<ReadableStream<Uint8Array>>;
}): StreamedBody {
  const chunks = async function* () {
    yield* exactly(await file.open(), file.size);
  };
  return { body: streamOf(chunks()), headers: { 'content-length': String(file.size) } };
}

function headOf(part: Part, boundary: string): string {
  const start = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(part.name)}"`;
  return 'value' in part
    ? `${start}\r\n\r\n${part.value}\r\n`
    : `${start}; filename="${escaped(part.filename)}"\r\nContent-Type: ${part.mediaType}\r\n\r\n`;
}

function escaped(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A file's bytes, chunk by chunk. Throws `internal` when they are more or fewer than they should be. */
export async function* exactly(stream: ReadableStream<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for await (const chunk of stream) {
    sent += chunk.byteLength;
    if (sent > size) break;
    yield chunk;
  }
  if (sent !== size)
    throw new StudioError('internal', `A stored file is not the ${size} bytes long that it should be.`);
}

/** What a generator yields, as a stream that reads nothing ahead. */
export function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
