import { expect, test } from 'vitest';

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

/** The part of the ledger's contract about what every ended call leaves behind. */
export function eventsContract(current: () => StoreUnderTest): void {
  async function reserve(wish: Wish = {}) {
    const reservation = reservationOf(wish);
    await current().ledger.reserve(reservation);
    return reservation;
  }
  const events = (page: { limit: number; before?: string } = { limit: 10 }) => current().ledger.events(acme, page);

  test('leaves one event per ended call, newest first, page by page', async () => {
    const { ledger, journal } = current();
    for (const [index, user] of ['ada', 'bob', 'cyd'].entries()) {
      const { calls } = await reserve({ user, key: 'key_1', createdAt: noon + index });
      await journal.advance(leaseOf(calls[0]), 'reserved', 'submitting', {
        candidate: index % 2,
        submittedAt: noon + 500,
      });
      const at = noon + 1000 * (index + 1);
      if (index === 2) await ledger.release(leaseOf(calls[0]), { ...refused, outcome: 'canceled', at });
      else await ledger.settle(leaseOf(calls[0]), { ...delivered, at });
    }
    const all = await events();
    expect(all.map(({ user }) => user)).toEqual(['cyd', 'bob', 'ada']);
    expect(await events({ limit: 2 })).toEqual(all.slice(0, 2));
    expect(await events({ limit: 2, before: all[1]!.id })).toEqual(all.slice(2));
    const { id, runId, callId, ...canceled } = all[0]!;
    expect([id, runId, callId].every((text) => String(text).length > 10)).toBe(true);
    expect(canceled).toEqual({
      ...acme,
      kind: 'call',
      user: 'cyd',
      key: 'key_1',
      operation: 'edit',
      vendor: 'vendor',
      model: 'vendor/paint',
      catalogueDate: '2026-03-01',
      outcome: 'canceled',
      errorCode: 'vendor_rejected',
      count: 0,
      quoteMicros: 1000,
      costMicros: 0,
      chargeMicros: 0,
      inputBytes: 0,
      outputBytes: 0,
      consent: null,
      reference: null,
      reason: null,
      heldAt: noon + 2,
      submittedAt: noon + 500,
      at: noon + 3000,
    });
    expect(all[1]).toMatchObject({
      vendor: 'other',
      model: 'other/draw',
      catalogueDate: null,
      errorCode: null,
      count: 1,
      costMicros: 900,
    });
  });

  test('an event says how large the files were and which consent was given', async () => {
    const file = {
      asset: 'asset_in',
      kind: 'image',
      mediaType: 'image/png',
      size: 400,
      sha256: 'a',
      width: 2,
      height: 2,
    };
    const ref = { ...file, seconds: null };
    const request = {
      image: ref,
      references: [{ ...ref, size: 30 }],
      size: { width: 64, height: 64 },
      consent: 'form 7',
    };
    const { run, calls } = await reserve({ request });
    const { asset: _, ...facts } = ref;
    const made = { ...facts, kind: 'image' as const, account: 'acme', test: true, runId: run.id, createdAt: noon };
    const files = [1000, 2000].map((size) => ({ ...made, id: `asset_${size}`, key: `${size}`, size }));
    await current().ledger.settle(leaseOf(calls[0]), { ...delivered, files });
    expect(await events()).toMatchObject([{ inputBytes: 430, outputBytes: 3000, consent: 'form 7' }]);
    await reserve({ request: { consent: true } }).then(async ({ calls: [call] }) =>
      current().ledger.release(leaseOf(call), { ...refused, at: noon + 9000 }),
    );
    expect((await events())[0]).toMatchObject({ inputBytes: 0, consent: 'true' });
  });

  test('sums by day, operation, model, vendor, key and user, within the time asked for', async () => {
    const day = 24 * 60 * 60_000;
    const runs = [
      { user: 'ada', at: noon },
      { user: 'bob', key: 'key_1', at: noon, operation: 'upscale' },
      { user: 'ada', at: noon + day },
      { user: null, at: noon + 3 * day },
    ];
    for (const { at, ...wish } of runs) {
      const { calls } = await reserve({ ...wish, createdAt: at });
      await current().ledger.settle(leaseOf(calls[0]), { ...delivered, at });
    }
    const { calls } = await reserve({ user: 'bob' });
    await current().ledger.release(leaseOf(calls[0]), { ...refused, at: noon + 1 });
    const report = (by: 'day' | 'operation' | 'model' | 'vendor' | 'key' | 'user', until = noon + 2 * day) =>
      current().books.report(acme, { from: noon, until, by });
    const one = { calls: 1, succeeded: 1, count: 1, costMicros: 900, chargeMicros: 1000 };
    const two = { calls: 2, succeeded: 2, count: 2, costMicros: 1800, chargeMicros: 2000 };
    expect(await report('day')).toEqual([
      { group: '2026-03-15', ...two, calls: 3 },
      { group: '2026-03-16', ...one },
    ]);
    expect(await report('operation')).toEqual([
      { group: 'edit', ...two, calls: 3 },
      { group: 'upscale', ...one },
    ]);
    expect(await report('user', noon + 4 * day)).toEqual([
      { group: 'ada', ...two },
      { group: 'bob', ...one, calls: 2 },
      { group: null, ...one },
    ]);
    expect(await report('key')).toMatchObject([
      { group: 'key_1', calls: 1 },
      { group: null, calls: 3 },
    ]);
    expect(await report('model')).toMatchObject([{ group: 'vendor/paint', calls: 4 }]);
    expect(await report('vendor')).toMatchObject([{ group: 'vendor', chargeMicros: 3000 }]);
    expect(await report('day', noon)).toEqual([]);
  });
}
