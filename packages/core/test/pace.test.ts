import { expect, it } from 'vitest';
import { type Clock, defaultParts, type Provider } from '../src/index.ts';
import { createFakeVendor, done, paintWith } from './fake-vendor.ts';

/** A clock that is always as late as somebody waits for. What goes on in the background never comes. */
function patientClock(): Clock {
  let now = 1_000_000;
  return {
    now: () => now,
    monotonic: () => now,
    sleep: async (ms, { background = false } = {}) => {
      if (background) return new Promise(() => {});
      now += Math.ceil(ms);
    },
  };
}

/** Runs jobs that take so long, one after the other; answers when each was asked for, in ms since it was sent. */
async function questions(lengths: readonly number[], closestMs: number | undefined, webhooks = false) {
  const clock = patientClock();
  const asked: number[][] = [];
  const due: number[] = [];
  let sentAt = 0;
  let length = 0;
  const status: NonNullable<Provider['status']> = async () => {
    asked.at(-1)!.push(clock.now() - sentAt);
    return clock.now() - sentAt >= length ? done() : { state: 'pending', ticket: `t${asked.length}` };
  };
  const start = async () => {
    sentAt = clock.now();
    asked.push([]);
    return { state: 'pending', ticket: `t${asked.length}` } as const;
  };
  const { policy } = createFakeVendor({ start: [] });
  const poll = { firstMs: 1000, factor: 2, maxMs: 8000, ...(closestMs === undefined ? {} : { closestMs }) };
  const vendor = createFakeVendor({ start: [], rest: { start, status, policy: { ...policy, poll } } });
  const webhookUrl = (_vendor: string, token: string) => new URL(`https://here.test/${token}`);
  const parts = defaultParts();
  const advance: typeof parts.journal.advance = (lease, from, to, patch) => {
    if (to === 'submitted') due.push(patch!.dueAt!);
    return parts.journal.advance(lease, from, to, patch);
  };
  const journal = { ...parts.journal, advance };
  const paint = paintWith(vendor, { ...parts, journal, clock, ...(webhooks ? { webhookUrl } : {}) });
  for (length of lengths) await paint({ model: 'fake/seedless', prompt: 'x' });
  expect(due).toHaveLength(lengths.length);
  // A database that keeps times as integers takes no others.
  expect(due.filter((time) => !Number.isInteger(time))).toEqual([]);
  return asked;
}

const learnt = [6000, 6400, 6800, 7000];

it('asks more and more seldom for a job of which nothing is known', async () => {
  expect(await questions([6000], 250)).toEqual([[1000, 3000, 7000]]);
});

it('asks when a job is likely to end, and closely then, once some of the model are known', async () => {
  const before = await questions(learnt, 250);
  const [first] = (await questions([...learnt, 6900], 250)).slice(learnt.length);
  const found = first!.at(-1)!;
  expect(found - 6900).toBeLessThan(250);
  expect(first![0]).toBeGreaterThan(6000);
  expect(before).toHaveLength(learnt.length);
});

it('notices that jobs became faster, and slower', async () => {
  const faster = await questions([...learnt, ...Array.from({ length: 80 }, () => 2000)], 250);
  expect(faster.at(-1)!.at(-1)).toBeLessThan(2400);
  const slower = await questions([...learnt, 20_000], 250);
  expect(slower.at(-1)!.at(-1)).toBeGreaterThanOrEqual(20_000);
  expect(slower.at(-1)!.length).toBeLessThan(12);
});

it('keeps to the plain schedule at a vendor that does not want to be asked closely, or that calls back', async () => {
  const plain = [1000, 3000, 7000];
  expect((await questions([...learnt, 6900], undefined)).at(-1)).toEqual(plain);
  expect((await questions([...learnt, 6900], 250, true)).at(-1)).toEqual(plain);
});
