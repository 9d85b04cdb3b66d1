import { acme, delivered, leaseOf, noon, refused, reservationOf } from '@image-studio/core/contracts';
import { auditLedger, createStore, type Database, moveStore, openDatabase } from '@image-studio/store';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';

import { createPostgres, embedded } from './databases.ts';

const opened: Database[] = [];
const keep = async (opening: Promise<Database>) => {
  const database = await opening;
  opened.push(database);
  return database;
};
const source = () => keep(embedded());
const targets = [
  ['PostgreSQL', async () => keep(openDatabase({ url: await createPostgres() }))],
  ['an embedded database', () => keep(embedded())],
] as const;
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

/** Every row of every table, as the database writes it. */
async function everything({ drizzle }: Database) {
  const named = await drizzle.execute(sql`select tablename from pg_tables where schemaname = 'public' order by 1`);
  const tables = (named as unknown as { rows: { tablename: string }[] }).rows.map(({ tablename }) => tablename);
  const rows: Record<string, unknown> = {};
  for (const table of tables) {
    const found = await drizzle.execute(sql`select t::text as row from ${sql.identifier(table)} t order by 1`);
    rows[table] = (found as unknown as { rows: { row: string }[] }).rows.map(({ row }) => row);
  }
  return rows;
}

async function livedIn(runCount = 3): Promise<Database> {
  const database = await source();
  const store = createStore(database);
  await store.accounts.create({ id: 'acme', createdAt: noon });
  await store.keys.create({ account: 'acme', test: true, name: 'a "quoted" name', scopes: ['run'], createdAt: noon });
  await store.settings.getOrSet('secret', 'kept');
  await store.webhooks.create({ ...acme, url: 'https://a.test/', events: ['run.failed'], secret: 'whsec_x', at: noon });
  const runs = Array.from({ length: runCount }, (_, index) =>
    reservationOf({ user: 'ada', createdAt: noon + index * 60_000 }),
  );
  for (const reservation of runs) await store.ledger.reserve(reservation);
  const [first, second, third] = runs.map(({ calls }) => calls[0]);
  await store.ledger.settle(leaseOf(first), delivered);
  await store.ledger.release(leaseOf(second), refused);
  await store.journal.advance(leaseOf(third), 'reserved', 'submitting', { sent: { text: '\\ "x" \u{1f600}\n' } });
  return database;
}

test.each(targets)(
  'every row arrives in %s as it was, and the books go on there',
  async (_, open) => {
    const [from, to] = [await livedIn(210), await open()];
    const before = await everything(from);
    const moved = await moveStore(from, to);
    expect(await everything(to)).toEqual(before);
    expect(await everything(from)).toEqual(before);
    expect(moved).toMatchObject({ accounts: 1, runs: 210, calls: 210, usage_events: 2, api_keys: 1, webhooks: 1 });
    expect(Object.keys(moved).toSorted()).toEqual(Object.keys(before).toSorted());
    const store = createStore(to);
    // In a later period: its meters get new numbers.
    const later = reservationOf({ createdAt: noon + 40 * 24 * 3_600_000 });
    await store.ledger.reserve(later);
    await store.ledger.settle(leaseOf(later.calls[0]), delivered);
    expect((await auditLedger(to)).differences).toEqual([]);
  },
  60_000,
);

test('what is in use is refused, and stays as it was', async () => {
  const [from, to] = [await livedIn(), await source()];
  await createStore(to).settings.getOrSet('secret', 'of another installation');
  const before = await everything(to);
  await expect(moveStore(from, to)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('not empty: it has rows in "settings"'),
  });
  expect(await everything(to)).toEqual(before);
}, 60_000);

test('books that do not agree are not moved', async () => {
  const [from, to] = [await livedIn(), await keep(openDatabase({ url: await createPostgres() }))];
  const empty = await everything(to);
  await from.drizzle.execute(sql`update meters set held = held + 1 where meter = 'spend'`);
  await expect(moveStore(from, to)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('ledger:audit'),
  });
  expect(await everything(to)).toEqual(empty);
}, 60_000);
