import type { Json } from '@image-studio/core';
import type { Account } from '@image-studio/core/memory';
import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

import { idColumn, jsonColumn, whole } from './columns.ts';
import type { KeyScope } from './keys.ts';

/** Who pays. */
export const accounts = pgTable('accounts', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  active: boolean('active').notNull(),
  createdAt: whole('created_at').notNull(),
  plan: text('plan').references(() => plans.id),
  interval: text('billing_interval').$type<Account['interval']>().notNull(),
  anchorAt: whole('anchor_at').notNull(),
  planEndsAt: whole('plan_ends_at'),
});

/** Plans that accounts have, or that the operator made: maxima by subject and meter, null = unlimited. */
export const plans = pgTable('plans', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  rank: integer('rank').notNull(),
  markupBasisPoints: integer('markup_basis_points').notNull(),
  requiresConsent: boolean('requires_consent').notNull(),
  limits: jsonColumn('limits').$type<PlanLimits>().notNull(),
});

/** The maxima of a plan, of the account and of each user, by meter. */
export interface PlanLimits {
  readonly account: Readonly<Record<string, number | null>>;
  readonly user: Readonly<Record<string, number | null>>;
}

/** The monthly periods that were begun; none overlap, whatever becomes of the anchor. */
export const periods = pgTable(
  'periods',
  {
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    startsAt: whole('starts_at').notNull(),
    endsAt: whole('ends_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.account, row.startsAt] })],
);

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
  scopes: jsonColumn('scopes').$type<readonly KeyScope[]>().notNull(),
  createdAt: whole('created_at').notNull(),
  expiresAt: whole('expires_at'),
  revokedAt: whole('revoked_at'),
});

/** Things this installation remembers about itself, such as its signing secret. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonColumn('value').$type<Json>().notNull(),
});
