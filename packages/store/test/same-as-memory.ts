import { isStudioError, type Lease } from '@image-studio/core';
import {
  acme,
  delivered,
  leaseOf,
  noon,
  refused,
  reservationOf,
  type StoreUnderTest,
} from '@image-studio/core/contracts';
import { createMemoryStore } from '@image-studio/core/memory';
import fc from 'fast-check';
import { expect, test } from 'vitest';

type Reservation = ReturnType<typeof reservationOf>;
/** Something that is done to both stores; what it answers must be the same. */
type Step = (store: StoreUnderTest) => Promise<unknown>;

const users = fc.constantFrom(null, 'ada', 'bob');
const month = 31 * 24 * 60 * 60 * 1000;
const wish = fc.record({
  user: users,
  key: fc.constantFrom(null, 'key_1'),
  test: fc.boolean(),
  operation: fc.constantFrom('edit', 'upscale'),
  calls: fc.integer({ min: 1, max: 3 }),
  outputs: fc.integer({ min: 1, max: 3 }),
  micros: fc.constantFrom(0, 700, 1000),
  idempotencyKey: fc.constantFrom(null, null, 'once', 'twice'),
  requestHash: fc.constantFrom('one', 'one', 'two'),
  createdAt: fc.constantFrom(noon, noon + 1, noon + month),
});
const limit = fc.record({
  subject: fc.constantFrom('account', 'user', 'key'),
  meter: fc.constantFrom('edit', 'upscale', 'spend', 'concurrency'),
  max: fc.constantFrom(0, 1, 4, 2500),
});
const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('reserve'), wish }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('limit'), limit }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('settle', 'release', 'submit', 'cancel'),
      call: fc.nat(),
      stale: fc.boolean(),
      count: fc.integer({ min: 0, max: 4 }),
      chargeMicros: fc.constantFrom(0, 500, 5000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('active'), active: fc.boolean() }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** Whatever is done, in whatever order: the store answers and ends up exactly as the one in memory. */
export function sameAsMemory(name: string, make: () => Promise<StoreUnderTest>): void {
  test(`${name} does what the memory store does, whatever the order`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 30 }), async (actions) => {
        const stores = [createMemoryStore({ ledger: 'metered' }), await make()];
        for (const store of stores) await store.accounts.create({ id: 'acme', createdAt: noon });
        const reserved: Reservation[] = [];
        for (const one of actions) {
          const step = stepOf(one, reserved);
          const [expected, actual] = await Promise.all(stores.map((store) => answerOf(step, store)));
          expect(actual).toEqual(expected);
        }
        const [expected, actual] = await Promise.all(stores.map(stateOf));
        expect(actual).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
}

function stepOf(one: Action, reserved: Reservation[]): Step {
  if ('wish' in one) {
    const reservation = reservationOf(one.wish);
    reserved.push(reservation);
    return ({ ledger }) => ledger.reserve(reservation);
  }
  if ('limit' in one) {
    const { subject, meter, max } = one.limit;
    const whom = subject === 'account' ? { subject } : { subject, subjectId: subject === 'user' ? 'ada' : 'key_1' };
    return ({ accounts }) => accounts.setLimit({ ...acme, ...whom, meter, limit: { max } });
  }
  if ('active' in one) return ({ accounts }) => accounts.setActive('acme', one.active);
  const calls = reserved.flatMap((reservation) => reservation.calls);
  const call = calls[one.call % Math.max(1, calls.length)];
  if (call === undefined) return async () => undefined;
  const { callId, leaseToken } = leaseOf(call);
  const lease: Lease = { callId, leaseToken: one.stale && one.call % 3 === 0 ? leaseToken + 1 : leaseToken };
  const { count, chargeMicros } = one;
  if (one.kind === 'settle') return ({ ledger }) => ledger.settle(lease, { ...delivered, count, chargeMicros });
  if (one.kind === 'release') return ({ ledger }) => ledger.release(lease, refused);
  if (one.kind === 'cancel') return ({ journal }) => journal.requestCancel(call, call.runId);
  return ({ journal }) => journal.advance(lease, 'reserved', 'submitting', { candidate: one.call % 2 });
}

async function answerOf(step: Step, store: StoreUnderTest): Promise<unknown> {
  try {
    return await step(store);
  } catch (error) {
    if (isStudioError(error)) return error.toJSON();
    throw error;
  }
}

async function stateOf({ ledger, journal }: StoreUnderTest) {
  const states = [acme, { ...acme, test: false }].map(async (scope) => ({
    runs: await journal.listRuns(scope, { limit: 100 }),
    usage: [await ledger.usage(scope, noon), await ledger.usage(scope, noon + month)],
    events: (await ledger.events(scope, { limit: 100 }))
      .map(({ id: _id, ...event }) => event)
      .toSorted((a, b) => (String(a.callId) < String(b.callId) ? -1 : 1)),
  }));
  return Promise.all(states);
}
