import { newId, type Scope } from '@image-studio/core';
import type { ReportGroup, ReportRow } from '@image-studio/core/memory';
import { type SQL, sql } from 'drizzle-orm';

import { type Drizzle, query } from './database.ts';

const groups: Readonly<Record<ReportGroup, SQL>> = {
  day: sql`to_char(to_timestamp(at / 1000.0) at time zone 'UTC', 'YYYY-MM-DD')`,
  operation: sql`operation`,
  model: sql`model`,
  vendor: sql`vendor`,
  key: sql`key`,
  user: sql`end_user`,
};

/** Sums over the events of a stretch of time. Ids begin with the time, so the index by account finds the stretch. */
export async function readReport(
  drizzle: Drizzle,
  { account, test }: Scope,
  { from, until, by }: { readonly from: number; readonly until: number; readonly by: ReportGroup },
): Promise<readonly ReportRow[]> {
  const rows = await query<{ readonly line: ReportRow }>(
    drizzle,
    sql`
      select jsonb_build_object('group', name, 'calls', count(*) filter (where kind = 'call'),
        'succeeded', count(*) filter (where outcome = 'succeeded'), 'count', sum(count), 'costMicros', sum(cost_micros),
        'chargeMicros', sum(charge_micros)) as line
      from (
        select ${groups[by]} as name, * from usage_events
        where account = ${account} and test = ${test} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}
      ) events
      group by name order by name collate "C" nulls last`,
  );
  return rows.map(({ line }) => line);
}

/** Below every event id of this moment, and above those before. */
function firstIdAt(at: number): string {
  return newId('event', Math.max(0, at)).slice(0, 'event_'.length + 10);
}
