import { afterEach, describe, expect, it, vi } from 'vitest';
import { StudioError } from '../src/index.ts';
import { createMemoryAssets } from '../src/memory.ts';
import { body, createFakeVendor, paintWith, png } from './fake-vendor.ts';

describe('a run whose answer brings files', () => {
  it('keeps files at addresses beside those that came with the answer', async () => {
    const outputs = [{ url: 'https://x/1' }, body(png)];
    const vendor = createFakeVendor({ start: [() => ({ state: 'done', outputs })] });
    const result = await paintWith(vendor)({ model: 'paint', prompt: 'x' });
    expect(result.outputs).toHaveLength(2);
  });

  it('lets go of files that came with the answer when its own storage fails', async () => {
    const letGo: string[] = [];
    const output = (name: string) => ({
      body: new ReadableStream<Uint8Array>({ cancel: () => void letGo.push(name) }),
      mediaType: 'image/png',
    });
    const vendor = createFakeVendor({
      start: [() => ({ state: 'done', outputs: [output('first'), output('second')] })],
    });
    const write = async () => {
      throw new StudioError('internal', 'The disk is full.');
    };
    const assets = { ...createMemoryAssets(), write };
    const outcome = paintWith(vendor, { assets })({ model: 'paint', prompt: 'x' });
    await expect(outcome).rejects.toMatchObject({ code: 'in_doubt' });
    expect(letGo).toContain('second');
  });
});

describe('an empty file', () => {
  it('is no output, also where the storage still shows what was there before', async () => {
    const assets = { ...createMemoryAssets(), read: async () => new Blob([png]).stream() };
    const empty = body(new Uint8Array());
    const vendor = createFakeVendor({ start: [() => ({ state: 'done', outputs: [empty] })] });
    const outcome = paintWith(vendor, { assets })({ model: 'paint', prompt: 'x' });
    await expect(outcome).rejects.toMatchObject({ code: 'vendor_output', message: expect.stringContaining('empty') });
  });
});

describe('the bytes of an output', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('are read where a server framework has put a class of its own in the place of Response', async () => {
    vi.stubGlobal(
      'Response',
      class extends Response {
        override bytes(): never {
          throw new TypeError('Cannot read private member');
        }
      },
    );
    const vendor = createFakeVendor({ start: [() => ({ state: 'done', outputs: [body(png)] })] });
    const { outputs } = await paintWith(vendor)({ model: 'paint', prompt: 'x' });
    expect(await outputs[0].bytes()).toEqual(new Uint8Array(png));
  });
});
