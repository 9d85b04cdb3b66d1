import { expect, test } from 'vitest';

import { delivered, journalContract, leaseOf, ledgerContract, noon, reservationOf } from '@image-studio/core/contracts';
import { createMemoryStore } from '@image-studio/core/memory';

const metered = async () => createMemoryStore({ ledger: 'metered' });
ledgerContract('memory', metered);
journalContract('memory', metered);

test('without a ledger nothing is limited, nobody needs an account, and events are kept', async () => {
  const { ledger, journal } = createMemoryStore();
  const nobody = { account: null, test: false };
  const reservation = reservationOf({ ...nobody, outputs: 1_000_000, idempotencyKey: 'once' });
  expect(await ledger.reserve(reservation)).toEqual({ runId: reservation.run.id, attached: false });
  expect(await ledger.reserve(reservationOf({ ...nobody, outputs: 1_000_000, idempotencyKey: 'once' }))).toEqual({
    runId: reservation.run.id,
    attached: true,
  });
  expect(await ledger.settle(leaseOf(reservation.calls[0]), delivered)).toBe(true);
  expect(await ledger.usage(nobody, noon)).toEqual([]);
  expect(await ledger.events(nobody, { limit: 10 })).toMatchObject([{ account: null, count: 1, chargeMicros: 1000 }]);
  expect((await journal.getRun(nobody, reservation.run.id))?.calls[0]?.step).toBe('settled');
});

test(
  'the oldest runs that are over are forgotten, so that memory does not grow for ever',
  { timeout: 60_000 },
  async () => {
    const { ledger, journal } = createMemoryStore();
    const nobody = { account: null, test: false };
    const begin = async (createdAt: number, idempotencyKey: string) => {
      const reservation = reservationOf({ ...nobody, createdAt, idempotencyKey });
      await ledger.reserve(reservation);
      return reservation;
    };
    const open = await begin(noon, 'open');
    const first = await begin(noon + 1, 'first');
    await ledger.settle(leaseOf(first.calls[0]), delivered);
    for (let index = 2; index <= 10_000; index++)
      await ledger.settle(leaseOf((await begin(noon + index, `key ${index}`)).calls[0]), delivered);
    expect(await journal.getRun(nobody, open.run.id)).toBeDefined();
    expect(await journal.getRun(nobody, first.run.id)).toBeUndefined();
    expect(await ledger.events(nobody, { limit: 20_000 })).toHaveLength(9999);
    expect((await ledger.reserve(reservationOf({ ...nobody, idempotencyKey: 'first' }))).attached).toBe(false);
    expect((await ledger.reserve(reservationOf({ ...nobody, idempotencyKey: 'open' }))).attached).toBe(true);
  },
);
