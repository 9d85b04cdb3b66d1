import type { CallRow, Lease } from '@image-studio/core';
import { and, asc, eq, gt, inArray, isNotNull, lt, notInArray, or, sql } from 'drizzle-orm';

import { attempt, type Drizzle } from './database.ts';
import { callColumns } from './read-runs.ts';
import { calls } from './schema.ts';

/**
 * Calls for the operator to decide about: those of which nobody knows whether the vendor did and billed the work, and those that nobody
 * drives, since the vendor's key was removed, say.
 */
export interface Doubtful {
  /** Of all accounts, oldest first; `after` is the id of the last row seen. Nobody drives what was due and without a lease before `left`. */
  list(page: {
    readonly limit: number;
    readonly left: number;
    readonly after?: string | undefined;
  }): Promise<readonly CallRow[]>;
  /** Takes such a call from whoever drives it, for so long. Undefined when it is none (any more). */
  take(
    id: string,
    lease: { readonly left: number; readonly leaseUntil: number },
  ): Promise<{ readonly call: CallRow; readonly lease: Lease } | undefined>;
  /** Open calls whose lease was over before this moment: nobody drives them. Their ids, oldest first. */
  abandoned(before: number, limit: number): Promise<readonly string[]>;
}

// By the index of open calls: those that ended are many.
const isOpen = notInArray(calls.step, ['settled', 'released']);
const inDoubt = or(
  eq(calls.step, 'in_doubt'),
  and(inArray(calls.step, ['submitted', 'produced']), isNotNull(calls.error)),
);

const toDecide = (left: number) => and(isOpen, or(inDoubt, and(lt(calls.leaseUntil, left), lt(calls.dueAt, left))));

/** Doubtful calls in SQL. */
export function createSqlDoubtful(drizzle: Drizzle): Doubtful {
  return {
    list: ({ limit, left, after }) => {
      const own = and(toDecide(left), after === undefined ? undefined : gt(calls.id, after));
      const read = () => drizzle.select(callColumns).from(calls).where(own).orderBy(asc(calls.id)).limit(limit);
      return attempt(read);
    },
    take: async (id, { left, leaseUntil }) => {
      const set = { owner: 'operator', leaseUntil, leaseToken: sql`${calls.leaseToken} + 1` };
      const own = and(eq(calls.id, id), toDecide(left));
      const [call] = await attempt(() => drizzle.update(calls).set(set).where(own).returning(callColumns));
      return call && { call, lease: { callId: call.id, leaseToken: call.leaseToken } };
    },
    abandoned: async (before, limit) => {
      const left = and(isOpen, lt(calls.leaseUntil, before));
      const rows = drizzle.select({ id: calls.id }).from(calls).where(left).orderBy(asc(calls.id)).limit(limit);
      return (await attempt(() => rows)).map(({ id }) => id);
    },
  };
}
