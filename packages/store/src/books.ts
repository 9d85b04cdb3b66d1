import { newId, type Scope, StudioError, type UsageEvent } from '@image-studio/core';
import { type Books, type Correction, noAccount, noCall, overcorrected } from '@image-studio/core/memory';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';

import { alertsOf, markTold, raiseAlerts, reachedThreshold, untoldAlerts } from './alerts.ts';
import { makeMeters } from './applicable-limits.ts';
import { attempt, attemptUnless, type Drizzle, query, unstorable } from './database.ts';
import { expireCall } from './end-call.ts';
import { readReport } from './report.ts';
import { accounts } from './schema-accounts.ts';
import { usageEvents } from './schema-ledger.ts';

type EventRow = typeof usageEvents.$inferSelect;

/** The books in SQL. Corrections are transactions: they are rare, and a reference that exists already undoes them. */
export function createSqlBooks(drizzle: Drizzle): Books {
  return {
    expire: (callId, when) => expireCall(drizzle, callId, when),
    refund: (scope, callId, correction) =>
      once(drizzle, scope, correction, (transaction) => refund(transaction, scope, callId, correction)),
    adjust: (scope, correction) => adjust(drizzle, scope, correction),
    alerts: (scope, page) => alertsOf(drizzle, scope, page),
    untoldAlerts: (limit) => untoldAlerts(drizzle, limit),
    markTold: (ids, at) => markTold(drizzle, ids, at),
    report: (scope, of) => readReport(drizzle, scope, of),
  };
}

/** Does a correction unless its reference was used: then the event that was written first is the answer. */
async function once(
  drizzle: Drizzle,
  { account, test }: Scope,
  { reference, reason }: Correction,
  task: (transaction: Drizzle) => Promise<EventRow>,
  prepare: () => Promise<void> = async () => {},
): Promise<UsageEvent> {
  if ([reference, reason].some((text) => text.includes('\0') || !text.isWellFormed())) throw unstorable();
  const byReference = and(
    eq(usageEvents.account, account ?? ''),
    eq(usageEvents.test, test),
    eq(usageEvents.reference, reference),
  );
  for (let tries = 0; tries < 2; tries++) {
    const [earlier] = await attempt(() => drizzle.select().from(usageEvents).where(byReference));
    if (earlier !== undefined) return shown(earlier);
    await prepare();
    const made = await attemptUnless('usage_events_by_reference', () => drizzle.transaction(task));
    if (made !== undefined) return shown(made);
  }
  throw new StudioError('internal', 'A correction was neither written nor found.');
}

async function refund(
  transaction: Drizzle,
  { account, test }: Scope,
  callId: string,
  correction: Correction,
): Promise<EventRow> {
  const own = and(eq(usageEvents.account, account ?? ''), eq(usageEvents.test, test), eq(usageEvents.callId, callId));
  const [charged] = await transaction
    .select()
    .from(usageEvents)
    .where(and(own, eq(usageEvents.kind, 'call')));
  if (charged === undefined) throw noCall();
  const taken = await query(
    transaction,
    sql`
      update calls set refunded_micros = refunded_micros + ${correction.micros}
      where id = ${callId} and charge_micros - refunded_micros >= ${correction.micros} and ${correction.micros}::bigint > 0
      returning id`,
  );
  if (taken.length === 0) throw overcorrected();
  const event = { ...charged, ...correctionFields(correction), kind: 'refund' as const };
  return write(transaction, { ...event, chargeMicros: -correction.micros });
}

async function adjust(drizzle: Drizzle, scope: Scope, correction: Correction): Promise<UsageEvent> {
  const { account, test } = scope;
  const { at } = correction;
  const known = await attempt(() =>
    drizzle
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.id, account ?? '')),
  );
  if (account === null || known.length === 0) throw noAccount();
  const taking = { account, test, key: null, user: null, at, operation: 'spend', count: 0, micros: 0 };
  const prepare = () => makeMeters(drizzle, taking, true);
  const charge = async (transaction: Drizzle) => {
    const counted = await query<{ readonly id: string }>(
      transaction,
      sql`
        select id::text from meters
        where account = ${account} and test = ${test} and subject = 'account' and subject_id = ${account}
          and meter in ('spend', 'budget') and starts_at <= ${at} and ends_at > ${at}`,
    );
    const meterIds = counted.map(({ id }) => Number(id));
    return write(transaction, { ...nobodys, account, test, ...correctionFields(correction), heldAt: at, meterIds });
  };
  return once(drizzle, scope, correction, charge, prepare);
}

/** Writes the event and moves the meters for money that it names. Throws `conflict` when one would fall below 0. */
async function write(transaction: Drizzle, event: EventRow): Promise<EventRow> {
  const ids = sql`array(select jsonb_array_elements_text(${JSON.stringify(event.meterIds)}::jsonb)::bigint)`;
  const [least] = await query<{ readonly below: boolean | null }>(
    transaction,
    sql`
      with locked as (
        select id, used from meters where id = any(${ids}) and meter in ('spend', 'budget') order by id for update
      )
      select bool_or(used + ${event.chargeMicros}::bigint < 0) as below from locked`,
  );
  if (least?.below) throw overcorrected();
  await transaction.insert(usageEvents).values(event);
  await query(
    transaction,
    sql`
      with locked as (select id, alerted from meters where id = any(${ids}) and meter in ('spend', 'budget')),
      moved as (
        update meters m set used = m.used + ${event.chargeMicros}::bigint,
          alerted = ${reachedThreshold(sql`m.used + ${event.chargeMicros}::bigint`)}
        from locked where m.id = locked.id returning m.*
      ),
      ${raiseAlerts(event.at)}
      select 1 as done`,
  );
  return event;
}

function correctionFields({ reference, reason, micros, at }: Correction) {
  const nothing = { outcome: null, errorCode: null, count: 0, quoteMicros: 0, costMicros: 0, inputBytes: 0 };
  return { ...nothing, outputBytes: 0, id: newId('event', at), reference, reason, chargeMicros: micros, at };
}

const nobodys = {
  ...(Object.fromEntries(Object.keys(getTableColumns(usageEvents)).map((name) => [name, null])) as {
    [Name in keyof EventRow as null extends EventRow[Name] ? Name : never]: null;
  }),
  kind: 'adjustment' as const,
};

function shown({ meterIds: _, ...event }: EventRow): UsageEvent {
  return event;
}
