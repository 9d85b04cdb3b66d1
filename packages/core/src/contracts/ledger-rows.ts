import { newId, randomText } from '../run/id.ts';
import type { CallRow, Journal, Lease, RunRow, Scope } from '../run/journal.ts';
import type { Accounts } from '../tracking/accounts.ts';
import type { Books } from '../tracking/books.ts';
import type { Ledger, Release, Reservation, Settlement } from '../tracking/ledger.ts';

/** An empty store with its accounts, made anew for each test. */
export interface StoreUnderTest {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly accounts: Accounts;
  readonly books: Books;
  readonly close?: () => Promise<void>;
}

/** The account every test has; its things in test mode. */
export const acme: Scope & { readonly account: string } = { account: 'acme', test: true };

/** Noon of 15 March 2026, UTC. */
export const noon = Date.UTC(2026, 2, 15, 12);

/** How long the first lease of a call lasts, in ms. */
export const leaseMs = 30_000;

/** Runs of this many micros and outputs per call, and whatever else a test is about. */
export interface Wish extends Partial<Omit<RunRow, 'quote'>> {
  readonly calls?: number;
  readonly outputs?: number;
  readonly micros?: number;
}

/** A reservation with full rows: every field that can hold something does. */
export function reservationOf(wish: Wish = {}): Reservation {
  const { calls: callCount = 1, outputs = 1, micros = 1000, ...fields } = wish;
  const at = wish.createdAt ?? noon;
  const total = callCount * micros;
  const run: RunRow = {
    id: newId('run', at),
    account: acme.account,
    test: acme.test,
    operation: 'edit',
    user: null,
    key: null,
    request: { model: 'vendor/paint', image: { asset: 'asset_1' }, options: { strength: 0.25, tags: ['a', null] } },
    requestHash: 'hash-of-the-request',
    idempotencyKey: null,
    metadata: { order: "17 'quoted'" },
    quote: { micros: total, basis: 'exact', lines: [{ label: 'per image', micros: total }] },
    markupBasisPoints: 0,
    warnings: [{ code: 'size_adjusted', message: 'The size was adjusted.', asked: '1x1', planned: '64x64' }],
    createdAt: at,
    cancelRequested: false,
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    ...fields,
  };
  const calls = Array.from({ length: callCount }, (_, index) => callOf(run, index, outputs, micros));
  return { run, calls, count: callCount * outputs, micros: total };
}

function callOf(run: RunRow, index: number, count: number, micros: number): CallRow {
  const { account, test, createdAt } = run;
  const first = {
    model: 'vendor/paint',
    endpoint: '/paint',
    quoteMicros: micros,
    asOf: '2026-03-01',
    count,
    deadlineMs: 60_000,
    seed: 7,
  };
  const second = { model: 'other/draw', endpoint: '/draw', quoteMicros: micros, count, deadlineMs: 60_000, seed: null };
  return {
    id: newId('call', createdAt),
    runId: run.id,
    account,
    test,
    index,
    candidates: [
      { ...first, body: { prompt: 'dusk', image: { $asset: 'asset_1' }, size: [64, 64] } },
      { ...second, body: {} },
    ],
    candidate: 0,
    step: 'reserved',
    attempt: 0,
    sent: null,
    token: randomText(32),
    ticket: null,
    outputs: [],
    reported: null,
    assets: [],
    owner: 'node-a',
    leaseToken: 1,
    leaseUntil: createdAt + leaseMs,
    dueAt: createdAt,
    submittedAt: null,
    heldMicros: micros,
    costMicros: null,
    chargeMicros: null,
    outcome: null,
    error: null,
    finishedAt: null,
  };
}

/** The right that a call's row speaks of. */
export function leaseOf(call: CallRow | undefined): Lease {
  if (call === undefined) throw new Error('This test needs a call');
  return { callId: call.id, leaseToken: call.leaseToken };
}

/** A call that delivered one output for 900 of cost and 1000 of charge. */
export const delivered: Settlement = {
  outcome: 'succeeded',
  count: 1,
  costMicros: 900,
  chargeMicros: 1000,
  at: noon + 5000,
};

/** A call that the vendor refused. */
export const refused: Release = {
  outcome: 'failed',
  error: {
    code: 'vendor_rejected',
    message: 'The vendor refused it.',
    hint: 'See the message.',
    retryable: false,
    billed: 'no',
  },
  at: noon + 5000,
};
