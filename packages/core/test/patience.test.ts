import { describe, expect, it } from 'vitest';
import {
  createRunner,
  defaultLimits,
  defaultParts,
  type Journal,
  type Runner,
  StudioError,
  systemClock,
} from '../src/index.ts';
import { fastClock } from '../src/contracts.ts';
import { createMemoryStore } from '../src/memory.ts';
import { createFakeVendor, done, type FakeVendor, paintSpec } from './fake-vendor.ts';

const nobody = { account: null, test: false };
const yearMs = 365 * 86_400_000;
const request = { model: 'fake/seedless', prompt: 'x' };

/** A runner whose minutes last 60 ms; the models' deadline is a minute. */
function runnerOver(
  vendor: FakeVendor,
  journal: (inner: Journal) => Journal = (inner) => inner,
  clock = fastClock(1000),
  store = createMemoryStore(),
): Runner {
  return createRunner({
    ...defaultParts(),
    ledger: store.ledger,
    journal: journal(store.journal),
    clock,
    limits: { ...defaultLimits, leaseMs: 3_600_000 },
    operations: { paint: { spec: paintSpec, providers: { fake: vendor } } },
  });
}

async function endOf(runner: Runner) {
  const { id } = await runner.start('paint', request);
  const { calls } = await runner.wait(nobody, id);
  return calls[0]!;
}

const wait = (retryAfterMs: number) => () => {
  const asked = { failure: 'throttled', retryAfterMs, details: { retryAfterMs } } as const;
  throw new StudioError('rate_limited', 'Too often', asked);
};

describe('a vendor that asks to wait longer than a call may last', () => {
  it('is not waited for: the call ends at once and tells how long', async () => {
    const vendor = createFakeVendor({ start: [wait(yearMs)] });
    const runner = runnerOver(vendor);
    const call = await endOf(runner);
    expect(vendor.started).toHaveLength(1);
    expect(call).toMatchObject({
      step: 'released',
      error: { code: 'rate_limited', billed: 'no', retryable: true, details: { retryAfterMs: yearMs } },
    });
    await runner.close();
  });

  it('is asked again for later calls, which wait no longer than one may last', async () => {
    const runner = runnerOver(createFakeVendor({ start: [wait(yearMs), done] }));
    await endOf(runner);
    expect(await endOf(runner)).toMatchObject({ outcome: 'succeeded' });
    await runner.close();
  });

  it('for the next look at a job is looked at when the time of the job is over', async () => {
    const pending = () => ({ state: 'pending', ticket: 't', pollAfterMs: yearMs }) as const;
    const vendor = createFakeVendor({ start: [pending], status: [pending] });
    const runner = runnerOver({ ...vendor, policy: { ...vendor.policy, retentionMs: yearMs } });
    expect(await endOf(runner)).toMatchObject({ step: 'submitted', error: { code: 'timed_out' } });
    await runner.close();
  });
});

it('A cancel that comes while a call is put back does not wait for its next attempt', async () => {
  const canceling = (inner: Journal): Journal => ({
    ...inner,
    advance: async (lease, from, to, patch) => {
      const moved = await inner.advance(lease, from, to, patch);
      if (to === 'reserved') await runner.cancel(nobody, (await inner.listRuns(nobody, { limit: 1 }))[0]!.run.id);
      return moved;
    },
  });
  const vendor = createFakeVendor({ start: [wait(50_000)] });
  const runner: Runner = runnerOver(vendor, canceling, systemClock);
  expect(await endOf(runner)).toMatchObject({ step: 'released', outcome: 'canceled' });
  await runner.close();
});

it('A wall clock that is set back holds up neither the next look at a job nor the next attempt', async () => {
  let setBackMs = 0;
  const clock = { ...systemClock, now: () => systemClock.now() - setBackMs };
  const pending = () => ({ state: 'pending', ticket: 't', pollAfterMs: 500 }) as const;
  const waiting = createFakeVendor({ start: [wait(500), done] });
  const working = createFakeVendor({ start: [pending] });
  const runners = [waiting, working].map((vendor) => runnerOver(vendor, undefined, clock));
  const ends = runners.map(endOf);
  await expect.poll(() => [waiting.started.length, working.started.length]).toEqual([1, 1]);
  await systemClock.sleep(50);
  setBackMs = 3_600_000;
  const succeeded = { outcome: 'succeeded' };
  expect(await Promise.all(ends)).toMatchObject([succeeded, succeeded]);
  await Promise.all(runners.map((runner) => runner.close()));
});

describe('a vendor that calls back', () => {
  it('while it is being asked is asked once more at once', async () => {
    const store = createMemoryStore();
    const pending = { state: 'pending', ticket: 't' } as const;
    const asked: number[] = [];
    const vendor = createFakeVendor({
      start: [() => pending],
      rest: {
        status: async () => {
          asked.push(Date.now());
          if (asked.length > 1) return done();
          // The job ends while the answer that it goes on is under way.
          const [run] = await store.journal.listRuns(nobody, { limit: 1 });
          await runner.wake(run!.calls[0]!.token);
          return pending;
        },
      },
    });
    const patient = { ...vendor, policy: { ...vendor.policy, poll: { firstMs: 1, factor: 1e6, maxMs: 3_600_000 } } };
    const runner = runnerOver(patient, (inner) => inner, systemClock, store);
    expect(await endOf(runner)).toMatchObject({ outcome: 'succeeded' });
    expect(asked).toHaveLength(2);
    await runner.close();
  });
});
