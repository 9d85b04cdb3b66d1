/** Where the sandbox keeps what is uploaded to it. Keys are `[a-z0-9.-]+`. */
export interface SandboxFiles {
  /** Replaces what was there; a write that fails leaves nothing. Resolves to the size in bytes. */
  write(key: string, stream: ReadableStream<Uint8Array>): Promise<number>;
  /** Undefined when there is no such file. */
  read(key: string): Promise<{ readonly stream: ReadableStream<Uint8Array>; readonly size: number } | undefined>;
}

/** Bytes as a stream of one chunk. */
export function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.byteLength > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** A whole stored file; undefined when there is none. */
export async function readWhole(files: SandboxFiles, key: string): Promise<Uint8Array | undefined> {
  const file = await files.read(key);
  return file === undefined ? undefined : new Uint8Array(await new Response(file.stream as BodyInit).arrayBuffer());
}
