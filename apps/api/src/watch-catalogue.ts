import type { Clock } from '@image-studio/core';
import type { Logger } from 'pino';
import { type CatalogueDrift, driftSince, type ListedModel, readSeenCatalogue } from './catalogue-drift.ts';

/** What the daily check of a vendor's catalogue works with. */
export interface CatalogueWatch {
  /** Today's rows of the vendor's catalogue; a free request. */
  readonly models: (signal: AbortSignal) => Promise<readonly ListedModel[]>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of each check; undefined = no difference. */
  readonly onCompared: (drift: CatalogueDrift | undefined) => void;
  readonly signal: AbortSignal;
}

const firstAfterMs = 60_000;
const everyMs = 24 * 3_600_000;

/** Compares the vendor's catalogue with what the manifests were made of: soon after the start, then daily, until the signal. */
export async function watchCatalogue({ models, clock, logger, onCompared, signal }: CatalogueWatch): Promise<void> {
  const seen = await readSeenCatalogue();
  for (let pauseMs = firstAfterMs; !signal.aborted; pauseMs = everyMs) {
    await clock.sleep(pauseMs, { signal, background: true }).catch(() => {});
    if (signal.aborted) return;
    try {
      onCompared(await driftSince(seen, await models(signal)));
    } catch (error) {
      logger.warn(
        { error: error instanceof Error ? error.message : 'unknown' },
        'the vendor’s catalogue cannot be compared',
      );
    }
  }
}

/** A drift as a line of the log. */
export function logDrift(logger: Logger): CatalogueWatch['onCompared'] {
  return (drift) => {
    if (!drift) return;
    const counts = Object.entries(drift).map(([what, ids]: [string, readonly string[]]) => `${ids.length} ${what}`);
    logger.warn(
      { drift },
      `the vendor’s catalogue is not what the manifests say: ${counts.join(', ')}; run catalog:sync`,
    );
  };
}
