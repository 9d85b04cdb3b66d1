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
import type { Plan } from '@image-studio/core/memory';
import fc from 'fast-check';

type Reservation = ReturnType<typeof reservationOf>;
/** Something that is done to a store; what it answers is compared. */
export type Step = (store: StoreUnderTest) => Promise<unknown>;

const day = 24 * 60 * 60 * 1000;
/** Moments around ends of periods, months and minutes, forth and back. */
export const moments = [
  noon,
  noon + 1,
  noon + 45_000,
  noon + 61_000,
  noon + 16 * day,
  noon + 17 * day,
  noon + 31 * day,
  noon - 20 * day,
];

const tiny: Plan = {
  id: 'tiny',
  name: 'Tiny',
  rank: 1,
  markupBasisPoints: 500,
  requiresConsent: false,
  limits: { edit: { max: 6 }, spend: { max: 5000 }, concurrency: { max: 3 }, requests: { max: 4 } },
  perUser: { edit: { max: 3 }, spend: { max: 2500 } },
};

const moment = fc.constantFrom(...moments);
const wish = fc.record({
  user: fc.constantFrom(null, 'ada', 'bob'),
  key: fc.constantFrom(null, 'key_1'),
  test: fc.constantFrom(true, true, false),
  operation: fc.constantFrom('edit', 'edit', 'upscale'),
  calls: fc.integer({ min: 1, max: 3 }),
  outputs: fc.integer({ min: 1, max: 3 }),
  micros: fc.constantFrom(0, 700, 1000),
  markupBasisPoints: fc.constantFrom(0, 500),
  idempotencyKey: fc.constantFrom(null, null, null, 'once', 'twice'),
  requestHash: fc.constantFrom('one', 'one', 'two'),
  createdAt: moment,
});
const limit = fc.record({
  subject: fc.constantFrom('account' as const, 'user' as const, 'key' as const),
  meter: fc.constantFrom('edit', 'upscale', 'spend', 'budget', 'concurrency', 'requests'),
  limit: fc.constantFrom({ max: 0 }, { max: 1 }, { max: 4 }, { max: 2500 }, { unlimited: true } as const),
});
const change = fc.oneof(
  fc.record({ plan: fc.constantFrom(null, 'tiny', 'tiny', 'free') }),
  fc.record({ anchorAt: moment }),
  fc.record({ planEndsAt: fc.constantFrom(null, null, noon + 30_000) }),
);
const correction = fc.record({
  call: fc.nat(),
  reference: fc.constantFrom('a', 'b', 'c', 'd'),
  micros: fc.constantFrom(0, 100, 600, 1000),
  at: moment,
});

/** One thing that can happen to a ledger. */
export const action = fc.oneof(
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('reserve' as const), wish }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('limit' as const), limit }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('plan' as const), change }) },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'settle' as const,
        'settle' as const,
        'release' as const,
        'submit' as const,
        'cancel' as const,
        'expire' as const,
      ),
      call: fc.nat(),
      stale: fc.boolean(),
      count: fc.integer({ min: 0, max: 4 }),
      chargeMicros: fc.constantFrom(0, 500, 1000, 5000),
      at: moment,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refund' as const), correction }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('adjust' as const), correction, credit: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('active' as const), active: fc.constantFrom(true, true, false) }),
  },
);
/** One thing that happens. */
export type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** A history of a ledger. */
export const history = fc.array(action, { minLength: 10, maxLength: 40 });

/** What every history begins with. */
export async function beginHistory({ accounts }: StoreUnderTest): Promise<void> {
  await accounts.savePlan(tiny);
  await accounts.create({ id: 'acme', createdAt: noon, anchorAt: Date.UTC(2026, 0, 31, 12) });
}

/** An action as what is done to each store; `reserved` collects what was asked for. */
export function stepOf(one: Action, reserved: Reservation[]): Step {
  if (one.kind === 'reserve') {
    const reservation = reservationOf(one.wish);
    reserved.push(reservation);
    return ({ ledger }) => ledger.reserve(reservation);
  }
  if (one.kind === 'limit') {
    const { subject, meter, limit: of } = one.limit;
    const whom = subject === 'account' ? { subject } : { subject, subjectId: subject === 'user' ? 'ada' : 'key_1' };
    return ({ accounts }) => accounts.setLimit({ ...acme, ...whom, meter, limit: of });
  }
  if (one.kind === 'plan') return ({ accounts }) => accounts.changePlan('acme', one.change);
  if (one.kind === 'active') return ({ accounts }) => accounts.setActive('acme', one.active);
  if (one.kind === 'adjust') {
    const { micros, reference, at } = one.correction;
    const fields = { reference, reason: 'drawn', at, micros: one.credit ? 0 - micros : micros };
    return async ({ books }) => withoutId(await books.adjust(acme, fields));
  }
  const calls = reserved.flatMap((reservation) => reservation.calls);
  const call = calls[('correction' in one ? one.correction.call : one.call) % Math.max(1, calls.length)];
  if (call === undefined) return async () => undefined;
  if (one.kind === 'refund') {
    const { micros, reference, at } = one.correction;
    return async ({ books }) =>
      withoutId(await books.refund(call, call.id, { reference, reason: 'drawn', at, micros }));
  }
  const { callId, leaseToken } = leaseOf(call);
  const lease: Lease = { callId, leaseToken: one.stale && one.call % 3 === 0 ? leaseToken + 1 : leaseToken };
  const { count, chargeMicros, at } = one;
  if (one.kind === 'settle') return ({ ledger }) => ledger.settle(lease, { ...delivered, count, chargeMicros, at });
  if (one.kind === 'release') return ({ ledger }) => ledger.release(lease, { ...refused, at });
  if (one.kind === 'expire') return ({ books }) => books.expire(callId, { before: at, at });
  if (one.kind === 'cancel') return ({ journal }) => journal.requestCancel(call, call.runId);
  return ({ journal }) => journal.advance(lease, 'reserved', 'submitting', { candidate: one.call % 2 });
}

/** What a store answers to a step, errors too. */
export async function answerOf(step: Step, store: StoreUnderTest): Promise<unknown> {
  try {
    return await step(store);
  } catch (error) {
    if (isStudioError(error)) return error.toJSON();
    throw error;
  }
}

/** An event or alert without the id, which each store draws for itself. */
export function withoutId<Row extends { readonly id: string }>({ id: _, ...row }: Row): Omit<Row, 'id'> {
  return row;
}
