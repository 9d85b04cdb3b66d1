import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../src/memory.ts';
import { createFakeVendor, done, paintWith } from './fake-vendor.ts';

const pending = () => ({ state: 'pending', ticket: 't1' }) as const;

describe('a run and its caller: it', () => {
  it('stops waiting when the signal says so, while the run goes on', async () => {
    const gate = Promise.withResolvers<void>();
    const vendor = createFakeVendor({ start: [async () => gate.promise.then(() => done())] });
    const stop = new AbortController();
    const waiting = paintWith(vendor)({ model: 'paint', prompt: 'x' }, { signal: stop.signal });
    const outcome = waiting.catch((error: unknown) => error);
    await expect.poll(() => vendor.started).toHaveLength(1);
    stop.abort();
    expect(String(await outcome)).toMatch(/abort/i);
    gate.resolve();
  });

  it('does not begin for a signal that is aborted already', async () => {
    const vendor = createFakeVendor({ start: [done] });
    const store = createMemoryStore();
    const paint = paintWith(vendor, store);
    const outcome = paint({ model: 'paint', prompt: 'x' }, { signal: AbortSignal.abort() });
    await expect(outcome).rejects.toMatchObject({ name: 'AbortError' });
    expect(await store.journal.listRuns({ account: null, test: false }, { limit: 10 })).toEqual([]);
  });

  it('leaves nothing behind at a signal that outlives it', async () => {
    const { signal } = new AbortController();
    const vendor = createFakeVendor({ start: [pending], status: [pending, pending, done] });
    await paintWith(vendor)({ model: 'paint', prompt: 'x' }, { signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('throws on what the caller’s listener throws, and is driven to its end all the same', async () => {
    const vendor = createFakeVendor({ start: [pending, done] });
    const store = createMemoryStore();
    const paint = paintWith(vendor, store);
    const onProgress = () => {
      throw new Error('mine');
    };
    await expect(paint({ model: 'paint', prompt: 'x' }, { onProgress })).rejects.toThrow('mine');
    await expect(paint({ model: 'paint', prompt: 'y' }, { onProgress })).rejects.toThrow('mine');
    const calls = async () => {
      const runs = await store.journal.listRuns({ account: null, test: false }, { limit: 10 });
      return runs.flatMap((run) => run.calls.map(({ outcome, error }) => ({ outcome, error })));
    };
    const succeeded = { outcome: 'succeeded', error: null };
    await expect.poll(calls).toEqual([succeeded, succeeded]);
  });

  it.each([49_999, Number.NaN])(
    'refuses a price above the caller’s own ceiling (%s) before anything is sent',
    async (maxPrice) => {
      const vendor = createFakeVendor({ start: [done] });
      await expect(paintWith(vendor)({ model: 'oil', prompt: 'x' }, { maxPrice })).rejects.toMatchObject({
        code: 'price_exceeded',
      });
      expect(vendor.started).toHaveLength(0);
    },
  );
});
