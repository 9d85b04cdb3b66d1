import { randomUUID } from 'node:crypto';

import { createStore, type Database, openDatabase } from '@image-studio/store';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, inject } from 'vitest';

import { onServer } from './on-server.ts';

const tables =
  'accounts, limits, meters, holds, runs, calls, idempotency_keys, usage_events, assets, api_keys, settings, removals, webhooks, webhook_deliveries';

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
export async function createPostgres(): Promise<string> {
  const name = `${inject('databasePrefix')}${randomUUID().replaceAll('-', '')}`;
  const server = inject('postgresUrl');
  await onServer(server, (client) => client.query(`create database ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
