import { createHeaderMedia } from '@image-studio/core/memory';
import { validateBytes } from 'gltf-validator';
import { expect, test } from 'vitest';
import { createSandbox } from '../src/index.ts';
import { base, caller, editModel, plain, textModel } from './caller.ts';

const delayMs = { queue: 0, image: 0 };

test('a 3D model is a valid glTF that depends on the picture', async () => {
  const { run, download, upload } = caller(createSandbox({ delayMs }));
  const made = async (model: string, inputs: object) =>
    download((await run(model, inputs)).data.outputs[0] ?? '') as Promise<Uint8Array<ArrayBuffer>>;
  const blue = { image: await upload(await plain(64, 48)) };
  const model = await made('wavespeed-ai/hunyuan3d/v2.1', blue);
  const { issues, info } = await validateBytes(model);
  expect(issues).toMatchObject({ numErrors: 0, numWarnings: 0 });
  expect(info).toMatchObject({ hasTextures: true, totalTriangleCount: 7938 });
  expect(await made('wavespeed-ai/hunyuan3d/v2.1', blue)).toEqual(model);
  const red = { image: await upload(await plain(64, 48, '#cc3333')) };
  expect(await made('wavespeed-ai/hunyuan3d/v2.1', red)).not.toEqual(model);
  const described = await validateBytes(await made('hyper3d/rodin-v2/text-to-3d', { prompt: 'a chair' }));
  expect(described.issues.numErrors).toBe(0);
});

test('a model that describes pictures answers text', async () => {
  const { run, upload } = caller(createSandbox({ delayMs }));
  const { data } = await run('wavespeed-ai/image-captioner', { image: await upload(await plain(64, 64)) });
  expect(data.status).toBe('completed');
  expect(data.outputs[0]).toMatch(/^Sandbox text/);
});

test.each([
  ['as the model makes it', 'bytedance/seedance-v1-lite-i2v-480p', { duration: 2 }, [720, 480, 2]],
  ['as asked for', 'alibaba/wan-2.5/image-to-video', { duration: 3, resolution: '480p' }, [720, 480, 3]],
  ['in its own shape', 'bytedance/seedance-v1-lite-i2v-480p', { duration: 2, aspect_ratio: '9:16' }, [480, 854, 2]],
  ['in the pixels asked for', 'wavespeed-ai/wan-2.1/i2v-480p', { size: '480*832' }, [480, 832, 5]],
])('a video is %s', { timeout: 30_000 }, async (_name, model, inputs, [width, height, seconds]) => {
  const { run, download, upload } = caller(createSandbox({ delayMs }));
  const image = await upload(await plain(300, 200));
  const { data } = await run(model, { prompt: 'x', image, ...inputs });
  const file = await download(data.outputs[0] ?? '');
  expect(data.outputs[0]).toMatch(/\.mp4$/);
  const probe = await createHeaderMedia().probe(async () => new Blob([file as Uint8Array<ArrayBuffer>]).stream());
  expect(probe).toEqual({ kind: 'video', mediaType: 'video/mp4', width, height, seconds });
});

test(
  'a video depends on its pictures, is the same at each download, and its encoder leaves the process alone',
  { timeout: 30_000 },
  async () => {
    const before = process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection');
    const { run, download, upload } = caller(createSandbox({ delayMs }));
    const model = 'bytedance/seedance-v1-lite-i2v-480p';
    const image = await upload(await plain(60, 40));
    const made = async (inputs: object) => (await run(model, { image, duration: 2, ...inputs })).data.outputs[0] ?? '';
    const address = await made({});
    const file = await download(address);
    expect(await download(address)).toEqual(file);
    expect(await download(await made({ image: await upload(await plain(60, 40, '#cc3333')) }))).not.toEqual(file);
    expect(await download(await made({ last_image: await upload(await plain(60, 40, '#33cc33')) }))).not.toEqual(file);
    expect(process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection')).toBe(before);
  },
);

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
