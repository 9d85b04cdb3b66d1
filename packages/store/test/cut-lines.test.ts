import { acme, delivered, leaseOf, noon, reservationOf } from '@image-studio/core/contracts';
import { auditLedger, createStore, openDatabase } from '@image-studio/store';
import { Client } from 'pg';
import { expect, test } from 'vitest';

import { createPostgres } from './databases.ts';

test('a line that is cut under many fails each of them, none is sent again, and those that waited go on', async () => {
  const url = await createPostgres();
  const database = await openDatabase({ url });
  const { ledger, journal, accounts } = createStore(database);
  await accounts.create({ id: 'acme', createdAt: noon });
  const before = reservationOf();
  await ledger.reserve(before);

  const [other, watcher] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
  await Promise.all([other.connect(), watcher.connect()]);
  await other.query('begin; select from meters for update');
  const many = (count: number) => Array.from({ length: count }, () => reservationOf());
  const [lost, waiting] = [many(12), many(12)];
  const cut = Promise.allSettled(lost.map((one) => ledger.reserve(one)));
  const settled = ledger.settle(leaseOf(before.calls[0]), delivered).catch(() => 'cut');
  const stuck = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await watcher.query(stuck)).rows.length, { timeout: 30_000 }).toBe(2);
  const kept = Promise.all(waiting.map((one) => ledger.reserve(one)));
  for (const { pid } of (await watcher.query<{ pid: number }>(stuck)).rows)
    await watcher.query('select pg_terminate_backend($1)', [pid]);
  const failed = await cut;
  await other.query('rollback');

  expect(failed.map((one) => one.status === 'rejected' && one.reason.code)).toEqual(lost.map(() => 'internal'));
  expect(await settled).toBe('cut');
  expect(await kept).toEqual(waiting.map(({ run }) => ({ runId: run.id, attached: false })));
  for (const { run } of lost) expect(await journal.getRun(acme, run.id)).toBeUndefined();
  expect(await ledger.settle(leaseOf(before.calls[0]), delivered)).toBe(true);
  expect((await auditLedger(database)).differences).toEqual([]);
  await Promise.all([other.end(), watcher.end()]);
  await database.close();
});
