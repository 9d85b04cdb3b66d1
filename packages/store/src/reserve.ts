import { type Reservation, type Reserved, StudioError } from '@image-studio/core';
import {
  consentOf,
  endedPlan,
  idempotencyMs,
  inactiveAccount,
  inputBytesOf,
  type Judged,
  minuteAt,
  refusalOf,
  unknownAccount,
} from '@image-studio/core/memory';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

import { applicableLimits, makeMeters, type Taking, takingOf } from './applicable-limits.ts';
import { isStorable, toJson } from './columns.ts';
import { type Drizzle, query, unstorable } from './database.ts';
import { allPlans } from './plans.ts';
import { calls, runs } from './schema.ts';

interface Earlier {
  readonly run_id: string;
  readonly request_hash: string;
}

interface Verdict {
  readonly accepted: boolean;
  readonly active: boolean | null;
  readonly ended: boolean | null;
  readonly missing: boolean | null;
  readonly earlier: Earlier | null;
  readonly judged: readonly Judged[] | null;
}

/** `Ledger.reserve` as one statement; others make the meters of a new period, once. */
export async function reserve(drizzle: Drizzle, reservation: Reservation): Promise<Reserved> {
  const { run } = reservation;
  const taking = takingOf(reservation);
  if (!isStorable(JSON.stringify(reservation))) throw unstorable();
  const statement = reserveStatement(reservation, taking);
  for (let tries = 1; tries <= 5; tries++) {
    const [verdict] = await query<Verdict>(drizzle, statement);
    if (verdict?.accepted) return { runId: run.id, attached: false };
    if (verdict?.earlier) return attach(verdict.earlier, run.requestHash);
    if (verdict?.active === null) throw unknownAccount();
    if (verdict?.active === false) throw inactiveAccount();
    if (verdict?.ended) throw endedPlan();
    if (verdict?.missing) await makeMeters(drizzle, taking);
    else if (verdict?.judged) await refuse(drizzle, verdict.judged, run.createdAt);
    // Otherwise a run with the same idempotency key was accepted meanwhile: the next try sees it.
  }
  throw new StudioError('internal', 'This run was neither accepted nor refused.');
}

function attach({ run_id: runId, request_hash: requestHash }: Earlier, wanted: string): Reserved {
  if (requestHash === wanted) return { runId, attached: true };
  throw new StudioError('conflict', 'This idempotency key was used for another request.');
}

async function refuse(drizzle: Drizzle, judged: readonly Judged[], at: number): Promise<void> {
  const refusal = refusalOf(judged, await allPlans(drizzle), at);
  if (refusal !== undefined) throw refusal;
}

/**
 * Meter rows are locked in the order of their ids, then judged all together; the idempotency key is the gate; run, calls and what is
 * held hang on what the gate returned. Two traps avoided: updating meters `where it fits` one by one leaks when a later one does not
 * fit, and an update that does not hang on the gate's rows holds again with every repeat.
 */
function reserveStatement({ run, calls: rows }: Reservation, taking: Taking): SQL {
  const { account, test, at } = taking;
  const { idempotencyKey: key, requestHash, createdAt } = run;
  const over = createdAt - idempotencyMs;
  const minute = minuteAt(at).startsAt;
  const facts = { openCalls: rows.length, inputBytes: inputBytesOf(run.request), consent: consentOf(run.request) };
  return sql`
    with ${applicableLimits(taking)},
    earlier as (
      select run_id, request_hash from idempotency_keys
      where account = ${account} and test = ${test} and key = ${key} and created_at > ${over}
    ),
    locked as (
      select m.id, m.subject, m.meter, m.used, m.held, m.window_at from applicable a
      join meters m on m.account = ${account} and m.test = ${test} and m.subject = a.subject and m.subject_id = a.subject_id
        and m.meter = a.meter and m.starts_at = a.starts_at
      order by m.id for update of m
    ),
    standing as materialized (
      select a.subject, a.meter, a.amount, a.max, a.from_plan, a.position, k.id, k.held,
        case when a.meter = 'requests' and k.window_at < ${minute} then 0 else k.used end as used,
        case when a.meter = 'requests' then greatest(a.ends_at, k.window_at + 60000) else a.ends_at end as ends_at
      from applicable a left join locked k using (subject, meter)
    ),
    verdict as (
      select bool_or(id is null) as missing, coalesce((select active and not ended from payer), false)
        and coalesce(bool_and(amount = 0 or max is null or used + held + amount <= max), false) as passed
      from standing
    ),
    gate as (
      insert into idempotency_keys (account, test, key, run_id, request_hash, created_at)
      select ${account}, ${test}::boolean, ${key}::text, ${run.id}, ${requestHash}, ${createdAt}::bigint
      from verdict where passed and not missing and ${key}::text is not null
      on conflict (account, test, key) do update
        set run_id = excluded.run_id, request_hash = excluded.request_hash, created_at = excluded.created_at
        where idempotency_keys.created_at <= ${over}
      returning run_id
    ),
    accepted as (
      select run_id from gate
      union all select ${run.id} from verdict where passed and not missing and ${key}::text is null
    ),
    new_run as (
      insert into runs (${columnsOf(runs)}, meter_ids)
      select ${columnsOf(runs, 'r.')}, array(select id from standing where meter = 'concurrency' order by id)
      from accepted, jsonb_populate_recordset(null::runs, ${toJson([toRow(runs, { ...run, ...facts })])}::jsonb) r
    ),
    new_calls as (
      insert into calls (${columnsOf(calls)}, meter_ids)
      select ${columnsOf(calls, 'c.')}, array(select id from standing where meter not in ('concurrency', 'requests') order by id)
      from accepted, jsonb_populate_recordset(null::calls, ${toJson(rows.map(callRow))}::jsonb) c
    ),
    raised as (
      update meters m set max = s.max, held = m.held + case s.meter when 'requests' then 0 else s.amount end,
        used = case s.meter when 'requests' then s.used + s.amount else m.used end,
        window_at = case s.meter when 'requests' then greatest(m.window_at, ${minute}) else m.window_at end
      from accepted, standing s where m.id = s.id and m.id = any(array(select id from standing))
    )
    select exists (select from accepted) as accepted, (select active from payer) as active, (select ended from payer) as ended,
      verdict.missing, (select to_jsonb(e) from earlier e) as earlier,
      case when not passed and not missing then (
        select jsonb_agg(jsonb_build_object('subject', subject, 'meter', meter, 'amount', amount, 'max', max, 'used', used,
          'held', held, 'endsAt', ends_at, 'fromPlan', from_plan) order by position)
        from standing
      ) end as judged
    from verdict`;
}

const callRow = (call: Reservation['calls'][number]) => toRow(calls, { ...call, refundedMicros: 0 });

/** The names of all columns but the meters', which the statement itself finds. */
function columnsOf(table: PgTable, prefix = ''): SQL {
  const names = Object.values(getTableColumns(table)).map(({ name }) => name);
  return sql.raw(names.flatMap((name) => (name === 'meter_ids' ? [] : [`${prefix}"${name}"`])).join(', '));
}

/** A row under its column names. */
function toRow(table: PgTable, row: object): Readonly<Record<string, unknown>> {
  const values = row as Readonly<Record<string, unknown>>;
  const columns = Object.entries(getTableColumns(table));
  return Object.fromEntries(columns.map(([property, column]) => [column.name, values[property]]));
}
