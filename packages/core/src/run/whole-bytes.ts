import { joinBytes } from './join-bytes.ts';

/**
 * All bytes of a stream, in one piece; its chunks must not be filled again. Not by way of a `Response`: to make one, Node.js loads all of its `fetch`,
 * and server frameworks put classes of their own in its place.
 */
export async function wholeBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const { buffer, byteOffset, byteLength } of stream) {
    chunks.push(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength));
    size += byteLength;
  }
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  return joinBytes(chunks, size);
}
