import { expect, test } from 'vitest';
import { createSandbox } from '../src/index.ts';
import { base, caller, editModel, plain, textModel } from './caller.ts';

const delayMs = { queue: 0, image: 0 };

test('a 3D model comes as binary glTF whose parts are as long as they say', async () => {
  const { run, download, upload } = caller(createSandbox({ delayMs }));
  const image = await upload(await plain(64, 64));
  const { data } = await run('wavespeed-ai/hunyuan3d/v2.1', { image });
  const file = Buffer.from(await download(data.outputs[0] ?? ''));
  expect([file.toString('latin1', 0, 4), file.readUInt32LE(4), file.readUInt32LE(8)]).toEqual(['glTF', 2, file.length]);
  const description = JSON.parse(file.toString('utf8', 20, 20 + file.readUInt32LE(12))) as {
    buffers: readonly { byteLength: number }[];
  };
  const binary = 20 + file.readUInt32LE(12);
  expect(file.readUInt32LE(binary)).toBe(description.buffers[0]?.byteLength);
  expect(binary + 8 + file.readUInt32LE(binary)).toBe(file.length);
});

test('a model that describes pictures answers text', async () => {
  const { run, upload } = caller(createSandbox({ delayMs }));
  const { data } = await run('wavespeed-ai/image-captioner', { image: await upload(await plain(64, 64)) });
  expect(data.status).toBe('completed');
  expect(data.outputs[0]).toMatch(/^Sandbox text/);
});

test('a video model is unavailable, and the money comes back', async () => {
  const sandbox = createSandbox({ delayMs });
  const { run, upload } = caller(sandbox);
  const image = await upload(await plain(64, 64));
  const { data } = await run('alibaba/happyhorse-1.0/image-to-video', { image, prompt: 'x' });
  expect(data).toMatchObject({ status: 'failed', code: 5003, outputs: [] });
  expect(sandbox.bills()).toMatchObject([{ micros: 700_000, refunded: true }]);
});

test('half a picture is a picture that cannot be read', async () => {
  const { run, upload } = caller(createSandbox({ delayMs }));
  const noise = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251);
  const whole = await plain(300, 200);
  const half = new Uint8Array([...whole.subarray(0, whole.length - 60), ...noise.subarray(0, 20)]);
  const { data } = await run(editModel, { prompt: 'x', image: await upload(half) });
  expect(data).toMatchObject({ status: 'failed', code: 1402 });
});

test('an output can be asked for its size only, and there are no others', async () => {
  const sandbox = createSandbox({ delayMs });
  const { run, download } = caller(sandbox);
  const url = (await run(textModel, { prompt: 'x', size: '256*256' })).data.outputs[0] ?? '';
  const visit = (address: string, method: string) => sandbox.fetch(new Request(address, { method }));
  const head = await visit(url, 'HEAD');
  expect(head.headers.get('content-length')).toBe(String((await download(url)).byteLength));
  expect((await visit(url.replace('/0.', '/1.'), 'GET')).status).toBe(404);
  expect((await visit(url, 'POST')).status).toBe(405);
  expect((await visit(`${base}/elsewhere`, 'GET')).status).toBe(404);
});

test('an output cannot be downloaded before its job has ended', async () => {
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 3600e3 } });
  const { data } = await caller(sandbox).post(textModel, { prompt: 'x' });
  const early = await sandbox.fetch(new Request(`${base}/wavespeed/outputs/${data.id}/0.jpeg`));
  expect(early.status).toBe(404);
});
