/**
 * All bytes of a stream. Not by `Response.bytes()`: server frameworks put classes of their own in the place of the global `Response` that
 * do not know it.
 */
export async function wholeBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}
