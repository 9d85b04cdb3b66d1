/** The same bytes; what goes wrong while they are read is told apart from faults of where they go: `blame` throws what it means. */
export function blamedStream(
  source: ReadableStream<Uint8Array>,
  blame: (error: unknown) => never,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await reader.read().catch(blame);
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
