import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Answer, AnswerHeaders } from './answer.ts';

/** So many bytes wait for a reader at most; then the connection is no longer read from. */
const waitingBytes = 64 * 1024;
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * The answer to a request over `node:http`. Its stream fails when the connection ends before the body does, and ends that when
 * it is cancelled. Rejects with the system's error, or one without a code for what is no answer to a request.
 */
export function answerTo(request: ClientRequest): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  request.once('response', (message) => {
    // A server that answers before it has the whole body takes no more of it.
    message.once('close', () => request.writableFinished || request.destroy());
    const status = message.statusCode ?? 0;
    if (status >= 200 && status <= 599) return resolve(answerOf(message, status));
    message.destroy();
    reject(new Error('The answer has a status that is none.'));
  });
  request.on('error', reject);
  // Without a word of it for an answer that wants to speak another protocol.
  request.once('close', () => reject(new Error('The connection ended without an answer.')));
  return promise;
}

function answerOf(message: IncomingMessage, status: number): Answer {
  const isEmpty = withoutBody.has(status);
  if (isEmpty) message.resume();
  const body = isEmpty ? null : streamOf(message);
  return { status, ok: status < 300, headers: headersOf(message), body };
}

function headersOf(message: IncomingMessage): AnswerHeaders {
  const get = (name: string) => message.headersDistinct[name]?.join(', ') ?? null;
  return {
    get,
    *[Symbol.iterator]() {
      for (const name of Object.keys(message.headersDistinct)) yield [name, get(name) ?? ''];
    },
  };
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
