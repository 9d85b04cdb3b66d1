import { type ErrorBody, type Lease, newId } from '@image-studio/core';
import { sql } from 'drizzle-orm';

import { toJson } from './columns.ts';
import { type Drizzle, query } from './database.ts';

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

/**
 * Ends a call as one statement: the call by its lease, its run's count of open calls, holds, meters and the usage event.
 * False when the lease is lost or the call has ended. Charge and count are cut at what was held.
 */
export async function endCall(drizzle: Drizzle, { callId, leaseToken }: Lease, end: End): Promise<boolean> {
  const error = end.error === undefined ? null : toJson(end.error);
  const [answer] = await query<{ readonly ended: boolean }>(
    drizzle,
    sql`
      with ended as (
        update calls set step = ${end.step}, outcome = ${end.outcome}, error = ${error}::jsonb, finished_at = ${end.at},
          cost_micros = ${end.costMicros}, charge_micros = least(${end.chargeMicros}::bigint, held_micros)
        where id = ${callId} and lease_token = ${leaseToken} and step not in ('settled', 'released')
        returning *, least(${end.count}::bigint, (candidates -> 0 ->> 'count')::bigint) as counted,
          candidates -> candidate as chosen
      ),
      -- Siblings that end at once each lower the newest count, so exactly one of them sees 0.
      run as (
        update runs r set open_calls = r.open_calls - 1 from ended where r.id = ended.run_id returning r.*
      ),
      returned as (
        delete from holds h
        using (select id from ended union all select id from run where open_calls = 0) holder
        where h.holder = holder.id returning h.meter_id, h.amount
      ),
      locked as (
        select m.id, m.meter from meters m where m.id in (select meter_id from returned) order by m.id for update of m
      ),
      moved as (
        update meters m set held = m.held - returned.amount, used = m.used + case m.meter
          when 'concurrency' then 0 when 'spend' then ended.charge_micros else ended.counted end
        from locked, returned, ended where m.id = locked.id and returned.meter_id = locked.id
      ),
      event as (
        insert into usage_events (id, account, test, run_id, call_id, end_user, key, operation, vendor, model, outcome,
          error_code, count, quote_micros, cost_micros, charge_micros, at)
        select ${newId('event', end.at)}, run.account, run.test, run.id, ended.id, run.end_user, run.key, run.operation,
          split_part(chosen ->> 'model', '/', 1), chosen ->> 'model', ended.outcome, ended.error ->> 'code', counted,
          (chosen ->> 'quoteMicros')::bigint, ended.cost_micros, ended.charge_micros, ended.finished_at
        from ended, run
      )
      select exists (select from ended) as ended`,
  );
  return answer?.ended === true;
}
