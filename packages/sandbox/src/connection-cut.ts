/** What `fetch` rejects with when the other side resets the connection. */
export function connectionCut(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });
  return new TypeError('fetch failed', { cause });
}

/** Requests that wait for ever. A request that nobody holds is collected, and its signal with it, before it is aborted. */
const unanswered = new Set<Request>();

/** Never resolves; rejects with the signal's reason when the caller gives up. */
export function silence(request: Request): Promise<never> {
  const { signal } = request;
  unanswered.add(request);
  return new Promise((_resolve, reject) => {
    const stop = () => {
      unanswered.delete(request);
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
