import { createHeaderMedia, createMemoryStore } from '@image-studio/core/memory';
import { systemClock } from '@image-studio/core';
import { createSandbox } from '@image-studio/sandbox';
import { createLocal } from '@image-studio/vendor-local';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createStudio } from '../src/index.ts';

const photo = new Uint8Array(
  await sharp({ create: { width: 96, height: 64, channels: 3, background: '#47a' } })
    .jpeg()
    .toBuffer(),
);

async function setUp() {
  const baseUrl = 'http://wavespeed.sandbox.invalid';
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, baseUrl });
  const wavespeed = createWavespeed({ apiKey: 'test', baseUrl, fetch: (request) => sandbox.fetch(request) });
  const store = createMemoryStore({ ledger: 'metered' });
  await store.accounts.create({ id: 'acme', createdAt: 0 });
  const clock = { ...systemClock, sleep: () => systemClock.sleep(1) };
  const studio = createStudio({
    ...store,
    media: createHeaderMedia(),
    vendors: { wavespeed, local: createLocal() },
    clock,
  });
  return { sandbox, store, studio };
}

const request = { model: 'qwen-edit', prompt: 'make it dusk', image: photo } as const;

describe('the studio', () => {
  it('edits and upscales through one entry point, and tells how the account stands', async () => {
    const { studio } = await setUp();
    const edited = await studio.generateImageEdit({ ...request, count: 2 }, { account: 'acme' });
    expect(edited).toMatchObject({
      charge: 40_000,
      usage: { previous: 0, current: 2, held: 0, limit: null, total: 40_000 },
    });
    const larger = await studio.generateImageUpscale(
      { model: 'lanczos3', image: { asset: edited.outputs[0].asset }, scale: 2 },
      { account: 'acme' },
    );
    expect(larger.outputs[0]).toMatchObject({ width: 192, height: 128 });
  });

  it('asks the vendor for its price of a live run, once an hour, and not where a price was agreed', async () => {
    const { sandbox, store, studio } = await setUp();
    const questions = () => sandbox.requests().filter(({ path }) => path === '/api/v3/model/price').length;
    await studio.quote('edit', request, { account: 'acme' });
    const { charge, warnings } = await studio.generateImageEdit({ ...request, count: 2 }, { account: 'acme' });
    expect([charge, warnings, questions()]).toEqual([40_000, [], 1]);
    const wavespeed = createWavespeed({
      apiKey: 'test',
      baseUrl: 'http://wavespeed.sandbox.invalid',
      fetch: (sent) => sandbox.fetch(sent),
    });
    const models = [{ id: 'wavespeed/wavespeed-ai/qwen-image/edit', price: 18_000 }];
    const agreed = createStudio({ ...store, media: createHeaderMedia(), vendors: { wavespeed }, models });
    const quoted = await agreed.quote('edit', request, { account: 'acme' });
    const test = createStudio({ ...store, media: createHeaderMedia(), vendors: { wavespeed }, test: true });
    await test.quote('edit', request, { account: 'acme' });
    expect([quoted.price.micros, questions()]).toEqual([18_000, 1]);
  });

  it('refuses a run without an account, or of one it does not know', async () => {
    const { sandbox, studio } = await setUp();
    await expect(studio.generateImageEdit(request)).rejects.toMatchObject({ code: 'unauthorized' });
    await expect(studio.generateImageEdit(request, { account: 'nobody' })).rejects.toMatchObject({
      code: 'unauthorized',
    });
    expect(sandbox.bills()).toEqual([]);
  });

  it('lets exactly as many of many parallel runs through as the limit allows', async () => {
    const { sandbox, store, studio } = await setUp();
    await store.accounts.setLimit({
      account: 'acme',
      test: false,
      subject: 'account',
      meter: 'edit',
      limit: { max: 3 },
    });
    const runs = await Promise.allSettled(
      Array.from({ length: 10 }, () => studio.generateImageEdit(request, { account: 'acme' })),
    );
    expect(runs.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(sandbox.bills()).toHaveLength(3);
  });

  it('starts without waiting, and answers the result later', async () => {
    const { studio } = await setUp();
    const { id } = await studio.start('edit', request, { account: 'acme' });
    await studio.runs.wait('acme', id);
    expect(await studio.runs.result('acme', id)).toMatchObject({ runId: id, charge: 20_000 });
    expect(await studio.runs.get('other', id)).toBeUndefined();
  });

  it('quotes what is then charged', async () => {
    const { sandbox, studio } = await setUp();
    const quote = await studio.quote('edit', { ...request, count: 3 }, { account: 'acme' });
    expect(quote.price.micros).toBe(60_000);
    expect(sandbox.bills()).toEqual([]);
    expect((await studio.generateImageEdit({ ...request, count: 3 }, { account: 'acme' })).charge).toBe(60_000);
  });

  it('lists and recommends models of the vendors at hand, and says why', async () => {
    const { studio } = await setUp();
    expect(studio.models.get('edit', 'qwen-edit')).toMatchObject({ runnable: true, price: { defaultMicros: 20_000 } });
    const { model, reason } = studio.recommend({ operation: 'upscale', inputs: ['image', 'scale'] });
    const quote = await studio.quote('upscale', { image: photo, scale: 2 }, { account: 'acme' });
    expect(quote).toMatchObject({ model: model.id, reason: expect.stringContaining('preferring balanced') });
    expect(reason).toContain('preferring balanced');
    const alone = createStudio({ vendors: { local: createLocal() } });
    expect(alone.models.list().map(({ id }) => id)).toEqual(['local/lanczos3']);
    expect(alone.recommend({ operation: 'upscale', prefer: 'quality' }).model.id).toBe('local/lanczos3');
  });

  it('cancels what was not sent, and keeps what was', async () => {
    const { sandbox, studio } = await setUp();
    sandbox.faults.add({ kind: 'too_many', retryAfterSeconds: 30 });
    const { id } = await studio.start('edit', request, { account: 'acme' });
    await expect.poll(() => sandbox.requests().length).toBeGreaterThan(2);
    await studio.runs.cancel('acme', id);
    await studio.runs.wait('acme', id);
    await expect(studio.runs.result('acme', id)).rejects.toMatchObject({ code: 'canceled', billed: 'no' });
    expect(sandbox.bills()).toEqual([]);
  });
});
