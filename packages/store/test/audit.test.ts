import { acme, delivered, leaseOf, noon, refused, reservationOf } from '@image-studio/core/contracts';
import { auditLedger } from '@image-studio/store';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import { embedded, storeOver } from './databases.ts';

const make = storeOver(embedded);

async function livedIn() {
  const store = await make();
  await store.accounts.create({ id: 'acme', createdAt: noon });
  const runs = Array.from({ length: 3 }, (_, index) =>
    reservationOf({ calls: 2, user: 'ada', createdAt: noon + index }),
  );
  for (const reservation of runs) await store.ledger.reserve(reservation);
  const [first, second] = runs.map(({ calls }) => calls);
  await store.ledger.settle(leaseOf(first?.[0]), delivered);
  await store.ledger.release(leaseOf(first?.[1]), refused);
  await store.ledger.settle(leaseOf(second?.[0]), delivered);
  const correction = { reference: 'a', reason: 'b', micros: 100, at: noon };
  await store.books.refund(acme, String(first?.[0]?.id), correction);
  await store.books.adjust(acme, { ...correction, reference: 'c' });
  return store;
}

test('books that were kept by the ledger have no differences', async () => {
  expect(await auditLedger(await livedIn())).toEqual({ meters: 4, calls: 6, events: 5, differences: [] });
});

test.each([
  ['a hold that leaked', sql`update meters set held = held + 1 where meter = 'spend'`, /holds/],
  ['spend that no event tells of', sql`update meters set used = used + 7 where meter = 'budget'`, /sum of its events/],
  ['a lost event', sql`delete from usage_events where kind = 'call' and charge_micros = 0`, /left one event/],
  [
    'an edited event',
    sql`update usage_events set charge_micros = 1 where kind = 'call' and charge_micros > 0`,
    /charged/,
  ],
  ['an edited cost', sql`update usage_events set cost_micros = 1 where cost_micros > 0`, /cost/],
  [
    'a charge above the hold',
    sql`update calls set charge_micros = 5000 where charge_micros = 1000`,
    /more than it held/,
  ],
  ['a refund that was forgotten', sql`update calls set refunded_micros = 0`, /refunds/],
  ['a call that was opened again', sql`update calls set step = 'reserved' where step = 'released'`, /no event/],
  ['a run that lost count', sql`update runs set open_calls = 5 where open_calls = 0`, /counts its open calls/],
  ['live events on a test meter', sql`update usage_events set test = false`, /one account and mode/],
  ['periods that overlap', sql`insert into periods select account, starts_at + 1, ends_at + 1 from periods`, /overlap/],
] as const)('%s is named', async (_, tamper, rule) => {
  const store = await livedIn();
  await store.drizzle.execute(tamper);
  const { differences } = await auditLedger(store);
  expect(differences.map((one) => one.rule)).toContainEqual(expect.stringMatching(rule));
  for (const { id, expected, found } of differences) expect([id.length > 0, expected !== found]).toEqual([true, true]);
});
