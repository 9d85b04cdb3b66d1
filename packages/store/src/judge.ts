import type { Reservation, StudioError } from '@image-studio/core';
import {
  endedPlan,
  inactiveAccount,
  type Judged,
  minuteAt,
  refusalOf,
  unknownAccount,
} from '@image-studio/core/memory';
import { sql } from 'drizzle-orm';

import { applicableLimits, askedOnce, takingOf } from './applicable-limits.ts';
import { isStorable } from './columns.ts';
import { type Drizzle, query, unstorable } from './database.ts';
import { allPlans } from './plans.ts';

interface Standing {
  readonly active: boolean | null;
  readonly ended: boolean | null;
  readonly judged: readonly Judged[] | null;
}

/** `Ledger.judge`: the limits as `reserve` would meet them, read without locks. A meter that was not made yet is unused. */
export async function judge(drizzle: Drizzle, reservation: Reservation): Promise<StudioError | undefined> {
  const taking = takingOf(reservation);
  const { account, test, key, user, at } = taking;
  if (!isStorable(JSON.stringify([account, key, user]))) throw unstorable();
  const [standing] = await query<Standing>(
    drizzle,
    sql`
      with ${askedOnce(taking)}, ${applicableLimits(at)},
      standing as (
        select a.subject, a.meter, a.amount, a.max, a.from_plan, a.position, coalesce(m.held, 0) as held,
          case when a.meter = 'requests' and m.window_at < ${minuteAt(at).startsAt} then 0 else coalesce(m.used, 0) end as used,
          case when a.meter = 'requests' then greatest(a.ends_at, m.window_at + 60000) else a.ends_at end as ends_at
        from applicable a
        left join meters m on m.account = ${account} and m.test = ${test} and m.subject = a.subject
          and m.subject_id = a.subject_id and m.meter = a.meter and m.starts_at = a.starts_at
      )
      select (select active from payer) as active, (select plan_ends_at <= ${at} from payer) as ended, (
        select jsonb_agg(jsonb_build_object('subject', subject, 'meter', meter, 'amount', amount, 'max', max, 'used', used,
          'held', held, 'endsAt', ends_at, 'fromPlan', from_plan) order by position)
        from standing
      ) as judged`,
  );
  if (standing === undefined || standing.active === null) return unknownAccount();
  if (!standing.active) return inactiveAccount();
  if (standing.ended === true) return endedPlan();
  return refusalOf(standing.judged ?? [], await allPlans(drizzle), at);
}
