import type { Assets, Clock, Json } from '@image-studio/core';
import type { Archive, Removal } from '@image-studio/store';
import type { Logger } from 'pino';

/** Removes a job with its files from a vendor's history. */
export type ForgetJob = (ticket: Json) => Promise<void>;

/** What a janitor works with. */
export interface JanitorParts {
  readonly archive: Archive;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly logger: Logger;
  /** By mode and vendor; a vendor without one keeps its jobs for as long as it does. */
  readonly forgetJob: (test: boolean, vendor: string) => ForgetJob | undefined;
  /** Days that inputs no run uses are kept, and that all files are kept; undefined = for ever. */
  readonly keep: { readonly unusedDays: number; readonly days: number | undefined };
}

/** Keeps the storage clean. */
export interface Janitor {
  /** Removes, in the storage and at vendors, what was forgotten in the database. Answers how much. */
  remove(): Promise<number>;
  /** Forgets files that are too old, and idempotency keys that name nothing any more. Answers how many files. */
  expire(): Promise<number>;
}

const dayMs = 24 * 60 * 60 * 1000;
const atOnce = 100;
const keysAtOnce = 10_000;
const retryMs = 60_000;
/** A vendor that refuses so often to forget a job will not. */
const mostAttempts = 20;

/** A janitor; of several nodes each takes other rows. */
export function createJanitor({ archive, assets, clock, logger, forgetJob, keep }: JanitorParts): Janitor {
  async function removeOne(removal: Removal): Promise<void> {
    const { id, kind, test, vendor, target, attempt } = removal;
    try {
      if (kind === 'file') await assets.remove(String(target));
      else await forgetJob(test, vendor ?? '')?.(target);
    } catch (error) {
      const givenUp = kind === 'job' && attempt >= mostAttempts;
      logger.warn({ kind, vendor, attempt, givenUp, error: messageOf(error) }, 'cannot be removed');
      if (!givenUp) return;
    }
    await archive.endRemoval(id);
  }

  return {
    remove: async () => {
      for (let removed = 0; ;) {
        const now = clock.now();
        const due = await archive.claimRemovals({ now, retryAt: now + retryMs, limit: atOnce });
        for (const removal of due) await removeOne(removal);
        removed += due.length;
        if (due.length < atOnce) return removed;
      }
    },
    expire: async () => {
      const at = clock.now();
      while ((await archive.expireKeys({ at, limit: keysAtOnce })) === keysAtOnce);
      const before = keep.days === undefined ? undefined : at - keep.days * dayMs;
      for (let expired = 0; ;) {
        const unusedBefore = at - keep.unusedDays * dayMs;
        const count = await archive.expireAssets({ unusedBefore, before, at, limit: atOnce });
        expired += count;
        if (count < atOnce) return expired;
      }
    },
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown');
