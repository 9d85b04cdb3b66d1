import type { Answer } from './answer.ts';

/** Thrown for an answer, or a file in one, that is larger than what is taken. The message says which. */
export class AnswerTooLarge extends Error {}

/**
 * The body of an answer as text, read at most to `maxBytes` and within `timeoutMs`. Throws a plain `Error` when it is
 * longer, slower or breaks off; the connection is let go.
 */
export async function readText(
  answer: Pick<Answer, 'body'>,
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of readChunks(answer, limits.timeoutMs)) {
    size += chunk.byteLength;
    if (size > limits.maxBytes) throw new AnswerTooLarge(`it has more than ${limits.maxBytes} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The body of an answer piece by piece, all within `timeoutMs`. Throws a plain `Error` when it is slower; the connection is let go. */
export async function* readChunks(answer: Pick<Answer, 'body'>, timeoutMs: number): AsyncGenerator<Uint8Array> {
  if (answer.body === null) return;
  const reader = answer.body.getReader();
  const { promise: late, reject } = Promise.withResolvers<never>();
  late.catch(() => undefined);
  const timer = setTimeout(() => reject(new Error('The body of the answer did not end in time.')), timeoutMs);
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      ended = done;
      if (done) return;
      yield value;
    }
  } finally {
    clearTimeout(timer);
    if (!ended) void reader.cancel().catch(() => undefined);
  }
}
