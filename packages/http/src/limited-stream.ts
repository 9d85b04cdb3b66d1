/** What is demanded of a stream. `length` = exactly so many bytes, where it is known. */
export interface StreamLimits {
  readonly maxBytes: number;
  readonly length?: number | undefined;
  readonly stallMs: number;
  /** Called once nothing more is read: at the end, at a fault, and when the reader leaves. */
  readonly onEnd?: (() => void) | undefined;
  /** Makes the error for each way it goes wrong. */
  readonly error: (what: 'too-large' | 'wrong-length' | 'stalled' | 'broken') => Error;
}

/** The same bytes, counted: the stream fails when there are too many, too few, or none for `stallMs`. Nothing is read ahead. */
export function limitedStream(source: ReadableStream<Uint8Array>, limits: StreamLimits): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let size = 0;
  const next = async () => {
    const { promise: stalled, resolve } = Promise.withResolvers<'stalled'>();
    const timer = setTimeout(() => resolve('stalled'), limits.stallMs);
    try {
      return await Promise.race([reader.read(), stalled]);
    } catch {
      return 'broken';
    } finally {
      clearTimeout(timer);
    }
  };
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const read = await next();
        const fail = (what: 'too-large' | 'wrong-length' | 'stalled' | 'broken') => {
          limits.onEnd?.();
          void reader.cancel().catch(() => undefined);
          controller.error(limits.error(what));
        };
        if (read === 'stalled') return fail('stalled');
        if (read === 'broken')
          return fail(limits.length === undefined || size === limits.length ? 'broken' : 'wrong-length');
        if (read.done) {
          if (limits.length !== undefined && size !== limits.length) return fail('wrong-length');
          limits.onEnd?.();
          return controller.close();
        }
        size += read.value.byteLength;
        if (size > limits.maxBytes) return fail('too-large');
        if (limits.length !== undefined && size > limits.length) return fail('wrong-length');
        return controller.enqueue(read.value);
      },
      cancel: (reason) => {
        limits.onEnd?.();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
