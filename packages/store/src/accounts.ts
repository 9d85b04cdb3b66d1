import { StudioError } from '@image-studio/core';
import { type Accounts, maxOf } from '@image-studio/core/memory';
import { asc, eq } from 'drizzle-orm';

import { attempt, type Drizzle } from './database.ts';
import { accounts, limits } from './schema-accounts.ts';

/** Accounts and their limits in SQL. */
export function createSqlAccounts(drizzle: Drizzle): Accounts {
  const find = async (id: string) =>
    (await attempt(() => drizzle.select().from(accounts).where(eq(accounts.id, id))))[0];

  return {
    create: async ({ id, name = id, createdAt }) => {
      const row = { id, name, active: true, createdAt };
      const created = await attempt(() => drizzle.insert(accounts).values(row).onConflictDoNothing().returning());
      if (created[0] !== undefined) return created[0];
      throw new StudioError('conflict', 'There is an account of this id already: choose another.');
    },

    get: find,

    list: () => attempt(() => drizzle.select().from(accounts).orderBy(asc(accounts.createdAt), asc(accounts.id))),

    setLimit: async (definition) => {
      const { account, test, subject, meter, limit } = definition;
      const max = maxOf(limit);
      if ((await find(account)) === undefined) throw unknown();
      const subjectId = definition.subject === 'account' ? account : definition.subjectId;
      const { account: ofAccount, test: ofTest, subject: ofSubject, subjectId: ofId, meter: ofMeter } = limits;
      await attempt(() =>
        drizzle
          .insert(limits)
          .values({ account, test, subject, subjectId, meter, max })
          .onConflictDoUpdate({ target: [ofAccount, ofTest, ofSubject, ofId, ofMeter], set: { max } }),
      );
    },

    setActive: async (id, active) => {
      const update = drizzle.update(accounts).set({ active }).where(eq(accounts.id, id)).returning({ id: accounts.id });
      if ((await attempt(() => update)).length === 0) throw unknown();
    },
  };
}

function unknown(): StudioError {
  return new StudioError('not_found', 'There is no account of this id.');
}
