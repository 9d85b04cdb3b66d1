import type { Json, UsageEvent } from '@image-studio/core';
import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';

import { idColumn, jsonColumn, whole } from './columns.ts';

/** Who pays. */
export const accounts = pgTable('accounts', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  active: boolean('active').notNull(),
  createdAt: whole('created_at').notNull(),
});

/** How far meters may go; no row or no maximum = unlimited. A reservation reads these, so a change counts at once. */
export const limits = pgTable(
  'limits',
  {
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    test: boolean('test').notNull(),
    subject: text('subject').$type<'account' | 'key' | 'user'>().notNull(),
    subjectId: text('subject_id').notNull(),
    meter: text('meter').notNull(),
    max: whole('max'),
  },
  (row) => [primaryKey({ columns: [row.account, row.test, row.subject, row.subjectId, row.meter] })],
);

/** What was used and is held, per period; without a start: for ever. Locked in the order of their ids. */
export const meters = pgTable(
  'meters',
  {
    id: whole('id').primaryKey().generatedAlwaysAsIdentity(),
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    test: boolean('test').notNull(),
    subject: text('subject').$type<'account' | 'key' | 'user'>().notNull(),
    subjectId: text('subject_id').notNull(),
    meter: text('meter').notNull(),
    startsAt: whole('starts_at'),
    endsAt: whole('ends_at'),
    used: whole('used').notNull().default(0),
    held: whole('held').notNull().default(0),
  },
  (row) => [
    unique('meters_of_a_period')
      .on(row.account, row.test, row.subject, row.subjectId, row.meter, row.startsAt)
      .nullsNotDistinct(),
    check('meters_used', sql`used >= 0`),
    check('meters_held', sql`held >= 0`),
  ],
);

/** What an open call (or an open run, for its place) holds of which meter: the sum per meter is the meter's `held`. */
export const holds = pgTable(
  'holds',
  {
    holder: idColumn('holder').notNull(),
    meterId: whole('meter_id')
      .notNull()
      .references(() => meters.id),
    amount: whole('amount').notNull(),
  },
  (row) => [primaryKey({ columns: [row.holder, row.meterId] })],
);

/** What every ended call leaves behind; only ever inserted. */
export const usageEvents = pgTable(
  'usage_events',
  {
    id: idColumn('id').primaryKey(),
    account: text('account').notNull(),
    test: boolean('test').notNull(),
    runId: idColumn('run_id').notNull(),
    callId: idColumn('call_id').notNull(),
    user: text('end_user'),
    key: text('key'),
    operation: text('operation').notNull(),
    vendor: text('vendor').notNull(),
    model: text('model').notNull(),
    outcome: text('outcome').$type<UsageEvent['outcome']>().notNull(),
    errorCode: text('error_code'),
    count: whole('count').notNull(),
    quoteMicros: whole('quote_micros').notNull(),
    costMicros: whole('cost_micros').notNull(),
    chargeMicros: whole('charge_micros').notNull(),
    at: whole('at').notNull(),
  },
  (row) => [
    uniqueIndex('usage_events_by_call').on(row.callId),
    index('usage_events_by_account').on(row.account, row.test, row.id),
  ],
);

/** API keys: only their hashes. */
export const apiKeys = pgTable('api_keys', {
  id: idColumn('id').primaryKey(),
  account: text('account')
    .notNull()
    .references(() => accounts.id),
  test: boolean('test').notNull(),
  name: text('name').notNull(),
  hash: text('hash').notNull().unique(),
  /** The last four characters, for people to tell keys apart. */
  ending: text('ending').notNull(),
  scopes: jsonColumn('scopes').$type<readonly string[]>().notNull(),
  createdAt: whole('created_at').notNull(),
  expiresAt: whole('expires_at'),
  revokedAt: whole('revoked_at'),
});

/** Things this installation remembers about itself, such as its signing secret. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonColumn('value').$type<Json>().notNull(),
});
