/**
 * The body of an answer as text, read at most to `maxBytes` and within `timeoutMs`. Throws a plain `Error` when it is
 * longer, slower or breaks off; the connection is let go.
 */
export async function readText(
  answer: Response,
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
): Promise<string> {
  if (answer.body === null) return '';
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The body of the answer did not end in time.')), limits.timeoutMs);
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return text + decoder.decode();
      size += value.byteLength;
      if (size > limits.maxBytes) throw new Error('The body of the answer is too long.');
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
