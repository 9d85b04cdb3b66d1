import type { Run, RunState, Scope } from '@image-studio/core';
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';

import type { Drizzle } from './database.ts';
import { ownRun, readRuns } from './read-runs.ts';
import { runs } from './schema.ts';

/** Which runs to list, newest first. `before` is the id of the last row seen. */
export interface RunFilter {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly operation?: string | undefined;
  readonly state?: RunState | undefined;
  /** The account's end user. */
  readonly user?: string | undefined;
}

/** A page of the runs of a scope. */
export function listRuns(
  drizzle: Drizzle,
  scope: Scope,
  { limit, before, operation, state, user }: RunFilter,
): Promise<readonly Run[]> {
  const page = drizzle
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(
        ownRun(scope),
        before === undefined ? undefined : lt(runs.id, before),
        operation === undefined ? undefined : eq(runs.operation, operation),
        user === undefined ? undefined : eq(runs.user, user),
        state === undefined ? undefined : eq(stateInSql, state),
      ),
    )
    .orderBy(desc(runs.id))
    .limit(limit);
  return readRuns(drizzle, inArray(runs.id, page));
}

/** The same derivation as `stateOf` of core. */
const stateInSql = sql<RunState>`(
  select case
    when ${runs.openCalls} > 0 then case
      when bool_and(c.step in ('settled', 'released') or c.step = 'in_doubt' or (c.step = 'submitted' and c.error is not null))
        then 'in_doubt'
      when bool_or(c.step <> 'reserved') then 'running'
      else 'queued' end
    when bool_or(c.outcome = 'succeeded') then 'succeeded'
    when bool_and(c.outcome = 'canceled') then 'canceled'
    else 'failed' end
  from calls c where c.run_id = ${runs.id})`;
