import { isStudioError } from '@image-studio/core';
import { acme, noon, reservationOf } from '@image-studio/core/contracts';
import { auditLedger } from '@image-studio/store';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { storeOver } from './databases.ts';
import { action, answerOf, beginHistory, stepOf } from './history.ts';

const refusals = ['quota_exceeded', 'budget_exceeded', 'rate_limited', 'plan_inactive', 'conflict', 'not_found'];

/** What waits for a statement goes together in the next: each still gets what it would get alone. */
export function together(name: string, make: ReturnType<typeof storeOver>, numRuns = 6): void {
  test(`${name} gives each of many at once its own answer, whoever is beside it`, async () => {
    const store = await make();
    for (const id of ['acme', 'other', 'asleep']) await store.accounts.create({ id, createdAt: noon });
    await store.accounts.setActive('asleep', false);
    await store.accounts.setLimit({ ...acme, subject: 'account', meter: 'spend', limit: { max: 3000 } });
    const { run: taken } = reservationOf({ account: 'other', idempotencyKey: 'taken' });
    await store.ledger.reserve({ ...reservationOf({ account: 'other' }), run: taken, calls: callsOf(taken.id) });
    // Its meters are there: who waits for them to be made comes back in any order.
    await store.ledger.reserve(reservationOf({ account: 'acme', micros: 0 }));
    const wishes = [
      [{ account: 'acme', micros: 2000 }, 'accepted'],
      [{ account: 'unknown' }, 'unauthorized'],
      [{ account: 'acme', micros: 3001 }, 'budget_exceeded'],
      [{ account: 'asleep' }, 'plan_inactive'],
      [{ account: 'other', idempotencyKey: 'taken' }, taken.id],
      [{ account: 'other', idempotencyKey: 'taken', requestHash: 'another' }, 'conflict'],
      [{ account: 'acme', micros: 1500 }, 'budget_exceeded'],
      [{ account: 'acme', micros: 1000 }, 'accepted'],
      [{ account: 'other', createdAt: noon + 90_000 }, 'accepted'],
      [{ account: 'other', test: false, createdAt: noon + 40 * 86_400_000 }, 'accepted'],
    ] as const;
    const answers = wishes.map(async ([wish]) => {
      const reservation = reservationOf(wish);
      try {
        const { runId } = await store.ledger.reserve(reservation);
        return runId === reservation.run.id ? 'accepted' : runId;
      } catch (error) {
        return isStudioError(error) ? error.code : error;
      }
    });
    expect(await Promise.all(answers)).toEqual(wishes.map(([, expected]) => expected));
    expect((await auditLedger(store)).differences).toEqual([]);
  });

  test(`${name} fails none of many for the fault of one`, async () => {
    const store = await make();
    await store.accounts.create({ id: 'acme', createdAt: noon });
    await store.ledger.reserve(reservationOf());
    const [first, second] = [reservationOf(), reservationOf()];
    const asked = [first, reservationOf(), first, second, reservationOf()];
    const answers = await Promise.allSettled(asked.map((one) => store.ledger.reserve(one)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect(answers[3]).toMatchObject({ value: { runId: second.run.id } });
    expect((await auditLedger(store)).differences).toEqual([]);
  });

  test(`${name} keeps limits and books, whatever is done at once`, async () => {
    const rounds = fc.array(fc.array(action, { minLength: 1, maxLength: 24 }), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rounds, async (histories) => {
        const store = await make();
        await beginHistory(store);
        const reserved: Parameters<typeof stepOf>[1] = [];
        for (const actions of histories) {
          const answers = await Promise.all(actions.map((one) => answerOf(stepOf(one, reserved), store)));
          for (const answer of answers) if (isError(answer)) expect(refusals).toContain(answer.code);
        }
        expect((await auditLedger(store)).differences).toEqual([]);
      }),
      { numRuns, endOnFailure: true },
    );
  });

  test(`${name} lets exactly through what fits, whatever is asked for at once`, async () => {
    const wish = fc.record({
      user: fc.constantFrom(null, 'ada', 'bob'),
      key: fc.constantFrom(null, 'key_1'),
      outputs: fc.integer({ min: 1, max: 4 }),
      micros: fc.constantFrom(0, 300, 700, 1900, 4000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 2, maxLength: 90 }), async (wishes) => {
        const store = await make();
        await store.accounts.create({ id: 'acme', createdAt: noon });
        for (const [whom, meter, max] of limits)
          await store.accounts.setLimit({ ...acme, ...whom, meter, limit: { max } });
        const asked = wishes.map(reservationOf);
        const answers = await Promise.allSettled(asked.map((reservation) => store.ledger.reserve(reservation)));
        for (const [whom, meter, max] of limits) {
          const found = (await store.ledger.usage(acme, noon, whom)).find((one) => one.meter === meter);
          expect(found?.held ?? 0).toBeLessThanOrEqual(max);
        }
        // Nothing was given back, so what did not fit then does not fit now.
        for (const [index, { status }] of answers.entries())
          if (status === 'rejected') expect(await store.ledger.judge(asked[index]!)).toBeDefined();
        expect((await auditLedger(store)).differences).toEqual([]);
      }),
      { numRuns, endOnFailure: true },
    );
  });
}

const limits = [
  [{ subject: 'account' }, 'edit', 60],
  [{ subject: 'account' }, 'spend', 20_000],
  [{ subject: 'user', subjectId: 'ada' }, 'edit', 15],
  [{ subject: 'user', subjectId: 'bob' }, 'spend', 5000],
  [{ subject: 'key', subjectId: 'key_1' }, 'budget', 9000],
] as const;

function callsOf(runId: string) {
  return reservationOf({ account: 'other' }).calls.map((call) => ({ ...call, runId }));
}

const isError = (answer: unknown): answer is { readonly code: string } =>
  typeof answer === 'object' && answer !== null && 'code' in answer;
