import { type Run, StudioError } from '@image-studio/core';
import type { Studio } from '@image-studio/studio';
import type { Context } from 'hono';
import type { AppEnv, Services } from './services.ts';

const longestWaitSeconds = 300;

/** Waits as long as the client prefers (`Prefer: wait=N`), not beyond a shutdown; the run goes on whatever happens to the waiting. */
export async function waitForRun(
  { stopping }: Services,
  studio: Studio,
  context: Context<AppEnv>,
  id: string,
): Promise<Run> {
  const { account } = context.get('caller');
  const seconds = waitSecondsOf(context);
  if (seconds > 0) {
    const signal = AbortSignal.any([AbortSignal.timeout(seconds * 1000), context.req.raw.signal, stopping]);
    const ended = await studio.runs.wait(account, id, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (ended) return ended;
  }
  const found = await studio.runs.get(account, id);
  if (!found) throw new StudioError('internal', 'The run was accepted and cannot be read');
  return found;
}

function waitSecondsOf(context: Context<AppEnv>): number {
  const [, seconds = '0'] = /(?:^|,)\s*wait=(\d{1,4})/i.exec(context.req.header('prefer') ?? '') ?? [];
  return Math.min(longestWaitSeconds, Number(seconds));
}
