import { acme, noon, reservationOf } from '@image-studio/core/contracts';
import { createStore, openDatabase } from '@image-studio/store';
import { expect, test } from 'vitest';

const week = 7 * 24 * 60 * 60 * 1000;

test('idempotency keys are swept when they name nothing any more, so many at once', async () => {
  const database = await openDatabase({ memory: true });
  const { accounts, ledger, archive } = createStore(database);
  await accounts.create({ id: 'acme', createdAt: noon });
  for (const [index, idempotencyKey] of ['a', 'b', 'c'].entries())
    await ledger.reserve(reservationOf({ idempotencyKey, createdAt: noon + index }));
  expect(await archive.expireKeys({ at: noon + week - 1, limit: 10 })).toBe(0);
  expect(await archive.expireKeys({ at: noon + 1 + week, limit: 1 })).toBe(1);
  expect(await archive.expireKeys({ at: noon + 1 + week, limit: 10 })).toBe(1);
  expect(await ledger.findRepeated(acme, 'b', noon + 1)).toBeUndefined();
  expect(await ledger.findRepeated(acme, 'c', noon + 2)).toBeDefined();
  await database.close();
});
