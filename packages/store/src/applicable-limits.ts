import type { Reservation } from '@image-studio/core';
import { amountsOf, minuteAt, monthAt } from '@image-studio/core/memory';
import { type SQL, sql } from 'drizzle-orm';

import { beginPeriod } from './begin-period.ts';
import { type Drizzle, query } from './database.ts';

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

/** The table expression `asked` of one taking: see {@link applicableLimits}. */
export function askedOnce({ account, test, key, user, at, operation, count, micros }: Taking): SQL {
  return sql`
    asked (n, account, test, key, end_user, operation, count, micros, created_at) as (
      values (0, ${account}::text, ${test}::boolean, ${key}::text, ${user}::text, ${operation}::text, ${count}::bigint,
        ${micros}::bigint, ${at}::bigint)
    )`;
}

/**
 * Table expressions over `asked`, rows of one minute: the `payer` of each account with its plan, and `applicable`: for each row each
 * meter that is counted or limited, with the amount wanted and the maximum in force (what was set for account, key or user, else what
 * the plan says). No start: the period was not begun.
 */
export function applicableLimits(at: number): SQL {
  const month = monthAt(at);
  const minute = minuteAt(at);
  return sql`
    payer as materialized (
      select a.id as account, a.active, a.plan_ends_at, p.limits as planned
      from accounts a left join plans p on p.id = a.plan where a.id = any(array(select account from asked))
    ),
    applicable as materialized (
      select r.n, r.account, r.test, s.subject, s.subject_id, w.meter, w.amount, w.position * 10 + s.place as position,
        w.starts_at, w.ends_at, l.meter is null as from_plan,
        case when l.meter is null then (payer.planned -> s.subject ->> w.meter)::bigint else l.max end as max
      from asked r join payer on payer.account = r.account
      left join lateral (
        select starts_at, ends_at from periods
        where account = r.account and starts_at <= r.created_at order by starts_at desc limit 1
      ) newest on true
      left join lateral (select newest.starts_at, newest.ends_at where newest.ends_at > r.created_at) p on true
      cross join lateral (values (0, 'account', r.account), (1, 'key', r.key), (2, 'user', r.end_user)) s (place, subject, subject_id)
      cross join lateral (values
        (0, r.operation, r.count, p.starts_at, p.ends_at), (1, 'spend', r.micros, p.starts_at, p.ends_at),
        (2, 'budget', r.micros, ${month.startsAt}::bigint, ${month.endsAt}::bigint), (3, 'concurrency', 1, 0, null),
        (4, 'requests', 1, 0, ${minute.endsAt}::bigint)
      ) w (position, meter, amount, starts_at, ends_at)
      left join limits l on l.account = r.account and l.test = r.test
        and l.subject = s.subject and l.subject_id = s.subject_id and l.meter = w.meter
      where s.subject_id is not null
        and ((s.subject = 'account' and w.meter <> 'requests') or l.meter is not null or payer.planned -> s.subject ? w.meter)
    )`;
}

/** Makes the period and the meters that a reservation needs, or of these those for money only. In a fixed order, so that two nodes do not wait for each other. */
export async function makeMeters(drizzle: Drizzle, taking: Taking, moneyOnly = false): Promise<void> {
  const { account, at } = taking;
  if (account !== null) await beginPeriod(drizzle, account, at);
  await query(
    drizzle,
    sql`
      with ${askedOnce(taking)}, ${applicableLimits(at)}
      insert into meters (account, test, subject, subject_id, meter, starts_at, ends_at)
      select account, test, subject, subject_id, meter, starts_at, case when meter = 'requests' then null else ends_at end
      from applicable where starts_at is not null and (${!moneyOnly} or meter in ('spend', 'budget'))
      order by subject, subject_id, meter
      on conflict do nothing`,
  );
}
