import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { photo, startServer, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current, folder, restart } = useServer();

describe('the catalogue', () => {
  it('lists every model with its price and finds one by id, slashes plain or encoded', async () => {
    const all = await current().call('GET', '/v1/models');
    expect(all.body.data.length).toBeGreaterThan(20);
    const cheap = await current().call('GET', '/v1/models?operation=edit&maxPrice=20000');
    const prices = cheap.body.data.map(({ price }: { price: { defaultMicros: number } }) => price.defaultMicros);
    expect(prices).toContain(20_000);
    expect(Math.max(...prices)).toBe(20_000);
    const id = 'wavespeed/wavespeed-ai/qwen-image/edit';
    for (const path of [id, encodeURIComponent(id), 'qwen-edit'])
      expect((await current().call('GET', `/v1/models/${path}`)).body.data[0].id).toBe(id);
    for (const path of ['none', '%E0%A4%A'])
      expect((await current().call('GET', `/v1/models/${path}`)).status).toBe(404);
  });
});

describe('the app', () => {
  it('tells whether it is alive and ready', async () => {
    expect((await current().call('GET', '/health')).body).toEqual({ status: 'ok' });
    expect((await current().call('GET', '/ready')).body).toEqual({ status: 'ready', database: true, live: false });
  });

  it.each([
    ['is away', () => Promise.reject(new Error('gone')), new AbortController().signal, false],
    ['does not answer', () => new Promise<never>(() => {}), new AbortController().signal, false],
    ['answers while the process shuts down', async () => {}, AbortSignal.abort(), true],
  ] as const)('is alive and not ready when its database %s', async (_, ping, stopping, database) => {
    const { services } = current().composition;
    // The time is over at once, unless the database is quicker.
    const clock: Clock = { ...services.clock, sleep: () => new Promise((resolve) => setImmediate(resolve)) };
    const app = createApp({ ...services, clock, ping, stopping });
    const ready = await app.request('/ready');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', database, live: false }]);
    expect((await app.request('/health')).status).toBe(200);
  });

  it('logs no key, prompt or link', async () => {
    await current().call('POST', '/v1/edit', {
      body: current().form({ model: 'qwen-edit', prompt: 'a very private wish', image: photo }),
      headers: wait,
    });
    expect(current().logged.length).toBeGreaterThan(0);
    expect(current().logged.join('')).not.toMatch(/private wish|is_test_|signature/);
  });

  it('keeps everything over a restart, under the same key', async () => {
    const run = await current().call('POST', '/v1/upscale', {
      body: current().form({ image: photo, model: 'lanczos3' }),
      headers: wait,
    });
    const { key } = current();
    await restart();
    expect(current().key).toBe(key);
    const again = await current().call('GET', `/v1/runs/${run.body.id}`);
    expect(again.body).toMatchObject({ state: 'succeeded', outputs: [{ sha256: run.body.outputs[0].sha256 }] });
    expect((await stat(join(folder(), 'local-key'))).mode & 0o777).toBe(0o600);
  });

  it('refuses a second process on the same folder, saying why', async () => {
    await expect(startServer(folder())).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(folder()),
    });
  });
});
