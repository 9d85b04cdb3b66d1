import { fitBetween, type Period, periodAt } from '@image-studio/core/memory';
import { asc, eq, sql } from 'drizzle-orm';

import { attempt, type Drizzle, query } from './database.ts';
import { accounts, periods } from './schema-accounts.ts';

/** The period of an account that a moment belongs to, begun or not; undefined for an unknown account. */
export async function periodOf(drizzle: Drizzle, account: string, at: number): Promise<Period | undefined> {
  const [found] = await query<{ readonly anchor: string; readonly current: Period | null }>(
    drizzle,
    sql`
      select anchor_at::text as anchor, (
        select jsonb_build_object('startsAt', starts_at, 'endsAt', ends_at) from periods
        where account = a.id and starts_at <= ${at} and ends_at > ${at} limit 1
      ) as current
      from accounts a where id = ${account}`,
  );
  if (found === undefined || found.current !== null) return found?.current ?? undefined;
  return fitBetween(periodAt(Number(found.anchor), at), await begunPeriods(drizzle, account), at);
}

/** The periods that were begun, oldest first. */
export function begunPeriods(drizzle: Drizzle, account: string): Promise<readonly Period[]> {
  const columns = { startsAt: periods.startsAt, endsAt: periods.endsAt };
  return attempt(() =>
    drizzle.select(columns).from(periods).where(eq(periods.account, account)).orderBy(asc(periods.startsAt)),
  );
}

/** Writes the period of a moment down, once; those who begin periods of an account do so one after the other. */
export async function beginPeriod(drizzle: Drizzle, account: string, at: number): Promise<void> {
  await attempt(() =>
    drizzle.transaction(async (transaction) => {
      await transaction.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, account)).for('update');
      const period = await periodOf(transaction, account, at);
      if (period !== undefined)
        await transaction
          .insert(periods)
          .values({ account, ...period })
          .onConflictDoNothing();
    }),
  );
}
