import type { Clock } from '@image-studio/core';
import type { Books } from '@image-studio/core/memory';
import type { Doubtful } from '@image-studio/store';
import type { Logger } from 'pino';

/** What abandoned calls are ended with. */
export interface AbandonedParts {
  readonly books: Books;
  readonly doubtful: Doubtful;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** As long as a call in doubt is looked for by default: evidence and the operator had their time. */
const abandonedAfterMs = 7 * 24 * 60 * 60 * 1000;
const atOnce = 100;

/**
 * Ends calls that no node has driven for seven days, since live mode is off, say: what was never sent is given back, what may have been
 * sent is charged as it was quoted. Run it after this node has taken up all that it can drive. Answers how many were ended.
 */
export async function expireAbandoned({ books, doubtful, clock, logger }: AbandonedParts): Promise<number> {
  for (let ended = 0; ;) {
    const at = clock.now();
    const before = at - abandonedAfterMs;
    const ids = await doubtful.abandoned(before, atOnce);
    const done = await Promise.all(ids.map((id) => books.expire(id, { before, at })));
    ended += done.filter(Boolean).length;
    if (ids.length < atOnce) {
      if (ended > 0) logger.warn({ calls: ended }, 'calls that nobody drove for seven days were ended');
      return ended;
    }
  }
}
