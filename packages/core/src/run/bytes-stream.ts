/** Bytes as a stream of copies of so many at a time, each made when it is asked for: a reader may transfer or change what it gets. */
export function bytesStream(bytes: Uint8Array, chunkSize: number): ReadableStream<Uint8Array> {
  let offset = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (offset >= bytes.length) return controller.close();
        // Not `slice`, which makes no copy of a Buffer.
        controller.enqueue(new Uint8Array(bytes.subarray(offset, offset + chunkSize)));
        offset += chunkSize;
      },
    },
    { highWaterMark: 0 },
  );
}
