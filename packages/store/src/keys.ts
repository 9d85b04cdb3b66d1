import { createHash, randomBytes } from 'node:crypto';

import { newId, StudioError } from '@image-studio/core';
import { maxOf } from '@image-studio/core/memory';
import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';

import { attempt, type Drizzle } from './database.ts';
import { accounts, apiKeys, limits } from './schema-accounts.ts';

/** What a key may do: start and cancel runs and upload files, read, and manage the keys of its account. */
export type KeyScope = 'run' | 'read' | 'admin';

/** An API key as it is kept: without the key. Times in ms since the epoch. */
export interface ApiKey {
  readonly id: string;
  readonly account: string;
  readonly test: boolean;
  readonly name: string;
  /** The last four characters, for people to tell keys apart. */
  readonly ending: string;
  readonly scopes: readonly KeyScope[];
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

/** The keys of accounts. */
export interface Keys {
  /** `secret` is shown this once: only its SHA-256 is kept, which is enough for 256 random bits. Throws `not_found` for an unknown account. */
  create(key: {
    readonly account: string;
    readonly test: boolean;
    readonly name: string;
    /** Default: run and read. */
    readonly scopes?: readonly KeyScope[];
    readonly expiresAt?: number | null;
    /** What runs with this key may cost in a UTC calendar month, in micros; its limit of the meter `budget`. */
    readonly budgetMicros?: number;
    readonly createdAt: number;
  }): Promise<{ readonly key: ApiKey; readonly secret: string }>;
  /** The key that was presented; throws `unauthorized` when it is unknown, revoked or expired. */
  find(secret: string, now: number): Promise<ApiKey>;
  /** Oldest first, revoked ones too. */
  list(account: string): Promise<readonly ApiKey[]>;
  /** From now on the key is refused. False when the account has no such key. */
  revoke(account: string, id: string, now: number): Promise<boolean>;
}

const { hash: _hash, ...shown } = getTableColumns(apiKeys);

/** API keys in SQL: `is_live_…` reaches vendors, `is_test_…` the sandbox. */
export function createSqlKeys(drizzle: Drizzle): Keys {
  return {
    create: async ({ account, test, name, scopes = ['run', 'read'], expiresAt = null, createdAt, budgetMicros }) => {
      const known = await attempt(() => drizzle.select().from(accounts).where(eq(accounts.id, account)));
      if (known.length === 0) throw new StudioError('not_found', 'There is no account of this id.');
      const secret = `is_${test ? 'test' : 'live'}_${randomBytes(32).toString('base64url')}`;
      const ending = secret.slice(-4);
      const id = newId('key', createdAt);
      const key = { id, account, test, name, ending, scopes, createdAt, expiresAt, revokedAt: null };
      const budget = { account, test, subject: 'key' as const, subjectId: id, meter: 'budget' };
      await attempt(() =>
        drizzle.transaction(async (transaction) => {
          await transaction.insert(apiKeys).values({ ...key, hash: hashOf(secret) });
          const max = budgetMicros === undefined ? undefined : maxOf({ max: budgetMicros });
          if (max !== undefined) await transaction.insert(limits).values({ ...budget, max });
        }),
      );
      return { key, secret };
    },

    find: async (secret, now) => {
      const [key] = /^is_(live|test)_[\w-]{43}$/.test(secret)
        ? await attempt(() =>
            drizzle
              .select(shown)
              .from(apiKeys)
              .where(eq(apiKeys.hash, hashOf(secret))),
          )
        : [];
      if (key === undefined)
        throw new StudioError('unauthorized', 'This API key is not known: check it for typing errors.');
      if (key.revokedAt !== null) throw new StudioError('unauthorized', 'This API key was revoked: use another.');
      if (key.expiresAt !== null && key.expiresAt <= now)
        throw new StudioError('unauthorized', 'This API key has expired: create a new one.');
      return key;
    },

    list: (account) =>
      attempt(() => drizzle.select(shown).from(apiKeys).where(eq(apiKeys.account, account)).orderBy(asc(apiKeys.id))),

    revoke: async (account, id, now) => {
      const own = and(eq(apiKeys.account, account), eq(apiKeys.id, id));
      await attempt(() =>
        drizzle
          .update(apiKeys)
          .set({ revokedAt: now })
          .where(and(own, isNull(apiKeys.revokedAt))),
      );
      return (await attempt(() => drizzle.select({ id: apiKeys.id }).from(apiKeys).where(own))).length > 0;
    },
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
