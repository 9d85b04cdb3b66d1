import { expect, test } from 'vitest';

import {
  acme,
  delivered,
  leaseMs,
  leaseOf,
  noon,
  reservationOf,
  type StoreUnderTest,
  type Wish,
} from './ledger-rows.ts';

/** The part of the ledger's contract about ends and corrections by hand. */
export function booksContract(current: () => StoreUnderTest): void {
  async function reserve(wish: Wish = {}) {
    const reservation = reservationOf(wish);
    await current().ledger.reserve(reservation);
    return reservation;
  }
  const meter = async (name: string, at = noon) =>
    (await current().ledger.usage(acme, at)).find((reading) => reading.meter === name);
  const correction = { reference: 'ticket 1', reason: 'a bad picture', micros: 400, at: noon + 9000 };

  test('a call that nobody drives any more expires: never sent is given back, sent is charged as quoted', async () => {
    const { calls } = await reserve({ calls: 2, markupBasisPoints: 1000 });
    const [waiting, sent] = calls;
    await current().journal.advance(leaseOf(sent), 'reserved', 'submitting');
    const expire = (call: typeof sent, before: number) =>
      current().books.expire(String(call?.id), { before, at: noon + 60_000 });
    expect(await expire(waiting, noon + leaseMs)).toBe(false);
    expect(await expire(waiting, noon + leaseMs + 1)).toBe(true);
    expect(await expire(waiting, noon + leaseMs + 1)).toBe(false);
    expect(await expire(sent, noon + leaseMs + 1)).toBe(true);
    expect(await current().books.expire('call_unknown', { before: noon * 2, at: noon })).toBe(false);
    expect(await current().ledger.settle(leaseOf(sent), delivered)).toBe(false);
    expect(await meter('spend')).toMatchObject({ used: 1000, held: 0 });
    expect(await meter('concurrency')).toMatchObject({ held: 0 });
    const events = await current().ledger.events(acme, { limit: 10 });
    expect(events.map(({ outcome, errorCode, chargeMicros }) => [outcome, errorCode, chargeMicros]).toSorted()).toEqual(
      [
        ['failed', 'timed_out', 0],
        ['failed', 'timed_out', 1000],
      ],
    );
    const read = await current().journal.getRun(acme, String(waiting?.runId));
    expect(read?.calls).toMatchObject([
      { step: 'released', error: { code: 'timed_out', billed: 'no' }, chargeMicros: 0 },
      { step: 'settled', error: { code: 'timed_out', billed: 'unknown' }, costMicros: 1000 },
    ]);
  });

  test('a refund is a new event in the period of its call, once for a reference, and never more than was charged', async () => {
    const inFebruary = Date.UTC(2026, 1, 10);
    const { calls } = await reserve({ user: 'ada', createdAt: inFebruary });
    const [call] = calls;
    await current().ledger.settle(leaseOf(call), { ...delivered, at: inFebruary });
    const callId = String(call?.id);
    const refund = (change: Partial<typeof correction> = {}, scope = acme) =>
      current().books.refund(scope, callId, { ...correction, ...change });
    const made = await refund();
    expect(made).toMatchObject({ kind: 'refund', callId, user: 'ada', chargeMicros: -400, costMicros: 0, count: 0 });
    expect(made).toMatchObject({ outcome: null, reference: 'ticket 1', reason: 'a bad picture', heldAt: inFebruary });
    expect(await refund()).toEqual(made);
    await expect(refund({ reference: 'ticket 2', micros: 601 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(refund({ reference: 'ticket 2', micros: 0 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(refund({ reference: 'ticket 2' }, { ...acme, test: false })).rejects.toMatchObject({
      code: 'not_found',
    });
    await refund({ reference: 'ticket 2', micros: 600 });
    await expect(refund({ reference: 'ticket 3', micros: 1 })).rejects.toMatchObject({ code: 'conflict' });
    expect(await meter('spend', inFebruary)).toMatchObject({ used: 0, held: 0 });
    expect(await meter('edit', inFebruary)).toMatchObject({ used: 1 });
    expect(await meter('spend')).toMatchObject({ previous: 0, used: 0, total: 0 });
    const events = await current().ledger.events(acme, { limit: 10 });
    expect(events.map(({ kind, chargeMicros }) => [kind, chargeMicros])).toEqual(
      expect.arrayContaining([
        ['refund', -600],
        ['refund', -400],
        ['call', 1000],
      ]),
    );
  });

  test('many refunds at once give back no more than was charged', async () => {
    const { calls } = await reserve();
    await current().ledger.settle(leaseOf(calls[0]), delivered);
    const tries = Array.from({ length: 8 }, (_, index) =>
      current()
        .books.refund(acme, String(calls[0]?.id), { ...correction, reference: `number ${index % 4}`, micros: 400 })
        .then(({ id }) => id)
        .catch(() => undefined),
    );
    expect(new Set((await Promise.all(tries)).filter((id) => id !== undefined)).size).toBe(2);
    expect(await meter('spend')).toMatchObject({ used: 200 });
  });

  test('an adjustment charges or credits the current period, and leaves no spend below nothing', async () => {
    const adjust = (reference: string, micros: number, account = 'acme') =>
      current().books.adjust({ ...acme, account }, { ...correction, reference, micros });
    expect(await adjust('fee', 700)).toMatchObject({
      kind: 'adjustment',
      chargeMicros: 700,
      callId: null,
      heldAt: noon + 9000,
    });
    await adjust('fee', 700);
    await expect(adjust('too much', -701)).rejects.toMatchObject({ code: 'conflict' });
    await adjust('credit', -200);
    await expect(adjust('fee', 1, 'unknown')).rejects.toMatchObject({ code: 'not_found' });
    expect(await meter('spend')).toMatchObject({ used: 500 });
    await current().accounts.setLimit({ ...acme, subject: 'account', meter: 'budget', limit: { max: 1400 } });
    await expect(reserve()).rejects.toMatchObject({ details: { limit: { meter: 'budget', used: 500 } } });
    expect(await current().ledger.events(acme, { limit: 10 })).toHaveLength(2);
    expect(await current().ledger.events({ ...acme, test: false }, { limit: 10 })).toEqual([]);
  });
}
