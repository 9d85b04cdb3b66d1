import type { UsageEvent } from '@image-studio/core';
import type { Alert } from '@image-studio/core/memory';
import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';

import { idColumn, whole } from './columns.ts';

/**
 * What was used and is held, per period; start 0: for ever. Locked in the order of their ids. `held` is the sum over the open calls and
 * runs that name the meter, `used` the sum over the events that name it. `requests` counts the minute at `window_at` only.
 */
export const meters = pgTable(
  'meters',
  {
    id: whole('id').primaryKey().generatedAlwaysAsIdentity(),
    account: text('account').notNull(),
    test: boolean('test').notNull(),
    subject: text('subject').$type<Alert['subject']>().notNull(),
    subjectId: text('subject_id').notNull(),
    meter: text('meter').notNull(),
    startsAt: whole('starts_at').notNull(),
    endsAt: whole('ends_at'),
    used: whole('used').notNull().default(0),
    held: whole('held').notNull().default(0),
    windowAt: whole('window_at').notNull().default(0),
    /** The limit at the last reservation; null = unlimited. */
    max: whole('max'),
    /** The highest threshold alerted of, in percent. */
    alerted: integer('alerted').notNull().default(0),
  },
  (row) => [
    unique('meters_of_a_period').on(row.account, row.test, row.subject, row.subjectId, row.meter, row.startsAt),
    check('meters_used', sql`used >= 0`),
    check('meters_held', sql`held >= 0`),
  ],
);

/** What every ended call and every correction leaves behind; only ever inserted. */
export const usageEvents = pgTable(
  'usage_events',
  {
    id: idColumn('id').primaryKey(),
    kind: text('kind').$type<UsageEvent['kind']>().notNull(),
    account: text('account').notNull(),
    test: boolean('test').notNull(),
    runId: idColumn('run_id'),
    callId: idColumn('call_id'),
    user: text('end_user'),
    key: text('key'),
    operation: text('operation'),
    vendor: text('vendor'),
    model: text('model'),
    catalogueDate: text('catalogue_date'),
    outcome: text('outcome').$type<UsageEvent['outcome']>(),
    errorCode: text('error_code'),
    count: whole('count').notNull(),
    quoteMicros: whole('quote_micros').notNull(),
    costMicros: whole('cost_micros').notNull(),
    chargeMicros: whole('charge_micros').notNull(),
    inputBytes: whole('input_bytes').notNull(),
    outputBytes: whole('output_bytes').notNull(),
    consent: text('consent'),
    reference: text('reference'),
    reason: text('reason'),
    heldAt: whole('held_at').notNull(),
    submittedAt: whole('submitted_at'),
    at: whole('at').notNull(),
    /** The meters in which it is counted. */
    meterIds: bigint('meter_ids', { mode: 'number' }).array().notNull(),
  },
  (row) => [
    uniqueIndex('usage_events_by_call')
      .on(row.callId)
      .where(sql`kind = 'call'`),
    uniqueIndex('usage_events_by_reference')
      .on(row.account, row.test, row.reference)
      .where(sql`reference is not null`),
    index('usage_events_by_account').on(row.account, row.test, row.id),
  ],
);

/** Meters that came to a share of their limit. */
export const alerts = pgTable(
  'alerts',
  {
    id: idColumn('id').primaryKey(),
    account: text('account').notNull(),
    test: boolean('test').notNull(),
    subject: text('subject').$type<Alert['subject']>().notNull(),
    subjectId: text('subject_id').notNull(),
    meter: text('meter').notNull(),
    threshold: integer('threshold').$type<Alert['threshold']>().notNull(),
    max: whole('max').notNull(),
    used: whole('used').notNull(),
    startsAt: whole('starts_at').notNull(),
    endsAt: whole('ends_at'),
    at: whole('at').notNull(),
    toldAt: whole('told_at'),
  },
  (row) => [
    uniqueIndex('alerts_once').on(
      row.account,
      row.test,
      row.subject,
      row.subjectId,
      row.meter,
      row.startsAt,
      row.threshold,
    ),
    index('alerts_by_account').on(row.account, row.test, row.id),
    index('alerts_untold')
      .on(row.id)
      .where(sql`told_at is null`),
  ],
);

/** Prices that stand for a request until they expire. */
export const quotes = pgTable(
  'quotes',
  {
    id: idColumn('id').primaryKey(),
    account: text('account').notNull(),
    test: boolean('test').notNull(),
    requestHash: text('request_hash').notNull(),
    micros: whole('micros').notNull(),
    expiresAt: whole('expires_at').notNull(),
  },
  (row) => [index('quotes_by_expiry').on(row.expiresAt)],
);
