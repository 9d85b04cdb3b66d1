import type { Json } from '@image-studio/core';
import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core';

import { idColumn, jsonColumn, whole } from './columns.ts';
import { accounts } from './schema-accounts.ts';
import type { WebhookAttempt } from './webhooks.ts';

/** Where accounts want to be told what happens. The secret signs, so it is kept as it is. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: idColumn('id').primaryKey(),
    account: text('account')
      .notNull()
      .references(() => accounts.id),
    test: boolean('test').notNull(),
    url: text('url').notNull(),
    events: jsonColumn('events').$type<readonly string[]>().notNull(),
    secret: text('secret').notNull(),
    active: boolean('active').notNull(),
    createdAt: whole('created_at').notNull(),
  },
  (row) => [index('webhooks_by_account').on(row.account, row.test)],
);

/** One event for one webhook. `subject` names the run whose data is told; `data` holds that of other events. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: idColumn('id').primaryKey(),
    webhookId: idColumn('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    account: text('account').notNull(),
    test: boolean('test').notNull(),
    type: text('type').notNull(),
    subject: text('subject'),
    data: jsonColumn('data').$type<Json>(),
    state: text('state').$type<'pending' | 'delivered' | 'failed'>().notNull(),
    attempts: jsonColumn('attempts').$type<readonly WebhookAttempt[]>().notNull(),
    dueAt: whole('due_at').notNull(),
    /** When the event happened. */
    createdAt: whole('created_at').notNull(),
  },
  (row) => [
    index('webhook_deliveries_by_webhook').on(row.webhookId, row.id),
    index('webhook_deliveries_by_due').on(row.state, row.dueAt),
  ],
);
