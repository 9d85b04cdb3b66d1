import { spawnSync } from 'node:child_process';
import { openDatabase } from '@image-studio/store';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import { createPostgres } from './databases.ts';

/** Ends every connection to the database while this process stands still: it does not know when it goes on. */
function loseAll(url: string): void {
  const program = `
    const { Client } = await import('pg');
    const client = new Client({ connectionString: process.argv[1] });
    await client.connect();
    await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    await client.end();`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program, url], {
    cwd: import.meta.dirname,
  });
  if (status !== 0) throw new Error(stderr.toString());
}

test('transactions whose connections are lost as they begin leave room for others, and a database that can be closed', async () => {
  const url = await createPostgres();
  const database = await openDatabase({ url });
  // One more than the pool has places.
  for (let many = 0; many < 11; many++) {
    await database.drizzle.execute(sql`select 1`);
    loseAll(url);
    const begun = database.drizzle.transaction((transaction) => transaction.execute(sql`select 1`));
    await expect(begun).rejects.toThrow('begin');
  }
  await database.drizzle.execute(sql`select 1`);
  await database.close();
});

test('transactions whose connections are lost on the way do so, too', async () => {
  const database = await openDatabase({ url: await createPostgres() });
  const lose = () =>
    database.drizzle.transaction((transaction) =>
      transaction.execute(sql`select pg_terminate_backend(pg_backend_pid())`),
    );
  for (let many = 0; many < 11; many++) await expect(lose()).rejects.toThrow('Failed query');
  await database.drizzle.execute(sql`select 1`);
  await database.close();
});
