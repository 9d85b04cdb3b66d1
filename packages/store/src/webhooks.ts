import { type Json, newId, type Scope, StudioError } from '@image-studio/core';
import { and, desc, eq, getTableColumns, lt, type SQL, sql } from 'drizzle-orm';

import { attempt, type Drizzle, query } from './database.ts';
import { webhookDeliveries, webhooks } from './schema-webhooks.ts';

/** An address that is told what happens, without its secret. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Types of events, or `*` for all. */
  readonly events: readonly string[];
  readonly active: boolean;
  readonly createdAt: number;
}

/** One try to deliver. `status` null: no answer came. */
export interface WebhookAttempt {
  readonly at: number;
  readonly status: number | null;
  readonly error: string | null;
}

/** An event on its way to a webhook. */
export interface WebhookDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly type: string;
  /** The run it is about; null for other events. */
  readonly subject: string | null;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: readonly WebhookAttempt[];
  /** When it is tried (again), while it is pending. */
  readonly dueAt: number;
  readonly createdAt: number;
}

/** An account's webhooks and what was sent to them. */
export interface Webhooks {
  /** Throws `conflict` when there are twenty already. The secret is shown here only. */
  create(
    wish: Scope & {
      readonly url: string;
      readonly events: readonly string[];
      readonly secret: string;
      readonly at: number;
    },
  ): Promise<Webhook>;
  list(scope: Scope): Promise<readonly Webhook[]>;
  get(scope: Scope, id: string): Promise<Webhook | undefined>;
  /** Undefined when there is no such webhook in this scope. */
  change(
    scope: Scope,
    id: string,
    change: Partial<Pick<Webhook, 'url' | 'events' | 'active'>>,
  ): Promise<Webhook | undefined>;
  /** With its deliveries; false when there is none. */
  remove(scope: Scope, id: string): Promise<boolean>;
  /** Newest first. */
  deliveries(
    scope: Scope,
    webhookId: string,
    page: { readonly limit: number; readonly before?: string | undefined },
  ): Promise<readonly WebhookDelivery[]>;
  /** Puts a delivery back in the queue. Undefined when there is none in this scope. */
  redeliver(scope: Scope, webhookId: string, id: string, at: number): Promise<WebhookDelivery | undefined>;
  /** An event other than a run's, for the account's webhooks that want it; one of the same `id` (of `newId`) is announced once. */
  announce(
    scope: Scope,
    event: { readonly id: string; readonly type: string; readonly data: Json; readonly at: number },
  ): Promise<void>;
}

const mostWebhooks = 20;
const { account: _account, test: _test, secret: _secret, ...shown } = getTableColumns(webhooks);
const { account: _payer, test: _mode, data: _data, ...told } = getTableColumns(webhookDeliveries);

/** Webhooks in SQL. */
export function createSqlWebhooks(drizzle: Drizzle): Webhooks {
  return {
    create: async ({ account, test, at, ...wish }) => {
      const row = { ...wish, id: newId('webhook', at), account: account!, test, active: true, createdAt: at };
      const own = drizzle.select({ id: webhooks.id }).from(webhooks).where(ownWebhooks({ account, test }));
      if ((await attempt(() => own)).length >= mostWebhooks)
        throw new StudioError('conflict', `An account has at most ${mostWebhooks} webhooks: remove one first`);
      const [made] = await attempt(() => drizzle.insert(webhooks).values(row).returning(shown));
      return made!;
    },
    list: (scope) =>
      attempt(() => drizzle.select(shown).from(webhooks).where(ownWebhooks(scope)).orderBy(desc(webhooks.id))),
    get: async (scope, id) =>
      (
        await attempt(() =>
          drizzle
            .select(shown)
            .from(webhooks)
            .where(and(ownWebhooks(scope), eq(webhooks.id, id))),
        )
      )[0],
    change: async (scope, id, change) => {
      const own = and(ownWebhooks(scope), eq(webhooks.id, id));
      return (await attempt(() => drizzle.update(webhooks).set(change).where(own).returning(shown)))[0];
    },
    remove: async (scope, id) => {
      const own = and(ownWebhooks(scope), eq(webhooks.id, id));
      return (await attempt(() => drizzle.delete(webhooks).where(own).returning({ id: webhooks.id }))).length > 0;
    },
    deliveries: (scope, webhookId, { limit, before }) => {
      const older = before === undefined ? undefined : lt(webhookDeliveries.id, before);
      const own = and(ownDeliveries(scope, webhookId), older);
      const rows = drizzle.select(told).from(webhookDeliveries).where(own);
      return attempt(() => rows.orderBy(desc(webhookDeliveries.id)).limit(limit));
    },
    redeliver: async (scope, webhookId, id, at) => {
      const own = and(ownDeliveries(scope, webhookId), eq(webhookDeliveries.id, id));
      const again = drizzle.update(webhookDeliveries).set({ state: 'pending', dueAt: at }).where(own).returning(told);
      return (await attempt(() => again))[0];
    },
    announce: async ({ account, test }, { id, type, data, at }) => {
      await query(
        drizzle,
        sql`
          insert into webhook_deliveries (id, webhook_id, account, test, type, data, state, attempts, due_at, created_at)
          select ${id.replace(/^[a-z]+/, 'delivery')}::text || substr(md5(w.id), 1, 10), w.id, w.account, w.test, ${type}::text,
            ${JSON.stringify(data)}::jsonb, 'pending', '[]', ${at}::bigint, ${at}::bigint
          from webhooks w where w.account = ${account} and w.test = ${test} and w.active and w.events ?| array[${type}, '*']
          on conflict (id) do nothing`,
      );
    },
  };
}

function ownWebhooks({ account, test }: Scope): SQL | undefined {
  return and(eq(webhooks.account, account ?? ''), eq(webhooks.test, test));
}

function ownDeliveries({ account, test }: Scope, webhookId: string): SQL | undefined {
  const { webhookId: column } = webhookDeliveries;
  return and(eq(webhookDeliveries.account, account ?? ''), eq(webhookDeliveries.test, test), eq(column, webhookId));
}
