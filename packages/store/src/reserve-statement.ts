import type { Reservation } from '@image-studio/core';
import { consentOf, idempotencyMs, inputBytesOf, type Judged, minuteAt } from '@image-studio/core/memory';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

import { applicableLimits } from './applicable-limits.ts';
import { calls, runs } from './schema.ts';

/** What the statement answers to one of its reservations. */
export interface Verdict {
  readonly n: number;
  readonly accepted: boolean;
  readonly active: boolean | null;
  readonly ended: boolean | null;
  /** Its period or some of its meters were not made yet. */
  readonly missing: boolean | null;
  readonly earlier: { readonly run_id: string; readonly request_hash: string } | null;
  /** The limits as they were met, when the reservation would not fit even alone. */
  readonly judged: readonly Judged[] | null;
}

/** A reservation as the statement reads it. */
export interface Written {
  readonly run: string;
  readonly calls: readonly string[];
}

/** The rows of a reservation as JSON, under the names of their columns. */
export function writtenOf({ run, calls: rows, count, micros }: Reservation): Written {
  const facts = { openCalls: rows.length, inputBytes: inputBytesOf(run.request), consent: consentOf(run.request) };
  return {
    run: JSON.stringify({ ...toRow(runs, { ...run, ...facts }), count, micros }),
    calls: rows.map((call) => JSON.stringify(toRow(calls, { ...call, refundedMicros: 0 }))),
  };
}

/**
 * Decides and holds in one statement, for one reservation or for many of one minute. Meter rows are locked in the order of their ids,
 * then judged all together; the idempotency key is the gate; run, calls and what is held hang on what the gate returned. A reservation is
 * accepted when it fits after all those before it, so that whatever is accepted together fits together, and refused when it does not fit
 * alone; one between the two is asked for again. Two traps avoided: updating meters `where it fits` one by one leaks when a later one
 * does not fit, and an update that does not hang on the gate's rows holds again with every repeat.
 */
export function reserveStatement(written: readonly Written[], at: number): SQL {
  const minute = sql`${minuteAt(at).startsAt}::bigint`;
  return sql`
    with asked as materialized (
      select (r.row_number - 1)::int as n, r.* from rows from (json_to_recordset(${listOf(written.map(({ run }) => run))}::json)
        as (${definitionsOf(runs)}, count bigint, micros bigint)) with ordinality r (${columnsOf(runs)}, count, micros, row_number)
    ),
    ${applicableLimits(at)},
    met as materialized (
      select a.*, (
        select id from meters m where m.account = a.account and m.test = a.test and m.subject = a.subject
          and m.subject_id = a.subject_id and m.meter = a.meter and m.starts_at = a.starts_at
      ) as id
      from applicable a
    ),
    locked as materialized (
      select id, used, held, window_at from meters m where id = any(array(select id from met)) order by id for update of m
    ),
    standing as materialized (
      select a.n, a.subject, a.meter, a.amount, a.max, a.from_plan, a.position, id, k.held,
        case when a.meter = 'requests' and k.window_at < ${minute} then 0 else k.used end as used,
        case when a.meter = 'requests' then greatest(a.ends_at, k.window_at + 60000) else a.ends_at end as ends_at,
        sum(a.amount) over (partition by id order by a.n) as up_to_here
      from met a left join locked k using (id)
    ),
    verdict as materialized (
      select n, bool_or(id is null) as missing,
        bool_and(amount = 0 or max is null or used + held + amount <= max) as fits_alone,
        bool_and(amount = 0 or max is null or used + held + up_to_here <= max) as fits,
        array_agg(id order by id) filter (where meter = 'concurrency') as of_run,
        array_agg(id order by id) filter (where meter not in ('concurrency', 'requests')) as of_calls
      from standing group by n
    ),
    fitting as materialized (
      select r.n, r.id, r.account, r.test, r.idempotency_key, r.request_hash, r.created_at
      from asked r join verdict v using (n) join payer using (account)
      where v.fits and not v.missing and payer.active and coalesce(payer.plan_ends_at > r.created_at, true)
    ),
    gate as (
      insert into idempotency_keys (account, test, key, run_id, request_hash, created_at)
      select account, test, idempotency_key, id, request_hash, created_at from fitting where idempotency_key is not null
      on conflict (account, test, key) do update
        set run_id = excluded.run_id, request_hash = excluded.request_hash, created_at = excluded.created_at
        where idempotency_keys.created_at <= excluded.created_at - ${idempotencyMs}::bigint
      returning run_id
    ),
    accepted as materialized (
      select n, id as run_id from fitting where idempotency_key is null or id in (select run_id from gate)
    ),
    new_runs as (
      insert into runs (${columnsOf(runs)}, meter_ids)
      select ${columnsOf(runs, 'r.')}, coalesce(v.of_run, '{}')
      from asked r join accepted using (n) join verdict v using (n)
    ),
    new_calls as (
      insert into calls (${columnsOf(calls)}, meter_ids)
      select ${columnsOf(calls, 'c.')}, coalesce(v.of_calls, '{}')
      from json_to_recordset(${listOf(written.flatMap((one) => one.calls))}::json) as c (${definitionsOf(calls)})
      join accepted a on a.run_id = c.run_id join verdict v using (n)
    ),
    raised as (
      update meters m set max = s.max, held = m.held + case s.meter when 'requests' then 0 else s.amount end,
        used = case s.meter when 'requests' then s.used + s.amount else m.used end,
        window_at = case s.meter when 'requests' then greatest(m.window_at, ${minute}) else m.window_at end
      from (
        select id, meter, used, max, sum(amount)::bigint as amount from standing join accepted using (n) group by id, meter, used, max
      ) s
      where m.id = s.id and m.id = any(array(select id from locked))
    )
    select r.n, a.n is not null as accepted, payer.active, coalesce(payer.plan_ends_at <= r.created_at, false) as ended, v.missing,
      case when a.n is null and r.idempotency_key is not null then (
        select jsonb_build_object('run_id', run_id, 'request_hash', request_hash) from idempotency_keys
        where account = r.account and test = r.test and key = r.idempotency_key and created_at > r.created_at - ${idempotencyMs}::bigint
      ) end as earlier,
      case when not v.fits_alone and not v.missing then (
        select jsonb_agg(jsonb_build_object('subject', subject, 'meter', meter, 'amount', amount, 'max', max, 'used', used,
          'held', held, 'endsAt', ends_at, 'fromPlan', from_plan) order by position)
        from standing where n = r.n
      ) end as judged
    from asked r left join payer using (account) left join verdict v using (n) left join accepted a using (n)
    order by r.n`;
}

const listOf = (rows: readonly string[]) => `[${rows.join(',')}]`;

/** All columns but the meters', which the statement itself finds. */
function writtenColumns(table: PgTable) {
  return Object.entries(getTableColumns(table)).filter(([, { name }]) => name !== 'meter_ids');
}

function columnsOf(table: PgTable, prefix = ''): SQL {
  return sql.raw(
    writtenColumns(table)
      .map(([, { name }]) => `${prefix}"${name}"`)
      .join(', '),
  );
}

function definitionsOf(table: PgTable): SQL {
  return sql.raw(
    writtenColumns(table)
      .map(([, column]) => `"${column.name}" ${column.getSQLType()}`)
      .join(', '),
  );
}

/** A row under its column names; what is null is left out. */
function toRow(table: PgTable, row: object): Readonly<Record<string, unknown>> {
  const values = row as Readonly<Record<string, unknown>>;
  const set = writtenColumns(table).filter(([property]) => values[property] !== null);
  return Object.fromEntries(set.map(([property, { name }]) => [name, values[property]]));
}
