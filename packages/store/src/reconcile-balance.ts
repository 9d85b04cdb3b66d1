import { type Micros, newId } from '@image-studio/core';
import { sql } from 'drizzle-orm';

import { type Database, query } from './database.ts';
import { createSqlSettings } from './settings.ts';

/** What a vendor's balance at a moment says, in ms since the epoch. */
export interface VendorBalance {
  readonly vendor: string;
  readonly test: boolean;
  readonly micros: Micros;
  readonly at: number;
}

/** By how much a balance fell since it was last looked at, beside the cost that was booked meanwhile. */
export interface BalanceComparison {
  /** When it was last looked at; null = never: there is nothing to compare yet. */
  readonly since: number | null;
  /** Below 0 where money was paid in. */
  readonly takenMicros: Micros;
  readonly bookedMicros: Micros;
  /** Calls that are still open: what the vendor took for them is not booked yet. */
  readonly open: number;
}

/**
 * For vendors that list no bills: compares the fall of their balance with what was booked since the balance was last looked at, in sum,
 * and keeps the new balance for the next time.
 */
export async function reconcileBalance(
  { drizzle }: Pick<Database, 'drizzle'>,
  { vendor, test, micros, at }: VendorBalance,
): Promise<BalanceComparison> {
  const settings = createSqlSettings(drizzle);
  const key = `balance ${vendor} ${test ? 'test' : 'live'}`;
  const last = (await settings.get(key)) as { readonly micros: Micros; readonly at: number } | undefined;
  const since = last?.at ?? at;
  const [found] = await query<{ readonly sums: { readonly booked: Micros; readonly open: number } }>(
    drizzle,
    sql`
      select jsonb_build_object(
        'booked', (
          select coalesce(sum(cost_micros), 0) from usage_events
          where id >= ${firstIdAt(since)} and at > ${since} and at <= ${at} and vendor = ${vendor} and test = ${test} and kind = 'call'
        ),
        'open', (
          select count(*) from calls
          where step not in ('settled', 'released') and test = ${test} and submitted_at is not null
            and split_part(candidates -> candidate ->> 'model', '/', 1) = ${vendor}
        )) as sums`,
  );
  await settings.set(key, { micros, at });
  const { booked: bookedMicros, open } = found!.sums;
  return { since: last?.at ?? null, takenMicros: last === undefined ? 0 : last.micros - micros, bookedMicros, open };
}

/** Below every event id of this moment. */
function firstIdAt(at: number): string {
  return newId('event', Math.max(0, at)).slice(0, 'event_'.length + 10);
}
