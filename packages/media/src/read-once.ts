import { wholeBytes } from '@image-studio/core';

/** A file whose head is looked at and that may then be wanted whole. */
export interface ReadOnce {
  /** For who looks at the head; may be left before its end. */
  readonly head: () => Promise<ReadableStream<Uint8Array>>;
  /** All its bytes: what was looked at already is not read again. */
  readonly whole: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** A head is no longer than this: what is walked further (a video, a 3D scene) is not held. */
const longestHead = 1024 * 1024;

/** Opens a file once for both looks, where its head is short. */
export function readOnce(open: () => Promise<ReadableStream<Uint8Array>>): ReadOnce {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let held: Uint8Array[] = [];
  let size = 0;

  const next = async () => {
    const { done, value } = await reader!.read();
    if (value !== undefined && (size += value.length) <= longestHead) held.push(value);
    return done ? undefined : value;
  };

  return {
    head: async () => {
      reader = (await open()).getReader();
      return new ReadableStream<Uint8Array>(
        {
          pull: async (controller) => {
            const chunk = await next();
            if (chunk === undefined) controller.close();
            else controller.enqueue(chunk);
          },
        },
        { highWaterMark: 0 },
      );
    },
    whole: async () => {
      if (size > longestHead) return wholeBytes(await open());
      for (let chunk = await reader!.read(); !chunk.done; chunk = await reader!.read()) held.push(chunk.value);
      const bytes = held.length === 1 ? held[0]! : Buffer.concat(held);
      held = [];
      return bytes;
    },
    close: async () => {
      await reader?.cancel().catch(() => undefined);
    },
  };
}
