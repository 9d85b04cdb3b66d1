import type { CallRow, Lease } from '@image-studio/core';
import { and, asc, eq, gt, isNotNull, lt, or, sql } from 'drizzle-orm';

import { attempt, type Drizzle } from './database.ts';
import { callColumns } from './read-runs.ts';
import { calls, isOpenById } from './schema.ts';

/** Calls of which nobody knows whether the vendor did and billed the work, for the operator, and calls that nobody drives. */
export interface Doubtful {
  /** Of all accounts, oldest first; `after` is the id of the last row seen. */
  list(page: { readonly limit: number; readonly after?: string | undefined }): Promise<readonly CallRow[]>;
  /** Takes a doubtful call from whoever drives it, for so long. Undefined when it is none (any more). */
  take(id: string, leaseUntil: number): Promise<{ readonly call: CallRow; readonly lease: Lease } | undefined>;
  /** Open calls whose lease was over before this moment: nobody drives them. Their ids, oldest first. */
  abandoned(before: number, limit: number): Promise<readonly string[]>;
}

const inDoubt = or(eq(calls.step, 'in_doubt'), and(eq(calls.step, 'submitted'), isNotNull(calls.error)));

/** Doubtful calls in SQL. */
export function createSqlDoubtful(drizzle: Drizzle): Doubtful {
  return {
    list: ({ limit, after }) => {
      const later = after === undefined ? undefined : gt(calls.id, after);
      return attempt(() =>
        drizzle.select(callColumns).from(calls).where(and(inDoubt, later)).orderBy(asc(calls.id)).limit(limit),
      );
    },
    take: async (id, leaseUntil) => {
      const set = { owner: 'operator', leaseUntil, leaseToken: sql`${calls.leaseToken} + 1` };
      const own = and(eq(calls.id, id), inDoubt);
      const [call] = await attempt(() => drizzle.update(calls).set(set).where(own).returning(callColumns));
      return call && { call, lease: { callId: call.id, leaseToken: call.leaseToken } };
    },
    abandoned: async (before, limit) => {
      const left = and(isOpenById, lt(calls.leaseUntil, before));
      const rows = drizzle.select({ id: calls.id }).from(calls).where(left).orderBy(asc(calls.id)).limit(limit);
      return (await attempt(() => rows)).map(({ id }) => id);
    },
  };
}
