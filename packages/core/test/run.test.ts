import { describe, expect, it } from 'vitest';
import { type Clock, isStudioError, type Progress, type RunProgress, StudioError, systemClock } from '../src/index.ts';
import { createMemoryStore } from '../src/memory.ts';
import { createFakeVendor, done, type FakeVendor, paintWith, png } from './fake-vendor.ts';

const pending = () => ({ state: 'pending', ticket: 't1' }) as const;
const refuse = (failure: 'refused' | 'throttled' | 'never_sent' | 'uncertain') => () => {
  throw new StudioError(failure === 'refused' ? 'vendor_rejected' : 'vendor_unavailable', 'no', { failure });
};

describe('a run', () => {
  it('answers the file, its real size, the price and the seed', async () => {
    const vendor = createFakeVendor({ start: [done] });
    const result = await paintWith(vendor)({ model: 'paint', prompt: 'a boat', options: { seed: 0 } });
    expect(result).toMatchObject({
      model: 'fake/paint',
      vendor: 'fake',
      cost: 20_000,
      charge: 20_000,
      seed: 0,
      warnings: [],
      usage: null,
    });
    expect(result.outputs[0]).toMatchObject({
      kind: 'image',
      mediaType: 'image/png',
      width: 1,
      height: 1,
      size: png.length,
    });
    expect(await result.outputs[0].bytes()).toEqual(png);
    expect(vendor.started[0]!.body).toEqual({ prompt: 'a boat', seed: 0 });
  });

  it('asks a vendor that works in the background until the job ends', async () => {
    const vendor = createFakeVendor({
      start: [pending],
      status: [pending, pending, () => ({ state: 'done', outputs: [{ url: 'https://x/1' }] })],
    });
    const stages: RunProgress[] = [];
    const result = await paintWith(vendor)(
      { model: 'paint', prompt: 'x' },
      { onProgress: (progress) => stages.push(progress) },
    );
    expect(vendor.asked).toEqual(['t1', 't1', 't1']);
    expect(result.outputs[0].url).toBe('https://x/1');
    const fractions = stages.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(stages.at(-1)).toMatchObject({ stage: 'done', fraction: 1 });
  });

  it('tells a vendor that is asked for a job what was sent, so that no verdict quotes it', async () => {
    let told: unknown;
    const status: NonNullable<FakeVendor['status']> = async (_ticket, { sent }) => {
      told = sent;
      return done();
    };
    const vendor = createFakeVendor({ start: [pending], rest: { status } });
    await paintWith(vendor)({ model: 'fake/seedless', prompt: 'x' });
    expect(told).toEqual({ prompt: 'x' });
  });

  it('makes several calls for more outputs than one call can make, each with its own seed', async () => {
    const vendor = createFakeVendor({ start: [done] });
    const result = await paintWith(vendor)({ model: 'paint', prompt: 'x', count: 3 });
    expect(result.outputs).toHaveLength(3);
    expect(result.charge).toBe(60_000);
    expect(new Set(vendor.started.map(({ body }) => body['seed'])).size).toBe(3);
  });

  it('uses the count of a vendor that has one', async () => {
    const three = createFakeVendor({
      start: [() => ({ state: 'done', outputs: [1, 2, 3].map((n) => ({ url: `https://x/${n}` })) })],
    });
    const result = await paintWith(three)({ model: 'fake/many', prompt: 'x', count: 3 });
    expect(three.started.map(({ body }) => body['n'])).toEqual([3]);
    expect(result).toMatchObject({ charge: 30_000, outputs: [{}, {}, {}] });
  });

  it('keeps and charges what was made when a sibling call fails, and says so', async () => {
    const vendor = createFakeVendor({ start: [done, refuse('refused'), done] });
    const result = await paintWith(vendor)({ model: 'paint', prompt: 'x', count: 3 });
    expect(result.outputs).toHaveLength(2);
    expect(result.charge).toBe(40_000);
    expect(result.warnings.map(({ code }) => code)).toEqual(['call_failed']);
  });

  it('sends again only what surely was not sent or was turned away unworked', async () => {
    const vendor = createFakeVendor({ start: [refuse('never_sent'), refuse('throttled'), done] });
    await paintWith(vendor)({ model: 'paint', prompt: 'x' });
    expect(vendor.started).toHaveLength(3);
  });

  it('never sends again what may have arrived, and says that it is in doubt', async () => {
    const vendor = createFakeVendor({ start: [refuse('uncertain'), done] });
    const failed = await paintWith(vendor)({ model: 'paint', prompt: 'x' }).catch((error: unknown) => error);
    expect(isStudioError(failed, 'in_doubt') && failed.billed).toBe('unknown');
    expect(isStudioError(failed, 'in_doubt') && failed.details?.runId).toMatch(/^run_/);
    expect(vendor.started).toHaveLength(1);
  });

  it('adopts the job when the vendor lists exactly one with the same inputs', async () => {
    const vendor = createFakeVendor({
      start: [refuse('uncertain')],
      rest: {
        find: async ({ body }) => ({
          complete: true,
          candidates: [
            { ticket: 'found', inputs: { ...body, extra: 1 }, createdAt: 0 },
            { ticket: 'not', inputs: { prompt: 'y' }, createdAt: 0 },
          ],
        }),
      },
    });
    const result = await paintWith(vendor)({ model: 'paint', prompt: 'x' });
    expect(vendor.asked).toEqual(['found']);
    expect(result.charge).toBe(20_000);
  });

  it.each([
    ['the wall clock jumps forward, which says nothing', { now: 30_000, monotonic: 0 }, 'in_doubt'],
    ['the wall clock went back, before it was made', { now: -30_000, monotonic: 30_000 }, 'in_doubt'],
    ['as long as it may travel is over', { now: 30_000, monotonic: 30_000 }, 'vendor_unavailable'],
  ])('gives back what the vendor does not list when %s', async (_when, passes, code) => {
    const passed = { now: 0, monotonic: 0 };
    const start = () => {
      Object.assign(passed, passes);
      return refuse('uncertain')();
    };
    const find = async () => ({ complete: true, candidates: [] });
    const vendor = createFakeVendor({ start: [start], rest: { find } });
    const clock: Clock = {
      now: () => Date.now() + passed.now,
      monotonic: () => performance.now() + passed.monotonic,
      sleep: (ms, options) => systemClock.sleep(ms, options),
    };
    await expect(paintWith(vendor, { clock })({ model: 'paint', prompt: 'x' })).rejects.toMatchObject({ code });
  });

  it('goes to the next model of a list when one refuses, and holds the dearest', async () => {
    const vendor = createFakeVendor({ start: [refuse('refused'), done] });
    const result = await paintWith(vendor)({ model: ['oil', 'paint'], prompt: 'x' });
    expect(result).toMatchObject({ model: 'fake/paint', charge: 20_000, warnings: [{ code: 'fallback' }] });
  });

  it.each([
    [101, { cost: 253, charge: 253, warnings: [] }],
    [1000, { cost: 2500, charge: 1000, warnings: [{ code: 'overrun', asked: '1000', planned: '2500' }] }],
    [undefined, { cost: 1000, charge: 1000, warnings: [] }],
  ])('costs what %j reported tokens cost, and is never charged more than was held', async (tokens, books) => {
    const reported = tokens === undefined ? {} : { reported: { usage: { tokens } } };
    const vendor = createFakeVendor({ start: [() => ({ ...done(), ...reported }) as Progress] });
    expect(await paintWith(vendor)({ model: 'fake/metered', prompt: 'x' })).toMatchObject(books);
  });

  it('books what a refusal cost by the vendor’s own report', async () => {
    const error = new StudioError('moderation_blocked', 'no').toJSON();
    const refused = { state: 'failed', error, billed: 'yes', reported: { usage: { tokens: 4 } } } as const;
    const store = createMemoryStore({ ledger: 'metered' });
    await store.accounts.create({ id: 'acme', createdAt: 0 });
    const paint = paintWith(createFakeVendor({ start: [() => refused] }), store);
    const run = paint({ model: 'fake/metered', prompt: 'x' }, { account: 'acme' });
    await expect(run).rejects.toMatchObject({ code: 'moderation_blocked', billed: 'yes' });
    const [event] = await store.ledger.events({ account: 'acme', test: false }, { limit: 1 });
    expect(event).toMatchObject({ outcome: 'failed', quoteMicros: 1000, costMicros: 10, chargeMicros: 10 });
  });

  it('does not charge for a file that is broken', async () => {
    const vendor = createFakeVendor({ start: [() => done(new TextEncoder().encode('<html>sorry</html>'))] });
    await expect(paintWith(vendor)({ model: 'paint', prompt: 'x' })).rejects.toMatchObject({
      code: 'vendor_output',
      billed: 'yes',
    });
  });

  it('simply does again what costs nothing and may be done twice', async () => {
    const vendor = createFakeVendor({ start: [refuse('uncertain'), done] });
    const free = { ...vendor, policy: { ...vendor.policy, repeatable: true } };
    const again = createFakeVendor({
      start: [
        () => {
          throw new Error('the power went off');
        },
        done,
      ],
    });
    await expect(paintWith(free)({ model: 'paint', prompt: 'x' })).rejects.toMatchObject({ code: 'in_doubt' });
    const result = await paintWith({ ...again, policy: { ...again.policy, repeatable: true } })({
      model: 'paint',
      prompt: 'x',
    });
    expect(result.outputs).toHaveLength(1);
    expect(again.started).toHaveLength(2);
  });
});
