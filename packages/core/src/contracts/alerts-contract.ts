import { expect, test } from 'vitest';

import { acme, delivered, leaseOf, noon, reservationOf, type StoreUnderTest, type Wish } from './ledger-rows.ts';

/** The part of the ledger's contract about alerts, and about quotes that stand. */
export function alertsContract(current: () => StoreUnderTest): void {
  const limit = (max: number, meter = 'spend') =>
    current().accounts.setLimit({ ...acme, subject: 'account', meter, limit: { max } });
  async function spend(micros: number, wish: Wish = {}) {
    const { calls, ...reservation } = reservationOf({ micros, ...wish });
    await current().ledger.reserve({ calls, ...reservation });
    await current().ledger.settle(leaseOf(calls[0]), {
      ...delivered,
      chargeMicros: micros,
      at: reservation.run.createdAt,
    });
  }
  const thresholds = async (scope = acme) =>
    (await current().books.alerts(scope, { limit: 100 })).map(({ meter, threshold }) => `${meter} ${threshold}`);

  test('50, 80, 95 and 100 percent of a limit are alerted of once each, and again in the next period', async () => {
    await limit(1000);
    await spend(499);
    expect(await thresholds()).toEqual([]);
    await spend(1);
    expect(await thresholds()).toEqual(['spend 50']);
    await spend(100);
    await spend(349);
    expect((await thresholds()).toSorted()).toEqual(['spend 50', 'spend 80']);
    await spend(51);
    expect((await thresholds()).toSorted()).toEqual(['spend 100', 'spend 50', 'spend 80', 'spend 95']);
    const april = Date.UTC(2026, 3, 2);
    await spend(600, { createdAt: april });
    const [newest] = await current().books.alerts(acme, { limit: 1 });
    const endsAt = Date.UTC(2026, 4, 1);
    expect(newest).toMatchObject({
      threshold: 50,
      max: 1000,
      used: 600,
      startsAt: Date.UTC(2026, 3, 1),
      endsAt,
      at: april,
    });
    expect(newest).toMatchObject({ ...acme, subject: 'account', subjectId: 'acme', meter: 'spend' });
    expect(await thresholds({ ...acme, test: false })).toEqual([]);
  });

  test('what is held and not yet charged raises no alert; a raised limit raises none twice', async () => {
    await limit(2, 'edit');
    const { calls, ...reservation } = reservationOf({ outputs: 2 });
    await current().ledger.reserve({ calls, ...reservation });
    expect(await thresholds()).toEqual([]);
    await current().ledger.settle(leaseOf(calls[0]), { ...delivered, count: 1 });
    expect(await thresholds()).toEqual(['edit 50']);
    await limit(3, 'edit');
    await spend(1, { outputs: 1 });
    expect(await thresholds()).toEqual(['edit 50']);
  });

  test('many at once raise each alert once', async () => {
    await limit(20_000);
    await Promise.all(Array.from({ length: 20 }, () => spend(1000, { calls: 1 })));
    expect((await thresholds()).toSorted()).toEqual(['spend 100', 'spend 50', 'spend 80', 'spend 95']);
  });

  test('an alert is told once', async () => {
    await limit(1000);
    await spend(850);
    const untold = await current().books.untoldAlerts(10);
    expect(untold.map(({ threshold }) => threshold)).toEqual([50, 80]);
    const ids = untold.map(({ id }) => id);
    expect(await current().books.untoldAlerts(1)).toEqual(untold.slice(0, 1));
    const told = await Promise.all([current().books.markTold(ids, noon), current().books.markTold(ids, noon)]);
    expect(told.flat().toSorted()).toEqual(ids.toSorted());
    expect(await current().books.untoldAlerts(10)).toEqual([]);
    expect(await thresholds()).toHaveLength(2);
  });

  test('a quote is kept for its account and mode', async () => {
    const { ledger } = current();
    const quote = { ...acme, id: 'quote_1', requestHash: 'hash', micros: 1500, expiresAt: noon + 1000 };
    await ledger.keepQuote(quote);
    expect(await ledger.findQuote(acme, 'quote_1')).toEqual(quote);
    expect(await ledger.findQuote({ ...acme, test: false }, 'quote_1')).toBeUndefined();
    expect(await ledger.findQuote({ ...acme, account: 'other' }, 'quote_1')).toBeUndefined();
    expect(await ledger.findQuote(acme, 'quote_2')).toBeUndefined();
  });
}
