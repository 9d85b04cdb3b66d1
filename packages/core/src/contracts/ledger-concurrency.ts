import { expect, test } from 'vitest';

import { isStudioError } from '../errors/studio-error.ts';
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

/** The part of the ledger's contract about many at once. */
export function ledgerConcurrency(current: () => StoreUnderTest): void {
  /** How many of these passed; anything but a refusal by a limit is an error. */
  async function passed(wishes: readonly Wish[]) {
    const tries = wishes.map(async (wish) => {
      const reservation = reservationOf(wish);
      try {
        return (await current().ledger.reserve(reservation)).attached ? [] : [reservation];
      } catch (error) {
        if (isStudioError(error, 'quota_exceeded') || isStudioError(error, 'budget_exceeded')) return [];
        throw error;
      }
    });
    return (await Promise.all(tries)).flat();
  }
  const many = (count: number, wish: (index: number) => Wish) =>
    Array.from({ length: count }, (_, index) => wish(index));
  const usage = async () =>
    Object.fromEntries(
      (await current().ledger.usage(acme, noon)).map(({ meter, used, held }) => [meter, { used, held }]),
    );

  test('many at once never pass a limit together', async () => {
    await current().accounts.setLimit({ ...acme, subject: 'account', meter: 'edit', limit: { max: 10 } });
    expect(await passed(many(50, () => ({})))).toHaveLength(10);
    expect((await usage())['edit']).toEqual({ used: 0, held: 10 });
  });

  test('many at once with several calls, users and keys pass neither their own limits nor the common one', async () => {
    for (const user of ['ada', 'bob'])
      await current().accounts.setLimit({
        ...acme,
        subject: 'user',
        subjectId: user,
        meter: 'edit',
        limit: { max: 12 },
      });
    await current().accounts.setLimit({
      ...acme,
      subject: 'key',
      subjectId: 'k',
      meter: 'spend',
      limit: { max: 30_000 },
    });
    await current().accounts.setLimit({ ...acme, subject: 'account', meter: 'concurrency', limit: { max: 9 } });
    const wish = (index: number) => ({ user: index % 2 ? 'ada' : 'bob', key: index % 3 ? 'k' : null, calls: 2 });
    const accepted = await passed(many(60, wish));
    const held = (user: string) => accepted.filter(({ run }) => run.user === user).length * 2;
    expect(accepted).toHaveLength(9);
    expect(Math.max(held('ada'), held('bob'))).toBeLessThanOrEqual(12);
    expect(await usage()).toEqual({
      concurrency: { used: 0, held: 9 },
      edit: { used: 0, held: 18 },
      spend: { used: 0, held: 18_000 },
    });
  });

  test('many at once with one idempotency key make one run', async () => {
    const reservations = many(20, () => ({ idempotencyKey: 'once' })).map(reservationOf);
    const answers = await Promise.all(reservations.map((reservation) => current().ledger.reserve(reservation)));
    expect(answers.filter(({ attached }) => !attached)).toHaveLength(1);
    expect(new Set(answers.map(({ runId }) => runId)).size).toBe(1);
    expect(await usage()).toMatchObject({ concurrency: { held: 1 }, edit: { held: 1 }, spend: { held: 1000 } });
  });

  test('the calls of a run ending at once give its place back once', async () => {
    const { run, calls } = reservationOf({ calls: 8 });
    await current().ledger.reserve({ run, calls, count: 8, micros: 8000 });
    const ends = calls.flatMap((call, index) => {
      const lease = leaseOf(call);
      const { ledger } = current();
      return index % 2
        ? [ledger.settle(lease, delivered), ledger.settle(lease, delivered), ledger.release(lease, refused)]
        : [ledger.release(lease, refused), ledger.settle(lease, delivered)];
    });
    expect((await Promise.all(ends)).filter(Boolean)).toHaveLength(8);
    expect(await usage()).toMatchObject({ concurrency: { held: 0 }, edit: { held: 0 }, spend: { held: 0 } });
    expect(await current().ledger.events(acme, { limit: 100 })).toHaveLength(8);
  });

  test('events and meters agree while runs begin and end at once', async () => {
    await current().accounts.setLimit({ ...acme, subject: 'account', meter: 'spend', limit: { max: 60_000 } });
    await current().accounts.setLimit({
      ...acme,
      subject: 'user',
      subjectId: 'ada',
      meter: 'edit',
      limit: { max: 40 },
    });
    const open: ReturnType<typeof reservationOf>[] = [];
    for (let round = 0; round < 4; round++) {
      const ending = open.splice(0, 6).flatMap(({ calls }) => calls);
      const ends = ending.map((call, index) =>
        (index + round) % 3 === 0
          ? current().ledger.release(leaseOf(call), refused)
          : current().ledger.settle(leaseOf(call), { ...delivered, count: (index % 2) + 1, chargeMicros: 700 + index }),
      );
      const wish = (index: number) => ({ user: index % 2 ? 'ada' : null, calls: 1 + (index % 2), outputs: 2 });
      const [accepted] = await Promise.all([passed(many(12, wish)), Promise.all(ends)]);
      open.push(...accepted);
    }
    const events = await current().ledger.events(acme, { limit: 1000 });
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(events.length).toBeGreaterThan(10);
    expect(await usage()).toEqual({
      concurrency: { used: 0, held: open.length },
      edit: { used: sum(events.map(({ count }) => count)), held: sum(open.map(({ count }) => count)) },
      spend: { used: sum(events.map((event) => event.chargeMicros)), held: sum(open.map(({ micros }) => micros)) },
    });
  });
}
