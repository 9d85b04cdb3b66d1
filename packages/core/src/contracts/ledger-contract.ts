import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { alertsContract } from './alerts-contract.ts';
import { booksContract } from './books-contract.ts';
import { eventsContract } from './events-contract.ts';
import { filesContract } from './files-contract.ts';
import { ledgerConcurrency } from './ledger-concurrency.ts';
import {
  acme,
  delivered,
  leaseOf,
  noon,
  refused,
  reservationOf,
  type StoreUnderTest,
  type Wish,
} from './ledger-rows.ts';
import { limitsContract } from './limits-contract.ts';
import { plansContract } from './plans-contract.ts';
import { windowsContract } from './windows-contract.ts';

const newYear = Date.UTC(2026, 0, 1);
const april = Date.UTC(2026, 3, 2);
const march = { startsAt: Date.UTC(2026, 2, 1), endsAt: Date.UTC(2026, 3, 1) };

/** What every ledger does; run over each implementation. `make` gives an empty store for each test. */
export function ledgerContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`ledger: ${name}`, () => {
    let store: StoreUnderTest;
    beforeEach(async () => {
      store = await make();
      for (const id of ['acme', 'other']) await store.accounts.create({ id, createdAt: noon, anchorAt: newYear });
    });
    afterEach(() => store.close?.());

    async function reserve(wish: Wish = {}) {
      const reservation = reservationOf(wish);
      await store.ledger.reserve(reservation);
      return reservation;
    }

    test('refuses an account that is unknown, missing or inactive, and leaves nothing', async () => {
      await store.accounts.setActive('acme', false);
      const refusals = [
        ['unauthorized', reservationOf({ account: 'unknown' })],
        ['unauthorized', reservationOf({ account: null })],
        ['plan_inactive', reservationOf()],
      ] as const;
      for (const [code, reservation] of refusals) {
        await expect(store.ledger.reserve(reservation)).rejects.toMatchObject({ code });
        expect(await store.journal.getRun(reservation.run, reservation.run.id)).toBeUndefined();
      }
      await store.accounts.setActive('acme', true);
      expect(await store.ledger.reserve(reservationOf())).toMatchObject({ attached: false });
    });

    test('refuses calls that do not add up to the reservation', async () => {
      const { micros, count, ...rest } = reservationOf({ calls: 2 });
      for (const wrong of [
        { micros: micros - 1, count },
        { micros, count: 1 },
        { micros, count, calls: [] },
      ])
        await expect(store.ledger.reserve({ ...rest, ...wrong })).rejects.toMatchObject({ code: 'internal' });
      expect(await store.journal.listRuns(acme, { limit: 1 })).toEqual([]);
    });

    test('holds outputs, money and a run; settling counts what came and gives the rest back', async () => {
      const { run, calls } = await reserve({ calls: 2, outputs: 3, micros: 1000 });
      expect(await store.ledger.usage(acme, noon)).toEqual([
        { meter: 'concurrency', used: 0, held: 1, max: null, startsAt: null, endsAt: null, previous: 0, total: 0 },
        { meter: 'edit', used: 0, held: 6, max: null, ...march, previous: 0, total: 0 },
        { meter: 'spend', used: 0, held: 2000, max: null, ...march, previous: 0, total: 0 },
      ]);
      const settlement = { ...delivered, count: 2, chargeMicros: 700 };
      expect(await store.ledger.settle(leaseOf(calls[0]), settlement)).toBe(true);
      expect(await store.ledger.usage(acme, noon)).toMatchObject([
        { used: 0, held: 1 },
        { used: 2, held: 3 },
        { used: 700, held: 1000 },
      ]);
      expect(await store.ledger.release(leaseOf(calls[1]), refused)).toBe(true);
      expect(await store.ledger.usage(acme, noon)).toMatchObject([
        { used: 0, held: 0 },
        { used: 2, held: 0 },
        { used: 700, held: 0 },
      ]);
      const read = await store.journal.getRun(acme, run.id);
      const finishedAt = noon + 5000;
      expect(read?.calls).toEqual([
        { ...calls[0], step: 'settled', outcome: 'succeeded', costMicros: 900, chargeMicros: 700, finishedAt },
        { ...calls[1], ...refused, at: undefined, step: 'released', costMicros: 0, chargeMicros: 0, finishedAt },
      ]);
    });

    test('charges a failed call that the vendor billed, and never more than the hold', async () => {
      const { calls } = await reserve({ calls: 2 });
      const { error } = refused;
      const billed = { outcome: 'failed', count: 0, costMicros: 5000, chargeMicros: 5000, error, at: noon } as const;
      await store.ledger.settle(leaseOf(calls[0]), billed);
      await store.ledger.settle(leaseOf(calls[1]), { ...delivered, count: 4 });
      expect(await store.ledger.usage(acme, noon)).toMatchObject([{}, { used: 1, held: 0 }, { used: 2000, held: 0 }]);
      const events = await store.ledger.events(acme, { limit: 10 });
      const expected = { count: 0, costMicros: 5000, chargeMicros: 1000, errorCode: 'vendor_rejected' };
      expect(events.find(({ outcome }) => outcome === 'failed')).toMatchObject(expected);
    });

    test('ends a call once', async () => {
      const [first, second] = [await reserve(), await reserve()];
      const settle = () => store.ledger.settle(leaseOf(first.calls[0]), delivered);
      const release = () => store.ledger.release(leaseOf(second.calls[0]), refused);
      expect([await settle(), await settle(), await release(), await release()]).toEqual([true, false, true, false]);
      expect(await store.ledger.release(leaseOf(first.calls[0]), refused)).toBe(false);
      expect(await store.ledger.settle(leaseOf(second.calls[0]), delivered)).toBe(false);
      expect(await store.ledger.usage(acme, noon)).toMatchObject([
        { meter: 'concurrency', held: 0 },
        { used: 1, held: 0 },
        { used: 1000, held: 0 },
      ]);
      expect(await store.ledger.events(acme, { limit: 10 })).toHaveLength(2);
    });

    test('ends no call for a stranger or with a stale lease', async () => {
      const { calls } = await reserve();
      const { callId, leaseToken } = leaseOf(calls[0]);
      const stale = [leaseToken - 1, leaseToken + 1].map((token) => ({ callId, leaseToken: token }));
      for (const lease of [...stale, { callId: 'call_unknown', leaseToken }]) {
        expect(await store.ledger.settle(lease, delivered)).toBe(false);
        expect(await store.ledger.release(lease, refused)).toBe(false);
      }
      expect(await store.ledger.usage(acme, noon)).toMatchObject([{ held: 1 }, { held: 1 }, { held: 1000 }]);
      expect(await store.ledger.events(acme, { limit: 10 })).toEqual([]);
    });

    test('keeps a hold in the period that made it', async () => {
      const { calls } = await reserve({ createdAt: march.endsAt - 1 });
      await store.ledger.settle(leaseOf(calls[0]), { ...delivered, at: april });
      expect(await store.ledger.usage(acme, march.endsAt - 1)).toMatchObject([
        {},
        { used: 1, held: 0 },
        { used: 1000 },
      ]);
      expect(await store.ledger.usage(acme, march.endsAt)).toMatchObject([
        { meter: 'concurrency' },
        {
          meter: 'edit',
          previous: 1,
          used: 0,
          held: 0,
          total: 1,
          startsAt: march.endsAt,
          endsAt: Date.UTC(2026, 4, 1),
        },
        { meter: 'spend', previous: 1000, used: 0, held: 0, total: 1000 },
      ]);
    });

    test('keeps test and live and accounts apart', async () => {
      const live = { account: 'acme', test: false };
      await store.accounts.setLimit({ ...acme, subject: 'account', meter: 'edit', limit: { max: 1 } });
      await reserve({ idempotencyKey: 'once' });
      const { run } = await reserve({ ...live, outputs: 5, idempotencyKey: 'once', requestHash: 'different' });
      await reserve({ account: 'other', idempotencyKey: 'once', requestHash: 'different' });
      expect(await store.ledger.usage(live, noon)).toMatchObject([{}, { held: 5, max: null }, {}]);
      expect(await store.ledger.usage(acme, noon)).toMatchObject([{}, { held: 1, max: 1 }, {}]);
      await store.ledger.settle(leaseOf((await store.journal.getRun(live, run.id))?.calls[0]), delivered);
      expect(await store.ledger.events(acme, { limit: 10 })).toEqual([]);
      expect(await store.ledger.events({ account: 'other', test: true }, { limit: 10 })).toEqual([]);
      expect(await store.ledger.events(live, { limit: 10 })).toHaveLength(1);
    });

    limitsContract(() => store);
    windowsContract(() => store);
    ledgerConcurrency(() => store);
    plansContract(() => store);
    eventsContract(() => store);
    filesContract(() => store);
    booksContract(() => store);
    alertsContract(() => store);
  });
}
