/**
 * Bytes as a stream of copies of so many at a time, each made when it is asked for: a reader may transfer or change what it gets. One that
 * brings a buffer of its own gets no more than it holds.
 */
export function bytesStream(bytes: Uint8Array, chunkSize: number): ReadableStream<Uint8Array> {
  let offset = 0;
  return new ReadableStream({
    type: 'bytes',
    pull(controller) {
      const { byobRequest } = controller;
      const brought = byobRequest?.view;
      const next = bytes.subarray(offset, offset + (brought?.byteLength ?? chunkSize));
      offset += next.length;
      if (next.length === 0) {
        controller.close();
        byobRequest?.respond(0);
      } else if (brought) {
        new Uint8Array(brought.buffer, brought.byteOffset).set(next);
        byobRequest.respond(next.length);
      } else {
        // Not `slice`, which makes no copy of a Buffer.
        controller.enqueue(new Uint8Array(next));
      }
    },
  });
}
