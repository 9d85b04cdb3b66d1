import { type Client, createClient, isApiError } from '@image-studio/api-client';
import { beforeAll, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const { current } = useServer();
let client: Client;
beforeAll(() => {
  client = createClient({ url: current().url, key: current().key });
});

it('the client quotes, runs with a file, and reads the result by its link', { timeout: 30_000 }, async () => {
  const request = { model: 'qwen-edit', image: photo, prompt: 'make it dusk' };
  const quote = await client.quote('edit', request);
  expect(quote).toMatchObject({ model: 'wavespeed/wavespeed-ai/qwen-image/edit', price: { micros: 20_000 } });
  const run = await client.run('edit', { ...request, maxPrice: quote.price.micros });
  expect(run).toMatchObject({ state: 'succeeded', test: true, charge: quote.price, error: null });
  const [output] = run.outputs;
  expect((await (await fetch(output!.url)).blob()).size).toBe(output!.size);
  expect((await client.assets.content(output!.id)).size).toBe(output!.size);
  const larger = await client.run('upscale', { model: 'lanczos3', image: output!.id, scale: 2 });
  expect(larger.outputs[0]?.width).toBe(output!.width! * 2);
});

it('the same idempotency key is the same run', { timeout: 30_000 }, async () => {
  const start = () => client.start('generate', { model: 'qwen-image', prompt: 'a harbour' }, { idempotencyKey: 'one' });
  const [first, second] = [await start(), await start()];
  expect(second.id).toBe(first.id);
  expect((await client.runs.wait(first.id)).state).toBe('succeeded');
});

it('lists models, reads one by its id with slashes, and the usage', async () => {
  const { data } = await client.models.list({ operation: 'upscale', maxPrice: 0 });
  expect(data.map(({ id }) => id)).toEqual(['local/lanczos3']);
  expect((await client.models.get('local/lanczos3'))[0]).toMatchObject({
    operation: 'upscale',
    name: expect.any(String),
  });
  expect(await client.usage.get()).toMatchObject({ test: true, meters: expect.any(Array) });
});

it('a refusal is an error with its issues', async () => {
  const error: unknown = await client.start('edit', { model: 'qwen-edit' }).catch((thrown: unknown) => thrown);
  expect(isApiError(error, 'invalid_request') && error.problem.details?.issues.length).toBeGreaterThan(0);
  const stranger = createClient({ url: current().url, key: 'is_test_nobody' });
  await expect(stranger.usage.get()).rejects.toMatchObject({ code: 'unauthorized' });
});
