import type { Run, Scope } from '@image-studio/core';
import { idempotencyMs } from '@image-studio/core/memory';
import { eq, sql } from 'drizzle-orm';

import { attempt, type Drizzle, query } from './database.ts';
import { type Expiry, expireAssets, forgetRun, type Removal, removeAssets } from './forget.ts';
import { listRuns, type RunFilter } from './list-runs.ts';
import { removals } from './schema-removals.ts';

/** Runs and files after their work: found again, forgotten, removed. Every method is one statement. */
export interface Archive {
  /** A page of runs, newest first. */
  listRuns(scope: Scope, filter: RunFilter): Promise<readonly Run[]>;
  /** Forgets an ended run with its files; what it cost stays. Undefined for an unknown run and for another scope's. */
  forgetRun(scope: Scope, id: string, at: number): Promise<'forgotten' | 'open' | undefined>;
  /** Removes files that no open run uses, or with `unusedOnly` no run at all. Answers the ids of the removed. */
  removeAssets(
    scope: Scope,
    ids: readonly string[],
    options: { readonly at: number; readonly unusedOnly?: boolean },
  ): Promise<readonly string[]>;
  /** Removes files that are too old. Answers how many. */
  expireAssets(expiry: Expiry): Promise<number>;
  /** Forgets idempotency keys that name nothing any more at this moment, so many at once. Answers how many. */
  expireKeys(expiry: { readonly at: number; readonly limit: number }): Promise<number>;
  /** Takes what is to be removed outside of the database; each comes again at `retryAt` until it is ended. */
  claimRemovals(claim: {
    readonly now: number;
    readonly retryAt: number;
    readonly limit: number;
  }): Promise<readonly Removal[]>;
  endRemoval(id: string): Promise<void>;
}

/** The archive in SQL. */
export function createSqlArchive(drizzle: Drizzle): Archive {
  return {
    listRuns: (scope, filter) => listRuns(drizzle, scope, filter),
    forgetRun: (scope, id, at) => forgetRun(drizzle, scope, id, at),
    removeAssets: (scope, ids, options) => removeAssets(drizzle, scope, ids, options),
    expireAssets: (expiry) => expireAssets(drizzle, expiry),
    expireKeys: async ({ at, limit }) => {
      const [answer] = await query<{ readonly count: number }>(
        drizzle,
        sql`
          with old as (
            select account, test, key from idempotency_keys where created_at <= ${at - idempotencyMs}
            order by created_at limit ${limit} for update skip locked
          ),
          gone as (delete from idempotency_keys k using old where (k.account, k.test, k.key) = (old.account, old.test, old.key) returning 1)
          select count(*)::int as count from gone`,
      );
      return answer?.count ?? 0;
    },
    claimRemovals: ({ now, retryAt, limit }) =>
      query<Removal>(
        drizzle,
        sql`
          with due as (
            select id from removals where due_at <= ${now} order by due_at limit ${limit} for update skip locked
          )
          update removals r set due_at = ${retryAt}, attempt = r.attempt + 1 from due where r.id = due.id
          returning r.id, r.kind, r.test, r.vendor, r.target, r.attempt`,
      ),
    endRemoval: async (id) => {
      await attempt(() => drizzle.delete(removals).where(eq(removals.id, id)));
    },
  };
}
