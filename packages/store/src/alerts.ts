import { newId, type Scope } from '@image-studio/core';
import type { Alert } from '@image-studio/core/memory';
import { and, asc, desc, eq, getTableColumns, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';

import { attempt, type Drizzle } from './database.ts';
import { alerts } from './schema-ledger.ts';

/** For the `alerted` column of a meter `m`: the highest threshold that so much use reaches, and never less than before. */
export function reachedThreshold(used: SQL): SQL {
  return sql`greatest(m.alerted, case when m.max > 0 then case
    when (${used}) >= m.max then 100 when (${used}) * 100 >= m.max * 95 then 95
    when (${used}) * 100 >= m.max * 80 then 80 when (${used}) * 100 >= m.max * 50 then 50 else 0 end else 0 end)`;
}

/**
 * A table expression that writes the alerts of meters that came past a threshold: of `moved` (after) and `locked` (before). Meters are
 * locked while they move, so each threshold is passed once; the unique index is a second guard.
 */
export function raiseAlerts(at: number): SQL {
  return sql`
    raised as (
      insert into alerts (id, account, test, subject, subject_id, meter, threshold, max, used, starts_at, ends_at, at)
      select ${newId('alert', at)}::text || '_' || moved.id || '_' || lpad(threshold::text, 3, '0'), moved.account, moved.test,
        moved.subject, moved.subject_id, moved.meter, threshold, moved.max, moved.used, moved.starts_at, moved.ends_at, ${at}::bigint
      from moved join locked using (id) cross join unnest(array[50, 80, 95, 100]) threshold
      where moved.alerted > locked.alerted and threshold > locked.alerted and threshold <= moved.alerted
      on conflict do nothing
    )`;
}

const { toldAt: _toldAt, ...shown } = getTableColumns(alerts);

/** Newest first. */
export async function alertsOf(
  drizzle: Drizzle,
  { account, test }: Scope,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<readonly Alert[]> {
  if (account === null) return [];
  const older = before === undefined ? undefined : lt(alerts.id, before);
  const own = and(eq(alerts.account, account), eq(alerts.test, test), older);
  const read = () => drizzle.select(shown).from(alerts).where(own).orderBy(desc(alerts.id)).limit(limit);
  return (await attempt(read)).map(toAlert);
}

/** Oldest first. */
export async function untoldAlerts(drizzle: Drizzle, limit: number): Promise<readonly Alert[]> {
  const read = () =>
    drizzle.select(shown).from(alerts).where(isNull(alerts.toldAt)).orderBy(asc(alerts.id)).limit(limit);
  return (await attempt(read)).map(toAlert);
}

/** Answers the ids that were not told before. */
export async function markTold(drizzle: Drizzle, ids: readonly string[], at: number): Promise<readonly string[]> {
  const untold = and(inArray(alerts.id, [...ids]), isNull(alerts.toldAt));
  const update = () => drizzle.update(alerts).set({ toldAt: at }).where(untold).returning({ id: alerts.id });
  return (await attempt(update)).map(({ id }) => id);
}

/** The start 0 means for ever. */
function toAlert({ startsAt, ...alert }: Omit<typeof alerts.$inferSelect, 'toldAt'>): Alert {
  return { ...alert, startsAt: startsAt === 0 ? null : startsAt };
}
