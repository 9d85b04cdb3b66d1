import type { MeterReading, Scope } from '@image-studio/core';
import { isAlwaysCounted, type LimitSubject, minuteAt, monthAt, stretchOf } from '@image-studio/core/memory';
import { sql } from 'drizzle-orm';

import { periodOf } from './begin-period.ts';
import { type Drizzle, query } from './database.ts';

/** The meters of an account, or of one of its keys or users, at a moment; in the order of their names. */
export async function readUsage(
  drizzle: Drizzle,
  { account, test }: Scope,
  at: number,
  whom: LimitSubject = { subject: 'account' },
): Promise<readonly MeterReading[]> {
  const period = account === null ? undefined : await periodOf(drizzle, account, at);
  if (period === undefined) return [];
  const { subject } = whom;
  const subjectId = whom.subject === 'account' ? account : whom.subjectId;
  const rows = await query<{ readonly reading: MeterReading & { readonly limited: boolean } }>(
    drizzle,
    sql`
      with planned as (
        select key as meter, value::text as max
        from accounts a join plans p on p.id = a.plan, jsonb_each(p.limits -> ${subject})
        where a.id = ${account}
      ),
      own_limits as (
        select meter, max from limits
        where account = ${account} and test = ${test} and subject = ${subject} and subject_id = ${subjectId}
      ),
      own_meters as (
        select meter, starts_at, ends_at, used, held, window_at from meters
        where account = ${account} and test = ${test} and subject = ${subject} and subject_id = ${subjectId}
      ),
      names as (
        select meter, ${stretch(period, at)} as starts_at from (
          select meter from own_meters union select meter from own_limits union select meter from planned
        ) every
      )
      select jsonb_build_object('meter', n.meter,
        'limited', l.meter is not null or p.meter is not null,
        'max', case when l.meter is null then nullif(p.max, 'null')::bigint else l.max end,
        'used', coalesce(sum(m.used) filter (where m.starts_at = n.starts_at or m.window_at = n.starts_at), 0),
        'held', coalesce(sum(m.held) filter (where m.starts_at = n.starts_at or n.starts_at is null), 0),
        'previous', coalesce(sum(m.used) filter (where m.ends_at = n.starts_at), 0),
        'total', coalesce(sum(m.used) filter (where n.meter <> 'requests'), 0)) as reading
      from names n left join own_limits l using (meter) left join planned p using (meter) left join own_meters m using (meter)
      group by n.meter, n.starts_at, l.meter, l.max, p.meter, p.max
      order by n.meter collate "C"`,
  );
  return rows.flatMap(({ reading: { limited, ...reading } }) => {
    const { meter } = reading;
    if (!limited && (!isAlwaysCounted(subject, meter) || meter === 'budget')) return [];
    const { startsAt, endsAt } = stretchOf(meter, period, at) ?? { startsAt: null, endsAt: null };
    return [{ ...reading, startsAt, endsAt }];
  });
}

function stretch(period: { readonly startsAt: number }, at: number) {
  return sql`case meter when 'concurrency' then null when 'requests' then ${minuteAt(at).startsAt}::bigint
    when 'budget' then ${monthAt(at).startsAt}::bigint else ${period.startsAt}::bigint end`;
}
