import { describe, expect, it } from 'vitest';
import { createRunner, defaultLimits, defaultParts, type Progress, StudioError, systemClock } from '../src/index.ts';
import { createMemoryStore } from '../src/memory.ts';
import { createFakeVendor, done, type FakeVendor, paintSpec } from './fake-vendor.ts';

const limits = { ...defaultLimits, backoff: { firstMs: 1, maxMs: 5 } };
const accounts = ['ada', 'bob'];

/** A runner over a vendor with so many places, and how its jobs are let go. */
async function setUp(concurrency: number, start: (() => Progress | Promise<Progress>)[] = []) {
  const open = new Set<string>();
  let most = 0;
  const started: string[] = [];
  const vendor: FakeVendor = createFakeVendor({ start: [], rest: {} });
  const { policy } = vendor;
  Object.assign(vendor, {
    policy: { ...policy, concurrency },
    start: async (call: { body: { prompt: string } }): Promise<Progress> => {
      const { prompt } = call.body;
      started.push(prompt);
      const answer = start.shift();
      if (answer) return answer();
      open.add(prompt);
      most = Math.max(most, open.size);
      return { state: 'pending', ticket: prompt };
    },
    status: async (ticket: string): Promise<Progress> => (open.has(ticket) ? { state: 'pending', ticket } : done()),
  });
  const store = createMemoryStore({ ledger: 'metered' });
  for (const id of accounts) await store.accounts.create({ id, createdAt: 0 });
  const runner = createRunner({
    ...defaultParts(),
    ...store,
    limits,
    operations: { paint: { spec: paintSpec, providers: { fake: vendor } } },
  });
  const send = async (account: string, prompt: string) =>
    (await runner.start('paint', { model: 'paint', prompt }, { account })).id;
  return { runner, open, started, send, most: () => most };
}

const settled = () => systemClock.sleep(100);

describe('a call that goes on to another vendor', () => {
  it('leaves the job of the first one behind', async () => {
    const error = new StudioError('vendor_output', 'no').toJSON();
    const failing = createFakeVendor({
      start: [() => ({ state: 'pending', ticket: 't1' })],
      status: [() => ({ state: 'failed', error, billed: 'no' })],
    });
    const providers = { fake: failing, other: createFakeVendor({ start: [done] }) };
    const runner = createRunner({ ...defaultParts(), limits, operations: { paint: { spec: paintSpec, providers } } });
    const { id } = await runner.start('paint', { model: ['paint', 'other/paint'], prompt: 'x' });
    const { calls } = await runner.wait({ account: null, test: false }, id);
    expect(calls).toMatchObject([{ candidate: 1, ticket: null, outcome: 'succeeded' }]);
    await runner.close();
  });
});

describe('a call whose vendor was removed', () => {
  it('is given up at its deadline, and what it held goes back', async () => {
    const store = createMemoryStore({ ledger: 'metered' });
    await store.accounts.create({ id: 'ada', createdAt: 0 });
    const runner = (drives: boolean, providers: Record<string, FakeVendor>, lateMs: number) =>
      createRunner({
        ...defaultParts(),
        ...store,
        limits,
        drives,
        owner: `node ${drives}`,
        clock: { ...systemClock, now: () => systemClock.now() + lateMs },
        operations: { paint: { spec: paintSpec, providers } },
      });
    const vendor = createFakeVendor({ start: [done] });
    const scope = { account: 'ada', test: false };
    const { id } = await runner(false, { fake: vendor }, 0).start('paint', { model: 'paint', prompt: 'x' }, scope);
    const later = runner(true, { other: vendor }, 120_000);
    expect(await later.resume()).toBe(1);
    const { calls } = await later.wait(scope, id);
    expect(calls).toMatchObject([{ step: 'released', chargeMicros: 0, error: { code: 'vendor_unavailable' } }]);
    expect(vendor.started).toEqual([]);
    await later.close();
  });
});

describe('places at a vendor', () => {
  it('are held until the job has ended, not only while it is sent', async () => {
    const { runner, open, started, send, most } = await setUp(2);
    const ids = [];
    for (const prompt of ['1', '2', '3', '4']) ids.push(await send('ada', prompt));
    await expect.poll(() => open.size).toBe(2);
    await settled();
    expect(started).toEqual(['1', '2']);
    open.delete('1');
    await expect.poll(() => started).toEqual(['1', '2', '3']);
    open.clear();
    await expect.poll(() => started).toHaveLength(4);
    open.clear();
    for (const id of ids) await runner.wait({ account: 'ada', test: false }, id);
    expect(most()).toBe(2);
  });

  it('go round between accounts: who sends much does not hold up the others', async () => {
    const { runner, open, started, send } = await setUp(1);
    for (const prompt of ['a1', 'a2', 'a3']) await send('ada', prompt);
    await expect.poll(() => open.size).toBe(1);
    await settled();
    for (const prompt of ['b1', 'b2']) await send('bob', prompt);
    await settled();
    for (let count = 1; count <= 5; count++) {
      await expect.poll(() => started).toHaveLength(count);
      open.clear();
    }
    expect(started).toEqual(['a1', 'a2', 'b1', 'a3', 'b2']);
    await runner.close();
  });

  it('are given to nobody while the vendor says "too often"', async () => {
    const busy = () => {
      throw new StudioError('rate_limited', 'Too often', { failure: 'throttled', retryAfterMs: 2_000 });
    };
    const { runner, open, started, send } = await setUp(4, [busy]);
    await send('ada', 'first');
    await expect.poll(() => started).toEqual(['first']);
    for (const prompt of ['second', 'third']) await send('bob', prompt);
    await settled();
    expect(started).toEqual(['first']);
    await expect.poll(() => started.toSorted(), { timeout: 20_000 }).toEqual(['first', 'first', 'second', 'third']);
    open.clear();
    await runner.close();
  });

  it('are not waited for by a run that is canceled', async () => {
    const { runner, open, started, send } = await setUp(1);
    await send('ada', '1');
    await expect.poll(() => open.size).toBe(1);
    const id = await send('ada', '2');
    await settled();
    await runner.cancel({ account: 'ada', test: false }, id);
    const { calls } = await runner.wait({ account: 'ada', test: false }, id);
    expect(calls[0]).toMatchObject({ step: 'released', outcome: 'canceled' });
    expect(started).toEqual(['1']);
    open.clear();
    await runner.close();
  });
});
