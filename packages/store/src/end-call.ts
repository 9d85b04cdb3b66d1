import { type ErrorBody, type Lease, newId } from '@image-studio/core';
import { expiredCall } from '@image-studio/core/memory';
import { type SQL, sql } from 'drizzle-orm';

import { reachedThreshold, raiseAlerts } from './alerts.ts';
import { toJson } from './columns.ts';
import { type Drizzle, query } from './database.ts';
import { isOpenById } from './schema.ts';

/** How a call ends; what it held and did not use goes back. */
export interface End {
  readonly step: 'settled' | 'released';
  readonly outcome: 'succeeded' | 'failed' | 'canceled';
  readonly count: number;
  readonly costMicros: number;
  readonly chargeMicros: number;
  readonly error: ErrorBody | undefined;
  readonly at: number;
}

/** Ends a call by its lease. False when the lease is lost or the call has ended. Charge and count are cut at what was held. */
export function endCall(drizzle: Drizzle, { callId, leaseToken }: Lease, end: End): Promise<boolean> {
  const error = end.error === undefined ? null : toJson(end.error);
  return endOne(drizzle, {
    which: sql`id = ${callId} and lease_token = ${leaseToken}`,
    set: sql`step = ${end.step}, outcome = ${end.outcome}, error = ${error}::jsonb,
      cost_micros = ${end.costMicros}, charge_micros = least(${end.chargeMicros}::bigint, held_micros)`,
    count: end.count,
    at: end.at,
  });
}

/** Ends a call that nobody drives any more: see `Books.expire`. */
export function expireCall(
  drizzle: Drizzle,
  callId: string,
  { before, at }: { readonly before: number; readonly at: number },
): Promise<boolean> {
  const quote = sql`(candidates -> candidate ->> 'quoteMicros')::bigint`;
  const markup = sql`(select markup_basis_points from runs where runs.id = calls.run_id)`;
  return endOne(drizzle, {
    which: sql`id = ${callId} and lease_until < ${before}`,
    set: sql`outcome = 'failed', step = case step when 'reserved' then 'released' else 'settled' end,
      error = case step when 'reserved' then ${toJson(expiredCall(false))}::jsonb else ${toJson(expiredCall(true))}::jsonb end,
      cost_micros = case step when 'reserved' then 0 else ${quote} end,
      charge_micros = case step when 'reserved' then 0
        else least(held_micros, (${quote} * (10000 + ${markup}) + 5000) / 10000) end`,
    count: 0,
    at,
  });
}

interface Ending {
  readonly which: SQL;
  readonly set: SQL;
  readonly count: number;
  readonly at: number;
}

/** One statement: the call, its run's count of open calls, meters, the usage event and the alerts. */
async function endOne(drizzle: Drizzle, { which, set, count, at }: Ending): Promise<boolean> {
  const [answer] = await query<{ readonly ended: boolean }>(
    drizzle,
    sql`
      with ended as (
        update calls set ${set}, finished_at = ${at} where ${which} and ${isOpenById}
        returning *, (candidates -> 0 ->> 'count')::bigint as held_count, candidates -> candidate as chosen
      ),
      -- Siblings that end at once each lower the newest count, so exactly one of them sees 0.
      run as (
        update runs r set open_calls = r.open_calls - 1 from ended where r.id = ended.run_id returning r.*
      ),
      locked as (
        select m.id, m.meter, m.alerted from meters m where m.id = any(array(
          select unnest(meter_ids) from ended union all select unnest(meter_ids) from run where open_calls = 0
        )) order by m.id for update of m
      ),
      change as (
        select id, case when meter = 'concurrency' then 1 when meter in ('spend', 'budget') then held_micros else held_count end as held,
          case when meter = 'concurrency' then 0 when meter in ('spend', 'budget') then charge_micros
            else least(${count}::bigint, held_count) end as used
        from locked cross join (select held_micros, held_count, charge_micros from ended) ended
      ),
      moved as (
        update meters m set held = m.held - c.held, used = m.used + c.used, alerted = ${reachedThreshold(sql`m.used + c.used`)}
        from change c where m.id = c.id and m.id = any(array(select id from change)) returning m.*
      ),
      ${raiseAlerts(at)},
      event as (
        insert into usage_events (id, kind, account, test, run_id, call_id, end_user, key, operation, vendor, model,
          catalogue_date, outcome, error_code, count, quote_micros, cost_micros, charge_micros, input_bytes, output_bytes,
          consent, held_at, submitted_at, at, meter_ids)
        select ${newId('event', at)}, 'call', run.account, run.test, run.id, ended.id, run.end_user, run.key, run.operation,
          split_part(chosen ->> 'model', '/', 1), chosen ->> 'model', chosen ->> 'asOf', ended.outcome,
          ended.error ->> 'code', least(${count}::bigint, held_count), (chosen ->> 'quoteMicros')::bigint, ended.cost_micros,
          ended.charge_micros, run.input_bytes, (
            select coalesce(sum(size), 0) from assets
            where id = any(array(select jsonb_array_elements_text(ended.assets)))
          ),
          run.consent, run.created_at, ended.submitted_at, ended.finished_at, ended.meter_ids
        from ended, run
      )
      select exists (select from ended) as ended`,
  );
  return answer?.ended === true;
}
