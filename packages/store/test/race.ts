import { acme, noon, reservationOf, type Wish } from '@image-studio/core/contracts';
import { auditLedger, createStore, type Database } from '@image-studio/store';
import { expect } from 'vitest';

import { startChild } from './child.ts';

/** A run that was accepted in a race. */
export interface Outcome {
  readonly micros: number;
  readonly count: number;
  readonly user: string | null;
  readonly key: string | null;
}

const limits = { outputs: 100, spend: 200_000, key: 60_000, user: 45 };

/** What process `node` of a race asks for: outputs, prices, users and keys mixed. */
function wishesOf(node: number, count: number): readonly Wish[] {
  return Array.from({ length: count }, (_, index) => ({
    micros: 500 + ((index * 7 + node) % 5) * 700,
    user: index % 3 === 0 ? 'ada' : index % 3 === 1 ? 'bob' : null,
    key: index % 2 === 0 ? 'key_1' : null,
  }));
}

/** An account whose outputs, spend, key and users are all limited, so that each limit is met by some. */
export async function prepareRace(database: Database): Promise<void> {
  const { accounts } = createStore(database);
  await accounts.create({ id: 'acme', createdAt: noon });
  const set = { ...acme, subject: 'account' } as const;
  await accounts.setLimit({ ...set, meter: 'edit', limit: { max: limits.outputs } });
  await accounts.setLimit({ ...set, meter: 'spend', limit: { max: limits.spend } });
  await accounts.setLimit({ ...acme, subject: 'key', subjectId: 'key_1', meter: 'budget', limit: { max: limits.key } });
  for (const subjectId of ['ada', 'bob'])
    await accounts.setLimit({ ...acme, subject: 'user', subjectId, meter: 'edit', limit: { max: limits.user } });
}

/** Reserves from this process, all at once. */
export async function raceHere(database: Database, count: number): Promise<readonly Outcome[]> {
  const { ledger } = createStore(database);
  const tries = wishesOf(0, count).map(async (wish) => {
    const reservation = reservationOf(wish);
    const { user, key } = reservation.run;
    const outcome = { micros: reservation.micros, count: reservation.count, user, key };
    return ledger.reserve(reservation).then(
      () => [outcome],
      () => [],
    );
  });
  return (await Promise.all(tries)).flat();
}

/** Reserves from several processes at once. */
export async function raceAcross(url: string, processes: number, count: number): Promise<readonly Outcome[]> {
  const nodes = Array.from({ length: processes }, (_, node) =>
    startChild('./reserve-many.ts', url, JSON.stringify(wishesOf(node, count))),
  );
  expect(await Promise.all(nodes.map((node) => node.line()))).toEqual(nodes.map(() => 'ready'));
  for (const node of nodes) node.say('go\n');
  const answers = await Promise.all(nodes.map((node) => node.line()));
  await Promise.all(nodes.map((node) => node.finish()));
  return answers.flatMap((answer) => JSON.parse(answer) as readonly Outcome[]);
}

/** Exactly what fits has passed: no limit is exceeded, and what is left of one fits no run that was asked for. */
export async function expectExact(database: Database, accepted: readonly Outcome[]): Promise<void> {
  const { ledger } = createStore(database);
  const sum = (of: (outcome: Outcome) => number, which: (outcome: Outcome) => boolean = () => true) =>
    accepted.filter(which).reduce((total, outcome) => total + of(outcome), 0);
  const held = {
    outputs: sum(({ count }) => count),
    spend: sum(({ micros }) => micros),
    key: sum(
      ({ micros }) => micros,
      ({ key }) => key === 'key_1',
    ),
    users: ['ada', 'bob'].map((name) =>
      sum(
        ({ count }) => count,
        ({ user }) => user === name,
      ),
    ),
  };
  expect(held.outputs).toBeLessThanOrEqual(limits.outputs);
  expect(held.spend).toBeLessThanOrEqual(limits.spend);
  expect(held.key).toBeLessThanOrEqual(limits.key);
  expect(Math.max(...held.users)).toBeLessThanOrEqual(limits.user);
  // A run without a user and a key at the lowest price is among the wishes many times over: only the account can refuse it.
  expect(held.outputs === limits.outputs || held.spend + 500 > limits.spend).toBe(true);
  const meters = await ledger.usage(acme, noon);
  const heldOf = (name: string) => meters.find(({ meter }) => meter === name)?.held;
  expect([heldOf('edit'), heldOf('spend')]).toEqual([held.outputs, held.spend]);
  const byKey = await ledger.usage(acme, noon, { subject: 'key', subjectId: 'key_1' });
  expect(byKey).toMatchObject([{ meter: 'budget', held: held.key }]);
  expect((await auditLedger(database)).differences).toEqual([]);
}
