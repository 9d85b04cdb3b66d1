import type { Clock } from '@image-studio/core';
import type { RunEvent } from '@image-studio/studio';

/** What a stream of server-sent events is made of. */
export interface RunStream {
  readonly events: AsyncGenerator<RunEvent, void, undefined>;
  /** The data of an event, as JSON. */
  readonly dataOf: (event: RunEvent) => Promise<unknown>;
  readonly clock: Clock;
}

/** Silence longer than this makes proxies cut a connection. */
const heartbeatMs = 15_000;

/**
 * A run's moments as server-sent events: `event: run.<state>`, an `id` to go on after, the run as `data`. Between them a comment keeps
 * the connection alive. When the reader is gone, the following ends.
 */
export function runStream({ events, dataOf, clock }: RunStream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const stop = new AbortController();
  let next: Promise<IteratorResult<RunEvent, void>> | undefined;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      next ??= events.next();
      const beat = new AbortController();
      const silence = clock
        .sleep(heartbeatMs, { signal: AbortSignal.any([beat.signal, stop.signal]), background: true })
        .then(
          () => 'silence' as const,
          () => 'silence' as const,
        );
      const came = await Promise.race([next, silence]);
      beat.abort();
      if (came === 'silence') return controller.enqueue(encoder.encode(': still here\n\n'));
      next = undefined;
      if (came.done === true) return controller.close();
      const { id, state } = came.value;
      const data = JSON.stringify(await dataOf(came.value));
      return controller.enqueue(encoder.encode(`event: run.${state}\nid: ${id}\ndata: ${data}\n\n`));
    },
    cancel: async () => {
      stop.abort();
      await events.return();
    },
  });
}
