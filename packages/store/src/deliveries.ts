import { type Json, newId } from '@image-studio/core';
import { lt, sql } from 'drizzle-orm';

import { attempt, type Drizzle, query } from './database.ts';
import { webhookDeliveries } from './schema-webhooks.ts';
import type { WebhookAttempt } from './webhooks.ts';

/** A delivery that is to be tried now, with where and how. */
export interface DueDelivery {
  readonly id: string;
  readonly account: string;
  readonly test: boolean;
  readonly type: string;
  readonly subject: string | null;
  readonly data: Json;
  readonly createdAt: number;
  /** Earlier attempts. */
  readonly tried: number;
  readonly webhookId: string;
  readonly url: string;
  readonly secret: string;
}

/** The queue of what is to be delivered; any node works on it. */
export interface Deliveries {
  /** Makes an event of every run that has ended since. Answers how many runs. */
  announceRuns(now: number, limit: number): Promise<number>;
  /** Takes deliveries that are due; each comes again at `retryAt` unless its attempt is written down. */
  claim(claim: {
    readonly now: number;
    readonly retryAt: number;
    readonly limit: number;
  }): Promise<readonly DueDelivery[]>;
  /** Writes down an attempt. `next`: when it is tried again, or how it ended. */
  record(id: string, attempt: WebhookAttempt, next: number | 'delivered' | 'failed'): Promise<void>;
  /** The address is gone for good: nothing more is sent to it. */
  disable(webhookId: string): Promise<void>;
  /** Forgets deliveries of events older than this. */
  expire(before: number): Promise<void>;
}

/** The queue in SQL. */
export function createSqlDeliveries(drizzle: Drizzle): Deliveries {
  return {
    announceRuns: async (now, limit) => {
      const [answer] = await query<{ readonly count: number }>(
        drizzle,
        sql`
          with ended as (
            select id from runs where open_calls = 0 and announced_at is null order by id limit ${limit} for update skip locked
          ),
          told as (update runs r set announced_at = ${now} from ended where r.id = ended.id returning r.*),
          events as (
            select told.id, told.account, told.test, told.forgotten_at, 'run.' || case
              when bool_or(c.outcome = 'succeeded') then 'succeeded'
              when bool_and(c.outcome = 'canceled') then 'canceled' else 'failed' end as type, max(c.finished_at) as at
            from told join calls c on c.run_id = told.id group by told.id, told.account, told.test, told.forgotten_at
          ),
          deliveries as (
            insert into webhook_deliveries (id, webhook_id, account, test, type, subject, state, attempts, due_at, created_at)
            select ${newId('delivery', now)} || substr(md5(e.id || w.id), 1, 10), w.id, e.account, e.test, e.type, e.id, 'pending',
              '[]', ${now}::bigint, e.at
            from events e join webhooks w on w.account = e.account and w.test = e.test
            where w.active and e.forgotten_at is null and w.events ?| array[e.type, '*']
          )
          select count(*)::int as count from told`,
      );
      return answer?.count ?? 0;
    },

    claim: async ({ now, retryAt, limit }) => {
      const rows = await query<{ readonly row: DueDelivery }>(
        drizzle,
        sql`
          with due as (
            -- Those of a webhook that is switched off wait until it is on again.
            select d.id from webhook_deliveries d join webhooks w on w.id = d.webhook_id and w.active
            where d.state = 'pending' and d.due_at <= ${now} order by d.due_at limit ${limit} for update of d skip locked
          )
          update webhook_deliveries d set due_at = ${retryAt} from due, webhooks w
          where d.id = due.id and w.id = d.webhook_id
          returning jsonb_build_object('id', d.id, 'account', d.account, 'test', d.test, 'type', d.type, 'subject', d.subject,
            'data', d.data, 'createdAt', d.created_at, 'tried', jsonb_array_length(d.attempts), 'webhookId', w.id, 'url', w.url,
            'secret', w.secret) as row`,
      );
      return rows.map(({ row }) => row);
    },

    record: async (id, tried, next) => {
      const again = typeof next === 'number';
      await query(
        drizzle,
        sql`
          update webhook_deliveries set attempts = attempts || ${JSON.stringify([tried])}::jsonb,
            state = ${again ? 'pending' : next}, due_at = ${again ? next : tried.at}::bigint
          where id = ${id}`,
      );
    },

    disable: async (webhookId) => {
      await query(
        drizzle,
        sql`
          with off as (update webhooks set active = false where id = ${webhookId})
          update webhook_deliveries set state = 'failed' where webhook_id = ${webhookId} and state = 'pending'`,
      );
    },

    expire: async (before) => {
      await attempt(() => drizzle.delete(webhookDeliveries).where(lt(webhookDeliveries.createdAt, before)));
    },
  };
}
