import { acme, type StoreUnderTest } from '@image-studio/core/contracts';
import { createMemoryStore, type LimitSubject } from '@image-studio/core/memory';
import { auditLedger } from '@image-studio/store';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { storeOver } from './databases.ts';
import { type Action, answerOf, beginHistory, history, moments, stepOf, withoutId } from './history.ts';

const whoms: readonly LimitSubject[] = [
  { subject: 'account' },
  { subject: 'key', subjectId: 'key_1' },
  { subject: 'user', subjectId: 'ada' },
];

/** Whatever is done, in whatever order: the store answers and ends up exactly as the one in memory, and its books are clean. */
export function sameAsMemory(name: string, make: ReturnType<typeof storeOver>, numRuns = 6): void {
  test(`${name} does what the memory store does, whatever the order, and its books stay clean`, async () => {
    await fc.assert(
      fc.asyncProperty(history, async (actions) => {
        const real = await make();
        const stores: StoreUnderTest[] = [createMemoryStore({ ledger: 'metered' }), real];
        for (const store of stores) await beginHistory(store);
        const reserved: Parameters<typeof stepOf>[1] = [];
        for (const one of actions) {
          const step = stepOf(one, reserved);
          const [expected, actual] = await Promise.all(stores.map((store) => answerOf(step, store)));
          expect(actual).toEqual(expected);
        }
        const [expected, actual] = await Promise.all(stores.map(stateOf));
        expect(actual).toEqual(expected);
        expect((await auditLedger(real)).differences).toEqual([]);
      }),
      // Looking for a shorter history that fails takes minutes on a database.
      { numRuns, endOnFailure: true },
    );
  });
}

/** In every history: what is held and used never passes a limit at the time of a hold, sums agree, and nothing is negative. */
export function historiesKeepLimits(name: string, make: () => Promise<StoreUnderTest>, numRuns: number): void {
  test(`${name} never holds beyond a limit, and its meters are the sums of its events, in any history`, async () => {
    await fc.assert(
      fc.asyncProperty(history, async (actions) => {
        const store = await make();
        await beginHistory(store);
        const reserved: Parameters<typeof stepOf>[1] = [];
        for (const one of actions) {
          const answer = await answerOf(stepOf(one, reserved), store);
          if (one.kind === 'reserve' && isAccepted(answer)) await expectWithin(store, one);
        }
        for (const scope of [acme, { ...acme, test: false }]) {
          const events = await store.ledger.events(scope, { limit: 1000 });
          const spend = (await store.ledger.usage(scope, moments[0]!)).find(({ meter }) => meter === 'spend');
          const charged = events.reduce((sum, { chargeMicros }) => sum + chargeMicros, 0);
          expect(spend?.total ?? 0).toBe(charged);
          expect(new Set(events.filter(({ kind }) => kind === 'call').map(({ callId }) => callId)).size).toBe(
            events.filter(({ kind }) => kind === 'call').length,
          );
        }
      }),
      { numRuns },
    );
  });
}

async function expectWithin({ ledger }: StoreUnderTest, { wish }: Extract<Action, { kind: 'reserve' }>): Promise<void> {
  for (const whom of whoms) {
    if (whom.subject !== 'account' && whom.subjectId !== wish[whom.subject]) continue;
    for (const { meter, used, held, max } of await ledger.usage(
      { account: 'acme', test: wish.test },
      wish.createdAt,
      whom,
    )) {
      expect(Math.min(used, held)).toBeGreaterThanOrEqual(0);
      const takesNothing = meter !== wish.operation && (meter === 'spend' || meter === 'budget') && wish.micros === 0;
      const untouched = !['spend', 'budget', 'concurrency', 'requests', wish.operation].includes(meter);
      if (max !== null && !takesNothing && !untouched) expect(used + held).toBeLessThanOrEqual(max);
    }
  }
}

function isAccepted(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'attached' in answer && answer.attached === false;
}

async function stateOf({ ledger, journal, books, accounts }: StoreUnderTest) {
  const states = [acme, { ...acme, test: false }].map(async (scope) => ({
    runs: await journal.listRuns(scope, { limit: 100 }),
    usage: await Promise.all(whoms.flatMap((whom) => moments.map((at) => ledger.usage(scope, at, whom)))),
    events: sorted((await ledger.events(scope, { limit: 200 })).map(withoutId)),
    alerts: sorted((await books.alerts(scope, { limit: 200 })).map(withoutId)),
    limits: await accounts.limits(scope),
    users: await accounts.users(scope),
  }));
  return { states: await Promise.all(states), periods: await accounts.periods('acme') };
}

function sorted<Row>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

/** The same whatever the order of the fields. */
function textOf(row: unknown): string {
  return JSON.stringify(Object.entries(row as object).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
