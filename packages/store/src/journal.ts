import type { Journal } from '@image-studio/core';
import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';

import { createAdvance } from './advance.ts';
import { toJson } from './columns.ts';
import { attempt, type Database, query } from './database.ts';
import { callColumns, ownRun, readRuns } from './read-runs.ts';
import { assets, calls, isOpenById, runs } from './schema.ts';
import { removals } from './schema-removals.ts';

const open = notInArray(calls.step, ['settled', 'released']);

/** The journal in SQL. Every method that writes is one statement; calls are locked in the order of their ids. */
export function createSqlJournal(database: Database): Journal {
  const { drizzle } = database;
  const read = (which: SQL | undefined) => readRuns(drizzle, which);

  return {
    getRun: async (scope, id) => (await read(and(ownRun(scope), eq(runs.id, id))))[0],

    listRuns: (scope, { limit, before, operation }) => {
      const page = drizzle
        .select({ id: runs.id })
        .from(runs)
        .where(
          and(
            ownRun(scope),
            before === undefined ? undefined : lt(runs.id, before),
            operation === undefined ? undefined : eq(runs.operation, operation),
          ),
        )
        .orderBy(desc(runs.id))
        .limit(limit);
      return read(inArray(runs.id, page));
    },

    requestCancel: async (scope, id) => {
      const own = and(ownRun(scope), eq(runs.id, id));
      const update = drizzle.update(runs).set({ cancelRequested: true }).where(own).returning({ id: runs.id });
      return (await attempt(() => update)).length > 0;
    },

    claim: ({ owner, now, leaseUntil, limit, takeOver = false, test }) => {
      const overdue = and(lte(calls.dueAt, now), lte(calls.leaseUntil, now));
      const others = or(isNull(calls.owner), ne(calls.owner, owner));
      const mode = test === undefined ? undefined : eq(calls.test, test);
      const free = and(open, takeOver === true ? others : or(overdue, ofThese(takeOver)), mode);
      // In a table expression of its own: as a subquery it could be run again and lock more than `limit`.
      const picked = drizzle
        .$with('picked')
        .as(
          drizzle
            .select({ id: calls.id })
            .from(calls)
            .where(free)
            .orderBy(asc(calls.dueAt))
            .limit(limit)
            .for('update', { skipLocked: true }),
        );
      return attempt(() =>
        drizzle
          .with(picked)
          .update(calls)
          .set({ owner, leaseUntil, leaseToken: sql`${calls.leaseToken} + 1` })
          .where(inArray(calls.id, sql`(select id from picked)`))
          .returning(callColumns),
      );
    },

    owners: async () => {
      const rows = await attempt(() => drizzle.selectDistinct({ owner: calls.owner }).from(calls).where(open));
      return rows.flatMap(({ owner }) => owner ?? []);
    },

    renew: async ({ leases, leaseUntil }) => {
      const held = toJson(leases.map(({ callId, leaseToken }) => ({ id: callId, lease_token: leaseToken })));
      const renewed = await query<{ readonly id: string }>(
        drizzle,
        sql`
          with held as materialized (
            select * from jsonb_to_recordset(${held}::jsonb) as h (id text, lease_token bigint)
          ),
          locked as materialized (
            select id from calls where id = any(array(select id from held)) order by id for update
          )
          update calls set lease_until = ${leaseUntil} from held
          where calls.id = held.id and calls.id = any(array(select id from locked))
            and calls.lease_token = held.lease_token and ${isOpenById}
          returning calls.id`,
      );
      return renewed.map(({ id }) => id);
    },

    advance: createAdvance(database),

    findByToken: async (token) => {
      const rows = await attempt(() =>
        drizzle
          .select(callColumns)
          .from(calls)
          .where(and(isOpenById, eq(calls.token, token))),
      );
      return rows[0];
    },

    expectFile: async ({ key, test, removeAt }) => {
      const note = {
        id: removalOf(key),
        kind: 'file',
        test,
        vendor: null,
        target: key,
        attempt: 0,
        dueAt: removeAt,
      } as const;
      await attempt(() => drizzle.insert(removals).values(note).onConflictDoNothing());
    },

    addAsset: async (asset) => {
      const { id: target, key: _key, account: _account, test: _test, ...facts } = getTableColumns(assets);
      const set = Object.fromEntries(
        Object.entries(facts).map(([name, column]) => [name, sql.raw(`excluded.${column.name}`)]),
      );
      const noted = drizzle.$with('noted').as(
        drizzle
          .delete(removals)
          .where(eq(removals.id, removalOf(asset.key)))
          .returning({ id: removals.id }),
      );
      await attempt(() => drizzle.with(noted).insert(assets).values(asset).onConflictDoUpdate({ target, set }));
    },

    getAsset: async ({ account, test }, id) => {
      const own = account === null ? isNull(assets.account) : eq(assets.account, account);
      const rows = await attempt(() =>
        drizzle
          .select()
          .from(assets)
          .where(and(eq(assets.id, id), eq(assets.test, test), own)),
      );
      return rows[0];
    },
  };
}

function ofThese(owners: readonly string[] | false): SQL | undefined {
  return owners === false || owners.length === 0 ? undefined : inArray(calls.owner, [...owners]);
}

/** As `forget.ts` names the removal of a file. */
function removalOf(key: string): string {
  return `file ${key}`;
}
