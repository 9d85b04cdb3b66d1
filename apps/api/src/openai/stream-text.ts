import { type CallRow, type Clock, type ErrorBody, errorOf, StudioError } from '@image-studio/core';

const heartbeatMs = 10_000;

/** Pieces of text as a body; each is made when the reader wants it. */
export function textStream(pieces: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(Buffer.from(value));
      },
      cancel: async () => void (await pieces.return()),
    },
    { highWaterMark: 0 },
  );
}

/** Puts a comment between events whenever nothing came for a while, beginning at once so that the head goes out. */
export async function* withKeepAlive(
  events: AsyncGenerator<string, void, undefined>,
  clock: Clock,
): AsyncGenerator<string, void, undefined> {
  yield ': begun\n\n';
  let next = events.next();
  let within = false;
  for (;;) {
    const beat = new AbortController();
    const silence: Promise<'silence'> = within
      ? new Promise<never>(() => {})
      : clock.sleep(heartbeatMs, { signal: beat.signal, background: true }).then(
          () => 'silence' as const,
          () => 'silence' as const,
        );
    const came: IteratorResult<string, void> | 'silence' = await Promise.race([next, silence]);
    beat.abort();
    if (came === 'silence') {
      yield ': still here\n\n';
      continue;
    }
    if (came.done === true) return;
    // No comment may stand within the line of an event.
    within = !came.value.endsWith('\n\n');
    yield came.value;
    next = events.next();
  }
}

/** Why a run has no files. */
export function errorOfRun(id: string, calls: readonly CallRow[]): ErrorBody {
  return errorOf(calls) ?? new StudioError('internal', `Run ${id} ended without a reason`).toJSON();
}
