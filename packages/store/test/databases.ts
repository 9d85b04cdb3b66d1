import { createStore, type Database, openDatabase } from '@image-studio/store';
import { createTestDatabase } from '@image-studio/store/test-server';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, inject } from 'vitest';

const tables =
  'accounts, plans, periods, limits, meters, runs, calls, idempotency_keys, usage_events, alerts, quotes, assets, api_keys, settings, removals, webhooks, webhook_deliveries';

/** Opens a database once for the tests of a file; each call empties it and gives a store over it. */
export function storeOver(open: () => Promise<Database>) {
  let database: Database | undefined;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  return async () => {
    if (database === undefined) throw new Error('This test needs a database');
    const { drizzle } = database;
    await drizzle.execute(sql.raw(`truncate ${tables} restart identity`));
    const { close: _close, ...store } = createStore(database);
    return { ...store, drizzle };
  };
}

export const embedded = () => openDatabase({ memory: true });

/** A new, empty database on the test server; dropped when all tests are over. */
export const createPostgres = () => createTestDatabase(inject('postgresUrl'), inject('databasePrefix'));
