import { type SandboxFiles, streamOf } from './sandbox-files.ts';

/** Files in memory. Beyond `maxBytes` (default 512 MB) the oldest are forgotten. */
export function memoryFiles({ maxBytes = 512e6 }: { readonly maxBytes?: number } = {}): SandboxFiles {
  const files = new Map<string, Uint8Array>();
  let total = 0;

  const remove = (key: string) => {
    total -= files.get(key)?.byteLength ?? 0;
    files.delete(key);
  };

  return {
    async write(key, stream) {
      const bytes = new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
      remove(key);
      files.set(key, bytes);
      total += bytes.byteLength;
      for (const oldest of files.keys()) {
        if (total <= maxBytes || oldest === key) break;
        remove(oldest);
      }
      return bytes.byteLength;
    },
    async read(key) {
      const bytes = files.get(key);
      return bytes && { stream: streamOf(bytes), size: bytes.byteLength };
    },
  };
}
