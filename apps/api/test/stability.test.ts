import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, listen } from '@image-studio/sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { photo, startServer, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current } = useServer();

describe('Stability over HTTP', { timeout: 60_000 }, () => {
  it('grows a picture in test mode, sent as multipart', async () => {
    const body = current().form({ image: photo, expand: '{"left":32}', model: 'stability-outpaint' });
    const run = await current().call('POST', '/v1/edit', { body, headers: wait });
    expect(run.body).toMatchObject({
      state: 'succeeded',
      test: true,
      model: 'stability/outpaint',
      charge: { micros: 40_000 },
      outputs: [{ width: 128, height: 64 }],
    });
  });

  it('finds a model for a kind that only it has, in the same sandbox', async () => {
    const fields = { image: photo, kind: 'search-recolor', search: 'the sky', prompt: 'a red sky' };
    const run = await current().call('POST', '/v1/edit', { body: current().form(fields), headers: wait });
    expect(run.body).toMatchObject({ state: 'succeeded', model: 'stability/search-and-recolor' });
  });

  it('is reached with a live key when its own key is set, and the others are not offered', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'image-studio-api-'));
    const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, apiKeys: ['sk-live'] });
    const vendor = await listen(sandbox);
    const server = await startServer(folder, {
      STABILITY_API_KEY: 'sk-live',
      STABILITY_BASE_URL: `${vendor.url}/stability`,
    });
    onTestFinished(async () => {
      await server.close();
      await vendor.close();
      await rm(folder, { recursive: true, force: true });
    });
    const key = await server.keyFor('acme', false);
    const send = (model: string) =>
      server.call('POST', '/v1/upscale', { body: server.form({ image: photo, model }), headers: wait, key });
    const run = await send('stability-upscale-fast');
    expect(run.body).toMatchObject({ state: 'succeeded', test: false, outputs: [{ width: 384, height: 256 }] });
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([20_000]);
    expect((await send('bria-increase-resolution')).body).toMatchObject({ code: 'unsupported' });
  });
});
