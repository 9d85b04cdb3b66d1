import type { IncomingMessage } from 'node:http';

/** So many bytes wait for a reader at most; then the connection is no longer read from. */
const waitingBytes = 64 * 1024;
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/** What came over `node:http` as a web `Response`. Its stream fails when the connection ends before the body does, and ends it when it is cancelled. */
export function answerOf(message: IncomingMessage): Response {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  if (withoutBody.has(status)) message.resume();
  return new Response(withoutBody.has(status) ? null : streamOf(message), { status, headers });
}

function streamOf(message: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  let open = true;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        message.on('data', (chunk: Buffer<ArrayBuffer>) => {
          // What was read already still comes after the reader has left.
          if (!open) return;
          controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
          if ((controller.desiredSize ?? 0) <= 0) message.pause();
        });
        const end = (finish: () => void) => {
          if (open) finish();
          open = false;
        };
        message.once('end', () => end(() => controller.close()));
        message.once('error', (error) => end(() => controller.error(error)));
        message.once('close', () =>
          end(() => controller.error(new Error('The connection ended before the answer did.'))),
        );
      },
      pull() {
        message.resume();
      },
      cancel() {
        open = false;
        message.destroy();
      },
    },
    { highWaterMark: waitingBytes, size: (chunk) => chunk.byteLength },
  );
}
