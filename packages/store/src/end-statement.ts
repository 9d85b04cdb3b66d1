import { type SQL, sql } from 'drizzle-orm';

import { raiseAlerts, reachedThreshold } from './alerts.ts';
import { isOpenById } from './schema.ts';

/** Calls to end and how. */
export interface Ends {
  /** The calls: id, event (the id of its usage event), count (outputs delivered), files (records of them), at, and what `set` and `which` read. */
  readonly ending: SQL;
  /** Which of them may be ended, over `calls` and `ending` as `e`. */
  readonly which: SQL;
  /** The columns that say how. */
  readonly set: SQL;
  /** The moment of the last. */
  readonly at: number;
}

/** One statement, for one call or many: the calls, their files, the counts of open calls of their runs, meters, usage events and alerts. Answers the ids of the ended. */
export function endStatement({ ending, which, set, at }: Ends): SQL {
  return sql`
    with ending as materialized (${ending}),
    taken as materialized (
      select id from calls where id = any(array(select id from ending)) order by id for update
    ),
    ended as (
      update calls set ${set}, finished_at = e.at from ending e
      where calls.id = e.id and calls.id = any(array(select id from taken)) and ${which} and ${isOpenById}
      returning calls.id, calls.run_id, calls.outcome, calls.error ->> 'code' as error_code, calls.cost_micros, calls.charge_micros,
        calls.held_micros, calls.account, calls.test, calls.submitted_at, calls.finished_at, calls.meter_ids, e.event, e.files,
        (candidates -> 0 ->> 'count')::bigint as held_count, least(e.count, (candidates -> 0 ->> 'count')::bigint) as count,
        candidates -> candidate ->> 'model' as model, candidates -> candidate ->> 'asOf' as as_of,
        (candidates -> candidate ->> 'quoteMicros')::bigint as quote_micros
    ),
    kept as (
      insert into assets (id, key, account, test, run_id, kind, media_type, size, sha256, width, height, seconds, scene, created_at)
      select f.id, f.key, ended.account, ended.test, ended.run_id, f.kind, f."mediaType", f.size, f.sha256, f.width, f.height, f.seconds,
        f.scene, f."createdAt"
      from ended, jsonb_to_recordset(ended.files) as f (id text, key text, kind text, "mediaType" text, size bigint, sha256 text,
        width int, height int, seconds float8, scene jsonb, "createdAt" bigint)
    ),
    -- Siblings that end at once each lower the newest count, so exactly one statement sees 0.
    run as (
      update runs r set open_calls = r.open_calls - e.ended from (
        select run_id, count(*)::int as ended from ended group by run_id
      ) e
      where r.id = e.run_id
      returning r.id, r.account, r.test, r.end_user, r.key, r.operation, r.input_bytes, r.consent, r.created_at, r.open_calls, r.meter_ids
    ),
    freed as materialized (
      select id, sum(held_micros)::bigint as held_micros, sum(held_count)::bigint as held_count,
        sum(charge_micros)::bigint as charge_micros, sum(count)::bigint as count, sum(places)::bigint as places
      from (
        select unnest(meter_ids) as id, held_micros, held_count, charge_micros, count, 0 as places from ended
        union all select unnest(meter_ids), 0, 0, 0, 0, 1 from run where open_calls = 0
      ) every group by id
    ),
    locked as materialized (
      select m.id, m.alerted from meters m where m.id = any(array(select id from freed)) order by m.id for update of m
    ),
    moved as (
      update meters m set held = m.held - f.held, used = m.used + f.used, alerted = ${reachedThreshold(sql`m.used + f.used`)}
      from (
        select m.id, case when m.meter = 'concurrency' then places when m.meter in ('spend', 'budget') then held_micros else held_count end as held,
          case when m.meter = 'concurrency' then 0 when m.meter in ('spend', 'budget') then charge_micros else count end as used
        from freed join meters m using (id)
      ) f
      where m.id = f.id and m.id = any(array(select id from locked))
      returning m.*
    ),
    ${raiseAlerts(at)},
    event as (
      insert into usage_events (id, kind, account, test, run_id, call_id, end_user, key, operation, vendor, model,
        catalogue_date, outcome, error_code, count, quote_micros, cost_micros, charge_micros, input_bytes, output_bytes,
        consent, held_at, submitted_at, at, meter_ids)
      select e.event, 'call', run.account, run.test, run.id, e.id, run.end_user, run.key, run.operation,
        split_part(e.model, '/', 1), e.model, e.as_of, e.outcome, e.error_code, e.count, e.quote_micros, e.cost_micros,
        e.charge_micros, run.input_bytes, (select coalesce(sum((f ->> 'size')::bigint), 0) from jsonb_array_elements(e.files) f),
        run.consent, run.created_at, e.submitted_at, e.finished_at, e.meter_ids
      from ended e join run on run.id = e.run_id
    )
    select id from ended`;
}
