import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createSandbox } from '../src/index.ts';
import { base, caller, editModel, plain, textModel } from './caller.ts';
import { manualClock } from './manual-clock.ts';

const instant = { queue: 0, image: 0 };

test('a run is created, processed, completed, and downloads as a real picture of the asked size', async () => {
  const clock = manualClock();
  const sandbox = createSandbox({ clock, delayMs: { queue: 100, image: 1000 } });
  const { post, get, download } = caller(sandbox);
  const submitted = await post(textModel, { prompt: 'a lake', size: '640*480' });
  expect(submitted).toEqual({
    code: 200,
    message: 'success',
    data: {
      id: expect.stringMatching(/^[\w-]+$/),
      model: textModel,
      outputs: [],
      urls: { get: `${base}/api/v3/predictions/${submitted.data.id}/result` },
      has_nsfw_contents: [],
      status: 'created',
      created_at: '2026-01-01T00:00:00.000Z',
      error: '',
      executionTime: 0,
      timings: { inference: 0 },
    },
  });
  expect((await get(submitted.data.urls.get)).data.status).toBe('created');
  clock.advance(100);
  expect((await get(submitted.data.urls.get)).data.status).toBe('processing');
  clock.advance(1300);
  const done = await get(`predictions/${submitted.data.id}`);
  expect(done.data).toMatchObject({ status: 'completed', has_nsfw_contents: [false], error: '' });
  const picture = await download(done.data.outputs[0] ?? '');
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
});

test('the same job gives the same bytes, another prompt another picture', async () => {
  const { run, download } = caller(createSandbox({ delayMs: instant }));
  const first = await run(textModel, { prompt: 'one', size: '256*256' });
  const other = await run(textModel, { prompt: 'two', size: '256*256' });
  const url = first.data.outputs[0] ?? '';
  expect(await download(url)).toEqual(await download(url));
  expect(await download(url)).not.toEqual(await download(other.data.outputs[0] ?? ''));
});

test('sync mode answers finished, with base64 when asked, where the model declares them', async () => {
  const { post } = caller(createSandbox({ delayMs: instant }));
  const inputs = { prompt: 'x', size: '256*256', enable_sync_mode: true, enable_base64_output: true };
  const { data } = await post(textModel, inputs);
  expect(data.status).toBe('completed');
  expect(await sharp(Buffer.from(data.outputs[0] ?? '', 'base64')).metadata()).toMatchObject({ width: 256 });
  const undeclared = await post('akool/image-face-swap', {
    image: 'data:,x',
    source_image: ['data:,x'],
    target_image: ['data:,x'],
    enable_sync_mode: true,
  });
  expect(undeclared.data.status).toBe('created');
});

test('unknown keys are dropped without a word', async () => {
  const sandbox = createSandbox({ delayMs: instant });
  const { data } = await caller(sandbox).run(textModel, { prompt: 'x', size: '256*256', colour: 'red' });
  expect(data.status).toBe('completed');
  expect(sandbox.bills()[0]?.inputs).toEqual({ prompt: 'x', size: '256*256' });
});

test.each([
  ['a missing input', editModel, { prompt: 'x' }, 'property "image" is missing'],
  [
    'a value out of an enumeration',
    'wavespeed-ai/image-upscaler',
    { image: 'https://a.example/b', target_resolution: '3k' },
    'target_resolution',
  ],
  ['a number out of range', 'wavespeed-ai/flux-dev', { prompt: 'x', num_images: 99 }, 'num_images'],
  ['a wrong type', textModel, { prompt: 7 }, 'prompt'],
  ['a side out of range', 'bytedance/seedream-v4', { prompt: 'x', size: '1024*64' }, 'size'],
  ['a lora without a path', 'wavespeed-ai/flux-dev-lora', { prompt: 'x', loras: [{ scale: 1 }] }, 'loras.0.path'],
  ['a body that is no object', textModel, [1], 'request body'],
])('%s is a 400 that costs nothing', async (_name, model, inputs, words) => {
  const sandbox = createSandbox();
  const answer = await caller(sandbox).request('POST', model, inputs);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ code: 400, message: expect.stringContaining(words) as string, data: null });
  expect(sandbox.bills()).toEqual([]);
});

test('an unknown model is a 404, a missing or wrong key a 401', async () => {
  const sandbox = createSandbox({ apiKeys: ['right'] });
  expect((await caller(sandbox, 'right').request('POST', 'no/such', {})).status).toBe(404);
  expect((await caller(sandbox, 'wrong').request('GET', 'balance')).status).toBe(401);
  expect((await sandbox.fetch(new Request(`${base}/api/v3/balance`))).status).toBe(401);
});

test('an input that cannot be read fails the job with 1402 and gives the money back', async () => {
  const unreachable = () => Promise.reject(new TypeError('fetch failed'));
  const sandbox = createSandbox({ delayMs: instant, fetch: unreachable, balanceMicros: 1_000_000 });
  const { run } = caller(sandbox);
  for (const image of [
    'https://a.example/b.png',
    'data:image/png;base64,AAAA',
    `${base}/wavespeed/files/${'0'.repeat(32)}.png`,
  ]) {
    const { code, data } = await run(editModel, { prompt: 'x', image });
    expect({ code, status: data.status, reason: data.code }).toEqual({ code: 200, status: 'failed', reason: 1402 });
  }
  expect(sandbox.bills().map(({ refunded }) => refunded)).toEqual([true, true, true]);
  expect(sandbox.balanceMicros()).toBe(1_000_000);
});

test('inputs come from uploads, data URLs, public addresses and earlier outputs', async () => {
  const picture = await plain(300, 200);
  const sandbox = createSandbox({ delayMs: instant, fetch: async () => new Response(picture) });
  const { run, upload, download } = caller(sandbox);
  const uploaded = await upload(picture);
  const data = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
  const first = await run('wavespeed-ai/image-text-remover', { image: uploaded, output_format: 'png' });
  for (const image of [uploaded, data, 'https://a.example/b.png', first.data.outputs[0]]) {
    const done = await run('wavespeed-ai/image-text-remover', { image, output_format: 'png' });
    const metadata = await sharp(await download(done.data.outputs[0] ?? '')).metadata();
    expect(metadata).toMatchObject({ format: 'png', width: 300, height: 200 });
  }
});

test('several outputs are asked for, charged and delivered, each different', async () => {
  const sandbox = createSandbox({ delayMs: instant });
  const { run, download } = caller(sandbox);
  const { data } = await run('wavespeed-ai/flux-dev', { prompt: 'x', size: '256*256', num_images: 3 });
  const files = await Promise.all(data.outputs.map(download));
  expect(new Set(files.map((file) => Buffer.from(file).toString('base64'))).size).toBe(3);
  expect(sandbox.bills()[0]?.micros).toBe(36_000);
});

test('an account without money is refused and charged nothing', async () => {
  const sandbox = createSandbox({ balanceMicros: 4_999 });
  const answer = await caller(sandbox).request('POST', textModel, { prompt: 'x' });
  expect(answer.status).toBe(403);
  expect(sandbox.balanceMicros()).toBe(4_999);
});
