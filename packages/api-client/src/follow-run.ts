import { isApiError } from './api-error.ts';
import { readEvents } from './read-events.ts';
import type { Sender } from './send.ts';
import type { Run } from './wire.ts';

/** How a run is followed. */
export interface FollowOptions {
  readonly signal?: AbortSignal | undefined;
}

const pauseMs = 700;
const longestPauseMs = 10_000;

/** Has the run come to its end? */
export function isFinished({ state }: Pick<Run, 'state'>): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'canceled';
}

/**
 * The run each time something is known of it, until it has ended. Follows the server's events; reads the run again and again where
 * the server has none. A lost connection is taken up again, more and more slowly, until the signal says stop.
 */
export async function* followRun(
  sender: Sender,
  id: string,
  { signal }: FollowOptions = {},
): AsyncGenerator<Run, void, undefined> {
  const path = `/v1/runs/${encodeURIComponent(id)}`;
  let lost = 0;
  let events = true;
  for (;;) {
    let run: Run | undefined;
    try {
      if (events) {
        for await (run of eventsOf(sender, path, signal)) {
          lost = 0;
          yield run;
          if (isFinished(run)) return;
        }
      }
      run = await sender.json<Run>({ method: 'GET', path, signal });
      lost = 0;
    } catch (error) {
      const noSuchRoute = events && isApiError(error, 'not_found');
      const passing = isApiError(error) && error.problem.retryable;
      if (!noSuchRoute && (!passing || signal?.aborted)) throw error;
      if (noSuchRoute) events = false;
      else lost += 1;
    }
    if (run) yield run;
    if (run && isFinished(run)) return;
    await pause(Math.min(pauseMs * 2 ** lost, longestPauseMs), signal);
  }
}

async function* eventsOf(sender: Sender, path: string, signal: AbortSignal | undefined) {
  const headers = { accept: 'text/event-stream' };
  const { body } = await sender.response({ method: 'GET', path: `${path}/events`, headers, signal });
  if (!body) return;
  for await (const { event, data } of readEvents(body)) {
    if (event.startsWith('run.')) yield JSON.parse(data) as Run;
  }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    return signal?.addEventListener('abort', stop, { once: true });
  });
}
