import { acme, delivered, leaseOf, noon, reservationOf } from '@image-studio/core/contracts';
import { createStore, openDatabase, reconcileBalance } from '@image-studio/store';
import { expect, test } from 'vitest';

test('the fall of a vendor’s balance is compared with what was booked since it was last looked at', async () => {
  const database = await openDatabase({ memory: true });
  const { accounts, ledger, journal } = createStore(database);
  await accounts.create({ id: 'acme', createdAt: noon });
  const spend = async (at: number, costMicros: number) => {
    const { run, calls, count, micros } = reservationOf({ createdAt: at });
    await ledger.reserve({ run, calls, count, micros });
    await ledger.settle(leaseOf(calls[0]), { ...delivered, costMicros, at });
  };
  const look = (micros: number, at: number) =>
    reconcileBalance(database, { vendor: 'vendor', test: acme.test, micros, at });

  await spend(noon - 5, 700);
  const nothingYet = { since: null, takenMicros: 0, bookedMicros: 0, open: 0 };
  expect(await look(100_000, noon)).toEqual(nothingYet);
  await spend(noon + 1, 900);
  await spend(noon + 2, 300);
  const sent = reservationOf({ createdAt: noon + 3 });
  await ledger.reserve(sent);
  await journal.advance(leaseOf(sent.calls[0]), 'reserved', 'submitting', { submittedAt: noon + 3 });
  expect(await look(98_700, noon + 10)).toEqual({ since: noon, takenMicros: 1300, bookedMicros: 1200, open: 1 });
  expect(await look(148_700, noon + 20)).toMatchObject({ since: noon + 10, takenMicros: -50_000, bookedMicros: 0 });
  const other = { vendor: 'vendor', test: !acme.test, micros: 5, at: noon + 20 };
  expect(await reconcileBalance(database, other)).toEqual(nothingYet);
  await database.close();
});
