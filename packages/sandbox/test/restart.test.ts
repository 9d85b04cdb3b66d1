import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, folderFiles, memoryFiles } from '../src/index.ts';
import { caller, editModel, plain, rejection, textModel } from './caller.ts';
import { manualClock } from './manual-clock.ts';

const delayMs = { queue: 0, image: 0 };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('another sandbox with the same folder answers an old ticket and makes the same file', async () => {
  const before = caller(createSandbox({ delayMs, files: folderFiles(folder) }));
  const image = await before.upload(await plain(320, 200));
  const first = await before.run(editModel, { prompt: 'x', image });
  const after = caller(createSandbox({ delayMs, files: folderFiles(folder) }));
  const second = await after.get(first.data.urls.get);
  expect(second).toEqual(first);
  const url = first.data.outputs[0] ?? '';
  expect(await after.download(url)).toEqual(await before.download(url));
});

test('a job goes on where it was: its time runs on, its failure stays', async () => {
  const clock = manualClock();
  const options = { clock, delayMs: { queue: 100, image: 1000 } };
  const before = createSandbox(options);
  before.faults.add({ kind: 'moderation' });
  const { data } = await caller(before).post(textModel, { prompt: 'x' });
  clock.advance(500);
  const after = caller(createSandbox(options));
  expect((await after.get(data.urls.get)).data.status).toBe('processing');
  clock.advance(1000);
  expect((await after.get(data.urls.get)).data).toMatchObject({ status: 'failed', code: 1200 });
});

test('a long prompt does not make a long id', async () => {
  const { post } = caller(createSandbox({ delayMs }));
  const { data } = await post(textModel, { prompt: 'many words '.repeat(500) });
  expect(data.id.length).toBeLessThan(400);
});

test("with its state in memory the ids are the vendor's, and another sandbox does not know them", async () => {
  const sandbox = caller(createSandbox({ delayMs, stateless: false }));
  const { data } = await sandbox.run(textModel, { prompt: 'x', size: '256*256' });
  expect(data.id).toMatch(/^[0-9a-f]{32}$/);
  expect((await sandbox.download(data.outputs[0] ?? '')).byteLength).toBeGreaterThan(1000);
  expect((await caller(createSandbox({ delayMs, stateless: false })).get(data.urls.get)).code).toBe(404);
});

test('a write that fails leaves nothing in the folder', async () => {
  const files = folderFiles(join(folder, 'new'));
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(10));
      controller.error(new Error('gone'));
    },
  });
  await rejection(files.write('a.png', broken));
  expect(await readdir(join(folder, 'new'))).toEqual([]);
  await expect(files.write('../a.png', new Blob(['x']).stream())).rejects.toThrow(RangeError);
});

test('files in memory are bounded: the oldest go first', async () => {
  const files = memoryFiles({ maxBytes: 25 });
  for (const key of ['a', 'b', 'c']) await files.write(key, new Blob(['0123456789']).stream());
  const kept = await Promise.all(['a', 'b', 'c'].map(async (key) => (await files.read(key))?.size));
  expect(kept).toEqual([undefined, 10, 10]);
});
