import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetsContract, streamOf } from '@image-studio/core/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderAssets, type RecentOptions, rememberRecent } from '../src/index.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'recent-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

assetsContract('a folder whose recent files are remembered', async () => ({
  assets: rememberRecent(await createFolderAssets(join(root, 'files'))),
}));

const open = async (options: RecentOptions = {}) => rememberRecent(await createFolderAssets(root), options);
type Assets = Awaited<ReturnType<typeof open>>;
const put = (assets: Assets, key: string, text: string) =>
  assets.write(key, new Blob([text]).stream(), { maxBytes: 1000 });
const get = async (assets: Assets, key: string) => new Response(await assets.read(key)).text();
/** What is read afterwards was not remembered. */
const exchange = (key: string) => writeFile(join(root, key), 'EXCHANGED');

describe('a small file that was just written', () => {
  it('is read from memory, and from the storage when its time is over', async () => {
    const assets = await open({ keepMs: 300 });
    await put(assets, 'a', 'a picture');
    await exchange('a');
    expect(await get(assets, 'a')).toBe('a picture');
    expect(await new Response(await assets.read('a', { start: 2, end: 5 })).text()).toBe('pic');
    await expect.poll(() => get(assets, 'a'), { timeout: 5000 }).toBe('EXCHANGED');
  });

  it('is not remembered when it is larger than allowed, or when newer ones took its room', async () => {
    const assets = await open({ maxFileBytes: 9, maxBytes: 20 });
    await put(assets, 'large', 'ten bytes!');
    for (const key of ['first', 'second', 'third']) await put(assets, key, 'nine byte');
    for (const key of ['large', 'first', 'second', 'third']) await exchange(key);
    expect(await get(assets, 'large')).toBe('EXCHANGED');
    expect(await get(assets, 'first')).toBe('EXCHANGED');
    expect(await get(assets, 'second')).toBe('nine byte');
    expect(await get(assets, 'third')).toBe('nine byte');
  });

  it('is what was written last, and nothing once it is removed', async () => {
    const assets = await open();
    await put(assets, 'a', 'older');
    await put(assets, 'a', 'newer');
    expect(await get(assets, 'a')).toBe('newer');
    await assets.remove('a');
    await expect(assets.read('a')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('cannot be changed by who reads it', async () => {
    const assets = await open();
    await put(assets, 'a', 'a picture');
    for await (const chunk of await assets.read('a')) chunk.fill(0);
    expect(await get(assets, 'a')).toBe('a picture');
  });

  it('is not remembered when another write or a removal came between', async () => {
    const assets = await open();
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await promise;
        controller.enqueue(new TextEncoder().encode('slow'));
        controller.close();
      },
    });
    const writing = assets.write('a', slow, { maxBytes: 1000 });
    await put(assets, 'a', 'quick');
    // The slow one is still under way.
    await put(assets, 'a', 'quick again');
    await exchange('a');
    expect(await get(assets, 'a')).toBe('EXCHANGED');
    resolve();
    await writing;
    await exchange('a');
    expect(await get(assets, 'a')).toBe('EXCHANGED');
  });

  it('is not remembered when its write failed', async () => {
    const assets = await open();
    await put(assets, 'a', 'before');
    await expect(assets.write('a', streamOf([new Uint8Array(2000)]), { maxBytes: 1000 })).rejects.toMatchObject({
      code: 'input_too_large',
    });
    await exchange('a');
    expect(await get(assets, 'a')).toBe('EXCHANGED');
  });
});
