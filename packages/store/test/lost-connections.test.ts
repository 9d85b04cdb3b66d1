import { openDatabase } from '@image-studio/store';
import { sql } from 'drizzle-orm';
import { Pool, type PoolClient } from 'pg';
import { expect, test } from 'vitest';

import { releasingLost } from '../src/lost-connections.ts';
import { createPostgres } from './databases.ts';

const ownPid = async (client: PoolClient) =>
  (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid;

test('a connection that is lost gives its place back, though nobody releases it, and once only', async () => {
  const pool = releasingLost(new Pool({ connectionString: await createPostgres(), max: 1 }));
  pool.on('connect', (client) => void client.on('error', () => {}));
  pool.on('error', () => {});
  const held = await pool.connect();
  const pid = await ownPid(held);
  await held.query('select pg_terminate_backend($1)', [pid]).catch(() => {});
  // The only place is free again.
  const next = await pool.connect();
  expect(await ownPid(next)).not.toBe(pid);
  held.release();
  expect(pool.totalCount).toBe(1);
  next.release();
  next.release();
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test('a database whose transactions lose their connections still has room for others, and can be closed', async () => {
  const database = await openDatabase({ url: await createPostgres() });
  const lose = () =>
    database.drizzle.transaction((transaction) =>
      transaction.execute(sql`select pg_terminate_backend(pg_backend_pid())`),
    );
  for (let many = 0; many < 12; many++) await expect(lose()).rejects.toThrow('Failed query');
  await database.drizzle.execute(sql`select 1`);
  await database.close();
});
