import { type LimitRefusal, type Reservation, type Reserved, StudioError } from '@image-studio/core';
import {
  amountsOf,
  heldCount,
  idempotencyMs,
  inactiveAccount,
  limitExceeded,
  periodAt,
  unknownAccount,
} from '@image-studio/core/memory';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

import { toJson } from './columns.ts';
import { type Drizzle, query, unstorable } from './database.ts';
import { calls, runs } from './schema.ts';

interface Earlier {
  readonly run_id: string;
  readonly request_hash: string;
}

interface Verdict {
  readonly accepted: boolean;
  readonly active: boolean | null;
  readonly missing: boolean;
  readonly earlier: Earlier | null;
  readonly refusal: (LimitRefusal & { readonly endsAt: number | null }) | null;
}

/** `Ledger.reserve` as one statement; a second one makes the meters of a new period, once. */
export async function reserve(drizzle: Drizzle, reservation: Reservation): Promise<Reserved> {
  const { run } = reservation;
  if (toJson(reservation) !== JSON.stringify(reservation)) throw unstorable();
  const context = contextOf(reservation);
  const statement = reserveStatement(reservation, context);
  for (let tries = 1; tries <= 5; tries++) {
    const [verdict] = await query<Verdict>(drizzle, statement);
    if (verdict?.accepted) return { runId: run.id, attached: false };
    if (verdict?.earlier) return attach(verdict.earlier, run.requestHash);
    if (verdict?.active === null) throw unknownAccount();
    if (verdict?.active === false) throw inactiveAccount();
    if (verdict?.missing) await query(drizzle, metersStatement(context));
    else if (verdict?.refusal) throw limitExceeded(verdict.refusal);
    // Otherwise a run with the same idempotency key was accepted meanwhile: the next try sees it.
  }
  throw new StudioError('internal', 'This run was neither accepted nor refused.');
}

function attach({ run_id: runId, request_hash: requestHash }: Earlier, wanted: string): Reserved {
  if (requestHash === wanted) return { runId, attached: true };
  throw new StudioError('conflict', 'This idempotency key was used for another request.');
}

/** Common table expressions: `wanted` amounts, `subjects`, and the `applicable` limits of the account, the key and the user. */
function contextOf(reservation: Reservation) {
  const { account, test, key, user, createdAt } = reservation.run;
  const subjects = [
    { position: 0, subject: 'account', subject_id: account },
    ...(key === null ? [] : [{ position: 1, subject: 'key', subject_id: key }]),
    ...(user === null ? [] : [{ position: 2, subject: 'user', subject_id: user }]),
  ];
  const wanted = amountsOf(reservation).map((amount, position) => ({ position, ...amount }));
  const { startsAt, endsAt } = periodAt(createdAt);
  const applicable = sql`
    wanted as (select * from jsonb_to_recordset(${toJson(wanted)}::jsonb) as w (position int, meter text, amount bigint)),
    subjects as (select * from jsonb_to_recordset(${toJson(subjects)}::jsonb) as s (position int, subject text, subject_id text)),
    applicable as (
      select s.subject, s.subject_id, w.meter, w.amount, l.max, w.position * 10 + s.position as position,
        case w.meter when 'concurrency' then null else ${startsAt}::bigint end as starts_at,
        case w.meter when 'concurrency' then null else ${endsAt}::bigint end as ends_at
      from wanted w cross join subjects s
      left join limits l on l.account = ${account} and l.test = ${test}
        and l.subject = s.subject and l.subject_id = s.subject_id and l.meter = w.meter
      where s.subject = 'account' or l.meter is not null
    )`;
  return { account, test, applicable };
}

/**
 * Meter rows are locked in the order of their ids, then judged all together; the idempotency key is the gate; run, calls and holds
 * hang on what the gate returned. Two traps avoided: updating meters `where it fits` one by one leaks when a later one does not
 * fit, and an update that does not hang on the gate's rows holds again with every repeat.
 */
function reserveStatement(reservation: Reservation, context: ReturnType<typeof contextOf>): SQL {
  const { run } = reservation;
  const { account, test, applicable } = context;
  const { idempotencyKey: key, requestHash, createdAt } = run;
  const over = createdAt - idempotencyMs;
  const row = toJson([toRow(runs, { ...run, openCalls: reservation.calls.length })]);
  const rows = toJson(reservation.calls.map((call) => toRow(calls, call)));
  return sql`
    with ${applicable},
    payer as (select active from accounts where id = ${account}),
    earlier as (
      select run_id, request_hash from idempotency_keys
      where account = ${account} and test = ${test} and key = ${key} and created_at > ${over}
    ),
    locked as (
      select m.id, m.subject, m.subject_id, m.meter, m.used, m.held from meters m
      where m.account = ${account} and m.test = ${test} and exists (
        select from applicable a where a.subject = m.subject and a.subject_id = m.subject_id and a.meter = m.meter
          and a.starts_at is not distinct from m.starts_at
      )
      order by m.id for update of m
    ),
    judged as materialized (
      select a.*, k.id, k.used, k.held, a.amount = 0 or a.max is null or k.used + k.held + a.amount <= a.max as fits
      from applicable a left join locked k using (subject, subject_id, meter)
    ),
    verdict as (
      select bool_or(id is null) as missing, coalesce(bool_and(fits), false) and coalesce((select active from payer), false) as passed
      from judged
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
      insert into runs select r.* from accepted, jsonb_populate_recordset(null::runs, ${row}::jsonb) r
    ),
    new_calls as (
      insert into calls select c.* from accepted, jsonb_populate_recordset(null::calls, ${rows}::jsonb) c
    ),
    new_holds as (
      insert into holds (holder, meter_id, amount)
      select h.holder, j.id, h.amount
      from accepted, jsonb_to_recordset(${toJson(holdsOf(reservation))}::jsonb) as h (holder text, meter text, amount bigint)
      join judged j on j.meter = h.meter
    ),
    raised as (update meters m set held = m.held + j.amount from accepted, judged j where m.id = j.id)
    select exists (select from accepted) as accepted, (select active from payer) as active, verdict.missing,
      (select to_jsonb(e) from earlier e) as earlier,
      (
        select jsonb_build_object('subject', subject, 'meter', meter, 'amount', amount, 'max', max, 'used', used, 'held', held, 'endsAt', ends_at)
        from judged where not fits order by position limit 1
      ) as refusal
    from verdict`;
}

/** In a fixed order, so that two nodes which both begin a period do not wait for each other. */
function metersStatement({ account, test, applicable }: ReturnType<typeof contextOf>): SQL {
  return sql`
    with ${applicable}
    insert into meters (account, test, subject, subject_id, meter, starts_at, ends_at)
    select ${account}, ${test}::boolean, subject, subject_id, meter, starts_at, ends_at from applicable
    order by subject, subject_id, meter
    on conflict do nothing`;
}

function holdsOf({ run, calls: rows }: Reservation) {
  return [
    { holder: run.id, meter: 'concurrency', amount: 1 },
    ...rows.flatMap((call) => [
      { holder: call.id, meter: run.operation, amount: heldCount(call) },
      { holder: call.id, meter: 'spend', amount: call.heldMicros },
    ]),
  ];
}

/** A row under its column names. */
function toRow(table: PgTable, row: object): Readonly<Record<string, unknown>> {
  const values = row as Readonly<Record<string, unknown>>;
  const columns = Object.entries(getTableColumns(table));
  return Object.fromEntries(columns.map(([property, column]) => [column.name, values[property]]));
}
