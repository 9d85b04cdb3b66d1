import { systemClock } from '@image-studio/core';
import { createSandbox } from '@image-studio/sandbox';
import { createStore, openDatabase, reconcile } from '@image-studio/store';
import { createStudio } from '@image-studio/studio';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import { createMedia } from '@image-studio/media';
import { describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const { current } = useServer();
const request = { model: 'qwen-edit', prompt: 'x' } as const;

describe('reconciliation', () => {
  it('finds nothing where each job was booked as it was billed', async () => {
    const body = current().form({ ...request, image: photo });
    expect((await current().call('POST', '/v1/edit', { body, headers: { prefer: 'wait=60' } })).status).toBe(201);
    const path = '/v1/admin/billing?test=true';
    expect(await current().call('GET', path, { key: 'the-operators-own-key' })).toMatchObject({
      status: 200,
      body: { compared: 1, open: 0, booked: { micros: 20_000 }, billed: { micros: 20_000 }, differences: [] },
    });
    expect((await current().call('GET', path)).status).toBe(403);
    const live = await current().call('GET', '/v1/admin/billing', { key: 'the-operators-own-key' });
    expect(live).toMatchObject({ status: 503, body: { code: 'vendor_unavailable' } });
  });

  it('names a job whose money the vendor kept though it failed, and one that nobody here sent', async () => {
    const baseUrl = 'http://wavespeed.sandbox.invalid';
    const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, baseUrl });
    const wavespeed = createWavespeed({ apiKey: 'test', baseUrl, fetch: (sent) => sandbox.fetch(sent) });
    const database = await openDatabase({ memory: true });
    const store = createStore(database);
    await store.accounts.create({ id: 'acme', createdAt: Date.now() });
    const { ledger, journal } = store;
    const clock = { ...systemClock, sleep: () => systemClock.sleep(1) };
    const studio = createStudio({ ledger, journal, clock, media: createMedia(), vendors: { wavespeed }, test: true });
    const image = new Uint8Array(await photo.arrayBuffer());
    const edit = () => studio.generateImageEdit({ ...request, image }, { account: 'acme' });
    await edit();
    sandbox.faults.add({ kind: 'job_failed' });
    await expect(edit()).rejects.toBeDefined();
    sandbox.faults.add({ kind: 'job_failed_billed' });
    await expect(edit()).rejects.toBeDefined();
    const stranger = createMemoryStudio(wavespeed);
    await stranger.generateImageEdit({ ...request, image }, { account: 'else' });
    const of = { vendor: 'wavespeed', test: true, from: Date.now() - 60_000, until: Date.now() + 60_000 };
    const found = await reconcile(database, of, (window) => wavespeed.jobBills(window));
    expect(found).toMatchObject({ compared: 3, open: 0, bookedMicros: 20_000, billedMicros: 60_000 });
    expect(found.differences).toEqual([
      expect.objectContaining({ kind: 'billed', account: 'acme', bookedMicros: 0, billedMicros: 20_000 }),
      expect.objectContaining({ kind: 'unknown_job', callId: null, account: null, billedMicros: 20_000 }),
    ]);
    await studio.close();
    await store.close();
  });
});

/** Another program with the same vendor account; it needs an account of its own. */
function createMemoryStudio(wavespeed: ReturnType<typeof createWavespeed>) {
  return createStudio({ media: createMedia(), vendors: { wavespeed }, test: true });
}
