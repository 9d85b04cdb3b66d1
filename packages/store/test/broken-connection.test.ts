import { openDatabase } from '@image-studio/store';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import { createPostgres } from './databases.ts';

test('a connection that breaks in the middle of a transaction fails the transaction, not the process', async () => {
  const { drizzle, close } = await openDatabase({ url: await createPostgres() });
  const broken = drizzle.transaction(async (transaction) => {
    const found = await transaction.execute(sql`select pg_backend_pid() as pid`);
    const [{ pid }] = (found as unknown as { readonly rows: [{ readonly pid: number }] }).rows;
    await drizzle.execute(sql`select pg_terminate_backend(${pid})`);
    // The end of the connection is heard while no statement waits for it.
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
    const gone = sql`select from pg_stat_activity where pid = ${pid}`;
    while (((await drizzle.execute(gone)) as unknown as { readonly rows: unknown[] }).rows.length > 0);
    await transaction.execute(sql`select 1`);
  });
  await expect(broken).rejects.toThrow(/terminat|Failed query/);
  await expect(drizzle.execute(sql`select 1`)).resolves.toBeDefined();
  await close();
});
