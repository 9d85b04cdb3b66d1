/** `length` bytes that differ by place and by seed, so that mixed-up or torn files are noticed. */
export function pattern(length: number, seed = 0): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8) + seed * 101) & 255);
}

/** The bytes in pieces of `size`, the last one shorter. */
export function split(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

/** A stream of these chunks, each given only when it is asked for. */
export function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return sourceOf(chunks.length, (index) => chunks[index] ?? new Uint8Array()).stream;
}

/** All bytes of a stream. */
export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

/** A source that tells how many chunks were asked for, and whether the reader gave it up. */
export function countedSource(
  chunks: number,
  size: number,
): {
  readonly stream: ReadableStream<Uint8Array>;
  pulled(): number;
  canceled(): boolean;
} {
  return sourceOf(chunks, () => new Uint8Array(size));
}

/** A stream that fails with `error` after `chunks` chunks. */
export function failingAfter(chunks: number, error: Error): ReadableStream<Uint8Array> {
  return sourceOf(chunks + 1, (index) => {
    if (index === chunks) throw error;
    return new Uint8Array(1000);
  }).stream;
}

/** A stream that gives half of its bytes and waits for `release` before the rest. */
export function pausedSource(bytes: Uint8Array): {
  readonly stream: ReadableStream<Uint8Array>;
  release(): void;
} {
  const { promise, resolve } = Promise.withResolvers<void>();
  const half = bytes.length >> 1;
  const { stream } = sourceOf(2, async (index) => {
    if (index === 0) return bytes.slice(0, half);
    await promise;
    return bytes.slice(half);
  });
  return { stream, release: resolve };
}

/** A stream that fills one buffer again for every chunk (with 1, 2, 3 …): a reader that keeps chunks gets wrong bytes. */
export function oneBufferSource(chunks: number, size: number): ReadableStream<Uint8Array> {
  const buffer = new Uint8Array(size);
  return sourceOf(chunks, (index) => buffer.fill(index + 1)).stream;
}

function sourceOf(chunks: number, chunk: (index: number) => Uint8Array | Promise<Uint8Array>) {
  let [pulled, canceled] = [0, false];
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (pulled >= chunks) return controller.close();
        controller.enqueue(await chunk(pulled++));
      },
      cancel() {
        canceled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, pulled: () => pulled, canceled: () => canceled };
}
