import type { Ledger } from '@image-studio/core';
import { idempotencyMs } from '@image-studio/core/memory';
import { and, desc, eq, getTableColumns, gt, lt, sql } from 'drizzle-orm';

import { attempt, type Database, query } from './database.ts';
import { createEndCall } from './end-call.ts';
import { judge } from './judge.ts';
import { createReserve } from './reserve.ts';
import { idempotencyKeys } from './schema.ts';
import { quotes, usageEvents } from './schema-ledger.ts';
import { readUsage } from './usage.ts';

/** So long after newer ones were made, old quotes are forgotten. */
const keptQuoteMs = 24 * 60 * 60_000;

const { meterIds: _meterIds, ...eventColumns } = getTableColumns(usageEvents);

/** The ledger in SQL. Reserving, settling and releasing are one statement, for one or for many, so many nodes can share a database. */
export function createSqlLedger(database: Database): Ledger {
  const { drizzle } = database;
  const endCall = createEndCall(database);

  return {
    reserve: createReserve(database),

    judge: (reservation) => judge(drizzle, reservation),

    findRepeated: async ({ account, test }, idempotencyKey, at) => {
      const { runId, requestHash, createdAt } = idempotencyKeys;
      const own = and(
        eq(idempotencyKeys.account, account ?? ''),
        eq(idempotencyKeys.test, test),
        eq(idempotencyKeys.key, idempotencyKey),
        gt(createdAt, at - idempotencyMs),
      );
      return (await attempt(() => drizzle.select({ runId, requestHash }).from(idempotencyKeys).where(own)))[0];
    },

    settle: (lease, { error, files = [], answer = {}, ...settlement }) =>
      endCall(lease, { step: 'settled', error, files, answer, ...settlement }),

    release: (lease, release) =>
      endCall(lease, { step: 'released', count: 0, costMicros: 0, chargeMicros: 0, files: [], answer: {}, ...release }),

    usage: (scope, at, whom) => readUsage(drizzle, scope, at, whom),

    terms: async ({ account }) => {
      const [found] = await query<{ readonly plan: string; readonly markup: number; readonly consent: boolean }>(
        drizzle,
        sql`
          select p.id as plan, p.markup_basis_points as markup, p.requires_consent as consent from accounts a join plans p on p.id = a.plan
          where a.id = ${account}`,
      );
      const { plan = null, markup = 0, consent = false } = found ?? {};
      return { plan, markupBasisPoints: markup, requiresConsent: consent };
    },

    keepQuote: async ({ account, ...quote }) => {
      await attempt(() => drizzle.delete(quotes).where(lt(quotes.expiresAt, quote.expiresAt - keptQuoteMs)));
      if (account !== null) await attempt(() => drizzle.insert(quotes).values({ account, ...quote }));
    },

    findQuote: async ({ account, test }, id) => {
      if (account === null) return undefined;
      const own = and(eq(quotes.account, account), eq(quotes.test, test), eq(quotes.id, id));
      return (await attempt(() => drizzle.select().from(quotes).where(own)))[0];
    },

    events: ({ account, test }, { limit, before }) => {
      if (account === null) return Promise.resolve([]);
      const older = before === undefined ? undefined : lt(usageEvents.id, before);
      const own = and(eq(usageEvents.account, account), eq(usageEvents.test, test), older);
      return attempt(() =>
        drizzle.select(eventColumns).from(usageEvents).where(own).orderBy(desc(usageEvents.id)).limit(limit),
      );
    },
  };
}
