import { systemClock } from '@image-studio/core';
import { acme, delivered, leaseOf, noon, reservationOf } from '@image-studio/core/contracts';
import { createStore, openDatabase, type Store } from '@image-studio/store';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announceAlerts } from '../src/announce-alerts.ts';
import { expireAbandoned } from '../src/expire-abandoned.ts';

const day = 24 * 60 * 60 * 1000;
let store: Store;
beforeEach(async () => {
  store = createStore(await openDatabase({ memory: true }));
  await store.accounts.create({ id: 'acme', createdAt: noon });
}, 60_000);
afterEach(() => store.close());

/** The chores of a node at this moment. */
const node = (now = noon) => ({
  ...store,
  clock: { ...systemClock, now: () => now },
  logger: pino({ level: 'silent' }),
});

describe('alerts', () => {
  async function alerted() {
    const hook = await store.webhooks.create({
      ...acme,
      url: 'https://example.test/',
      events: ['alert.threshold'],
      secret: 'whsec_x',
      at: noon,
    });
    await store.accounts.setLimit({ ...acme, subject: 'account', meter: 'spend', limit: { max: 1000 } });
    const { calls, ...reservation } = reservationOf({ micros: 850 });
    await store.ledger.reserve({ calls, ...reservation });
    await store.ledger.settle(leaseOf(calls[0]), { ...delivered, chargeMicros: 850 });
    return async () => {
      const due = await store.deliveries.claim({ now: noon + day, retryAt: noon + 2 * day, limit: 10 });
      expect(due.every(({ webhookId }) => webhookId === hook.id)).toBe(true);
      return due.map(({ type, data }) => [type, (data as { threshold: number }).threshold]).toSorted();
    };
  }
  const once = [
    ['alert.threshold', 50],
    ['alert.threshold', 80],
  ];

  it('are announced once by several nodes', async () => {
    const events = await alerted();
    await Promise.all([announceAlerts(node()), announceAlerts(node()), announceAlerts(node())]);
    expect(await events()).toEqual(once);
    expect(await store.books.untoldAlerts(10)).toEqual([]);
  });

  it('are neither lost nor announced twice when a node dies in the middle', async () => {
    const events = await alerted();
    const killed = () => Promise.reject(new Error('killed'));
    const dying = { ...node(), books: { ...store.books, markTold: killed } };
    await expect(announceAlerts(dying)).rejects.toThrow('killed');
    const early = { ...node(), webhooks: { ...store.webhooks, announce: killed } };
    await expect(announceAlerts(early)).rejects.toThrow('killed');
    expect(await store.books.untoldAlerts(10)).toHaveLength(2);
    await announceAlerts(node());
    expect(await events()).toEqual(once);
  });
});

describe('a call that nobody drives', () => {
  it('is ended after seven days: never sent is given back, sent is charged as quoted', async () => {
    const { calls, ...reservation } = reservationOf({ calls: 2, micros: 2000 });
    await store.ledger.reserve({ calls, ...reservation });
    const [, sent] = calls;
    await store.journal.advance(leaseOf(sent), 'reserved', 'submitting', { submittedAt: noon });
    const spend = async () => (await store.ledger.usage(acme, noon)).find(({ meter }) => meter === 'spend');
    const before = await spend();
    expect(await expireAbandoned(node(noon + 6 * day))).toBe(0);
    expect(await spend()).toEqual(before);
    expect(await expireAbandoned(node(noon + 8 * day))).toBe(2);
    expect(await expireAbandoned(node(noon + 8 * day))).toBe(0);
    const run = await store.journal.getRun(acme, reservation.run.id);
    expect(run?.calls).toMatchObject([
      { step: 'released', chargeMicros: 0, error: { code: 'timed_out', billed: 'no' } },
      { step: 'settled', chargeMicros: expect.any(Number), error: { code: 'timed_out', billed: 'unknown' } },
    ]);
    expect(await spend()).toMatchObject({ held: 0, used: run?.calls[1]?.chargeMicros });
    expect(run?.calls[1]?.chargeMicros).toBeGreaterThan(0);
  });

  it('is left alone while a node has its lease', async () => {
    const { calls, ...reservation } = reservationOf({});
    await store.ledger.reserve({ calls, ...reservation });
    await store.journal.renew({ leases: [leaseOf(calls[0])], leaseUntil: noon + 8 * day });
    expect(await expireAbandoned(node(noon + 8 * day))).toBe(0);
  });
});
