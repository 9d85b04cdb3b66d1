import type { Reservation } from '@image-studio/core';
import { amountsOf, minuteAt, monthAt } from '@image-studio/core/memory';
import { type SQL, sql } from 'drizzle-orm';

import { type Drizzle, query } from './database.ts';
import { beginPeriod } from './begin-period.ts';

/** What a reservation takes, from whom, and when. */
export interface Taking {
  readonly account: string | null;
  readonly test: boolean;
  readonly key: string | null;
  readonly user: string | null;
  readonly at: number;
  readonly operation: string;
  readonly count: number;
  readonly micros: number;
}

/** What a reservation takes. Throws `internal` when its calls do not add up. */
export function takingOf(reservation: Reservation): Taking {
  amountsOf(reservation);
  const { run, count, micros } = reservation;
  const { account, test, key, user, operation, createdAt } = run;
  return { account, test, key, user, operation, count, micros, at: createdAt };
}

/**
 * Common table expressions: the `payer` with its plan, the running `period`, and `applicable`: each meter that is counted or limited,
 * with the amount wanted and the maximum in force (what was set for account, key or user, else what the plan says).
 */
export function applicableLimits({ account, test, key, user, at, operation, count, micros }: Taking): SQL {
  const month = monthAt(at);
  const minute = minuteAt(at);
  return sql`
    payer as (
      select a.active, coalesce(a.plan_ends_at <= ${at}, false) as ended, p.limits as planned
      from accounts a left join plans p on p.id = a.plan where a.id = ${account}
    ),
    period as (
      select starts_at, ends_at from periods
      where account = ${account} and starts_at <= ${at} and ends_at > ${at} limit 1
    ),
    wanted (position, meter, amount, starts_at, ends_at) as (
      values (0, ${operation}::text, ${count}::bigint, null::bigint, null::bigint), (1, 'spend', ${micros}::bigint, null, null),
        (2, 'budget', ${micros}::bigint, ${month.startsAt}::bigint, ${month.endsAt}::bigint), (3, 'concurrency', 1, 0, null),
        (4, 'requests', 1, 0, ${minute.endsAt}::bigint)
    ),
    subjects (place, subject, subject_id) as (
      values (0, 'account', ${account}::text), (1, 'key', ${key}::text), (2, 'user', ${user}::text)
    ),
    applicable as (
      select s.subject, s.subject_id, w.meter, w.amount, w.position * 10 + s.place as position, l.meter is null as from_plan,
        coalesce(w.starts_at, period.starts_at) as starts_at,
        case when w.starts_at is null then period.ends_at else w.ends_at end as ends_at,
        case when l.meter is null then (payer.planned -> s.subject ->> w.meter)::bigint else l.max end as max
      from payer cross join wanted w join subjects s on s.subject_id is not null
      left join period on true
      left join limits l on l.account = ${account} and l.test = ${test}
        and l.subject = s.subject and l.subject_id = s.subject_id and l.meter = w.meter
      where (s.subject = 'account' and w.meter <> 'requests') or l.meter is not null or payer.planned -> s.subject ? w.meter
    )`;
}

/** Makes the period and the meters that a reservation needs, or of these those for money only. In a fixed order, so that two nodes do not wait for each other. */
export async function makeMeters(drizzle: Drizzle, taking: Taking, moneyOnly = false): Promise<void> {
  const { account, test, at } = taking;
  if (account !== null) await beginPeriod(drizzle, account, at);
  await query(
    drizzle,
    sql`
      with ${applicableLimits(taking)}
      insert into meters (account, test, subject, subject_id, meter, starts_at, ends_at)
      select ${account}::text, ${test}::boolean, subject, subject_id, meter, starts_at, case when meter = 'requests' then null else ends_at end
      from applicable where starts_at is not null and (${!moneyOnly} or meter in ('spend', 'budget'))
      order by subject, subject_id, meter
      on conflict do nothing`,
  );
}
