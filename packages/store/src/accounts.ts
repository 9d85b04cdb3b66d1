import { type Accounts, accountTaken, limitOf, maxOf, noAccount } from '@image-studio/core/memory';
import { and, asc, eq, sql } from 'drizzle-orm';

import { begunPeriods } from './begin-period.ts';
import { attempt, type Drizzle, query } from './database.ts';
import { allPlans, savePlan, usePlan } from './plans.ts';
import { accounts, limits } from './schema-accounts.ts';

/** Accounts, their plans and their limits in SQL. */
export function createSqlAccounts(drizzle: Drizzle): Accounts {
  const find = async (id: string) =>
    (await attempt(() => drizzle.select().from(accounts).where(eq(accounts.id, id))))[0];

  async function update(id: string, set: Partial<typeof accounts.$inferInsert>) {
    // Without a value to set, setting the id to itself reads the row.
    const change = drizzle
      .update(accounts)
      .set({ id, ...set })
      .where(eq(accounts.id, id))
      .returning();
    const [changed] = await attempt(() => change);
    if (changed === undefined) throw noAccount();
    return changed;
  }

  return {
    create: async ({ id, createdAt, name = id, ...wish }) => {
      await usePlan(drizzle, wish.plan);
      const { plan = null, interval = 'monthly', anchorAt = createdAt, planEndsAt = null } = wish;
      const row = { id, name, active: true, createdAt, plan, interval, anchorAt, planEndsAt };
      const created = await attempt(() => drizzle.insert(accounts).values(row).onConflictDoNothing().returning());
      if (created[0] !== undefined) return created[0];
      throw accountTaken();
    },

    get: find,

    list: () => attempt(() => drizzle.select().from(accounts).orderBy(asc(accounts.createdAt), asc(accounts.id))),

    setLimit: async (definition) => {
      const { account, test, subject, meter, limit } = definition;
      const max = maxOf(limit);
      if ((await find(account)) === undefined) throw noAccount();
      const subjectId = definition.subject === 'account' ? account : definition.subjectId;
      const { account: ofAccount, test: ofTest, subject: ofSubject, subjectId: ofId, meter: ofMeter } = limits;
      await attempt(() =>
        drizzle
          .insert(limits)
          .values({ account, test, subject, subjectId, meter, max })
          .onConflictDoUpdate({ target: [ofAccount, ofTest, ofSubject, ofId, ofMeter], set: { max } }),
      );
    },

    limits: async ({ account, test }) => {
      const own = and(eq(limits.account, account), eq(limits.test, test));
      const order = [asc(limits.subject), asc(limits.subjectId), asc(limits.meter)];
      const rows = await attempt(() =>
        drizzle
          .select()
          .from(limits)
          .where(own)
          .orderBy(...order),
      );
      return rows.map(({ subject, subjectId, meter, max }) => ({
        account,
        test,
        ...(subject === 'account' ? { subject } : { subject, subjectId }),
        meter,
        limit: limitOf(max),
      }));
    },

    users: async ({ account, test }) => {
      const found = await query<{ readonly user: string }>(
        drizzle,
        sql`
          select subject_id as user from (
            select subject_id from meters where account = ${account} and test = ${test} and subject = 'user'
            union select subject_id from limits where account = ${account} and test = ${test} and subject = 'user'
          ) every order by subject_id collate "C"`,
      );
      return found.map(({ user }) => user);
    },

    setActive: async (id, active) => void (await update(id, { active })),

    changePlan: async (id, change) => {
      await usePlan(drizzle, change.plan);
      return update(id, change);
    },

    plans: () => allPlans(drizzle),
    savePlan: (plan) => savePlan(drizzle, plan),
    periods: (id) => begunPeriods(drizzle, id),
  };
}
