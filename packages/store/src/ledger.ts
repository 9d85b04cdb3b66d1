import type { Ledger, MeterReading, Scope } from '@image-studio/core';
import { periodAt } from '@image-studio/core/memory';
import { and, desc, eq, lt, sql } from 'drizzle-orm';

import { attempt, type Drizzle, query } from './database.ts';
import { endCall } from './end-call.ts';
import { reserve } from './reserve.ts';
import { usageEvents } from './schema-accounts.ts';

/** The ledger in SQL. Reserving, settling and releasing are one statement each, so many nodes can share a database. */
export function createSqlLedger(drizzle: Drizzle): Ledger {
  return {
    reserve: (reservation) => reserve(drizzle, reservation),

    settle: (lease, { error, ...settlement }) => endCall(drizzle, lease, { step: 'settled', error, ...settlement }),

    release: (lease, release) =>
      endCall(drizzle, lease, { step: 'released', count: 0, costMicros: 0, chargeMicros: 0, ...release }),

    usage: (scope, at) => usage(drizzle, scope, at),

    events: ({ account, test }, { limit, before }) => {
      if (account === null) return Promise.resolve([]);
      const older = before === undefined ? undefined : lt(usageEvents.id, before);
      const own = and(eq(usageEvents.account, account), eq(usageEvents.test, test), older);
      return attempt(() => drizzle.select().from(usageEvents).where(own).orderBy(desc(usageEvents.id)).limit(limit));
    },
  };
}

async function usage(drizzle: Drizzle, { account, test }: Scope, at: number): Promise<readonly MeterReading[]> {
  const { startsAt, endsAt } = periodAt(at);
  const rows = await query<{ readonly reading: Omit<MeterReading, 'startsAt' | 'endsAt'> }>(
    drizzle,
    sql`
      with own_meters as (
        select meter, starts_at, used, held from meters where account = ${account} and test = ${test} and subject = 'account'
      ),
      own_limits as (
        select meter, max from limits where account = ${account} and test = ${test} and subject = 'account'
      )
      select jsonb_build_object('meter', meter, 'used', coalesce(used, 0), 'held', coalesce(held, 0), 'max', max) as reading
      from (select meter from own_meters union select meter from own_limits) names
      left join (select * from own_meters where starts_at is null or starts_at = ${startsAt}) current using (meter)
      left join own_limits using (meter)
      order by meter collate "C"`,
  );
  return rows.map(({ reading }) =>
    reading.meter === 'concurrency' ? { ...reading, startsAt: null, endsAt: null } : { ...reading, startsAt, endsAt },
  );
}
