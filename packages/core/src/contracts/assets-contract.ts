import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../run/json.ts';
import type { Assets } from '../run/ports.ts';
import {
  bytesOf,
  countedSource,
  failingAfter,
  oneBufferSource,
  pattern,
  pausedSource,
  split,
  streamOf,
} from './byte-sources.ts';

/** A storage under test; `close` removes what it left on disk. */
export interface AssetsUnderTest {
  readonly assets: Assets;
  close?(): Promise<void>;
}

const megabyte = 1024 * 1024;
const refusedKeys = [
  '',
  '/',
  '/etc/passwd',
  '../up',
  'run/../../up',
  'run//0',
  './run',
  'run\\..\\up',
  'run/0\0',
  'run/',
];
const badRanges = [{ start: -1 }, { start: 2, end: 1 }, { start: 0.5 }, { start: Number.NaN }];

/** What every {@link Assets} must do. Call it at the top of a test file; `make` gives an empty storage each time. */
export function assetsContract(name: string, make: () => Promise<AssetsUnderTest>): void {
  describe(`${name} as a storage of files`, () => {
    let subject: AssetsUnderTest;
    let assets: Assets;
    beforeEach(async () => {
      subject = await make();
      assets = subject.assets;
    });
    afterEach(async () => subject.close?.());

    const put = (key: string, bytes: Uint8Array, maxBytes = 10 * megabyte) =>
      assets.write(key, streamOf([bytes]), { maxBytes, mediaType: 'application/octet-stream' });
    const get = async (key: string, range?: { start: number; end?: number }) => bytesOf(await assets.read(key, range));

    it('gives back the bytes that were written, with their size and SHA-256', async () => {
      const bytes = pattern(150_000);
      const facts = { size: 150_000, sha256: await sha256(bytes) };
      expect(await put('run_a/call_b/0', bytes)).toEqual(facts);
      expect(await assets.stat('run_a/call_b/0')).toEqual(facts);
      expect(await get('run_a/call_b/0')).toEqual(bytes);
    });

    it('keeps an empty file', async () => {
      await put('empty', new Uint8Array());
      expect(await assets.stat('empty')).toEqual({ size: 0, sha256: await sha256(new Uint8Array()) });
      expect(await get('empty')).toEqual(new Uint8Array());
    });

    it.each([
      [{ start: 0, end: 4 }, [0, 1, 2, 3]],
      [{ start: 7 }, [7, 8, 9]],
      [{ start: 3, end: 3 }, []],
      [{ start: 8, end: 100 }, [8, 9]],
      [{ start: 10 }, []],
    ])('reads the range %o', async (range, expected) => {
      await put(
        'range',
        Uint8Array.from({ length: 10 }, (_, index) => index),
      );
      expect([...(await get('range', range))]).toEqual(expected);
    });

    it.each(badRanges)('refuses the range %o', async (range) => {
      await put('range', pattern(10));
      await expect(assets.read('range', range)).rejects.toMatchObject({ code: 'invalid_request' });
    });

    it('replaces a file, and a reader that began before keeps the old one whole', async () => {
      const [first, second] = [pattern(300_000, 1), pattern(200_000, 2)];
      await put('same', first);
      const open = await assets.read('same');
      await put('same', second);
      expect(await get('same')).toEqual(second);
      expect(await assets.stat('same')).toEqual({ size: 200_000, sha256: await sha256(second) });
      expect(await bytesOf(open)).toEqual(first);
    });

    it('says that a missing file is missing', async () => {
      await expect(assets.read('nobody/here')).rejects.toMatchObject({ code: 'not_found' });
      expect(await assets.stat('nobody/here')).toBeUndefined();
      await put('folder/file', pattern(1));
      expect(await assets.stat('folder')).toBeUndefined();
      await expect(assets.read('folder')).rejects.toMatchObject({ code: 'not_found' });
    });

    it('removes a file, and removing it again is fine', async () => {
      await put('inputs/asset_z', pattern(10));
      await assets.remove('inputs/asset_z');
      await assets.remove('inputs/asset_z');
      expect(await assets.stat('inputs/asset_z')).toBeUndefined();
    });

    it('takes a file of exactly the limit', async () => {
      expect(await put('exact', pattern(1000), 1000)).toMatchObject({ size: 1000 });
    });

    it('refuses a file over the limit, stops reading it and leaves nothing', async () => {
      const source = countedSource(100, 100_000);
      const write = assets.write('big', source.stream, { maxBytes: 250_000 });
      await expect(write).rejects.toMatchObject({ code: 'input_too_large' });
      expect(source.canceled()).toBe(true);
      expect(source.pulled()).toBeLessThan(10);
      expect(await assets.stat('big')).toBeUndefined();
    });

    it('leaves nothing of a stream that fails in the middle, and throws its error', async () => {
      const failure = new Error('the line was cut');
      await expect(assets.write('cut', failingAfter(3, failure), { maxBytes: megabyte })).rejects.toBe(failure);
      expect(await assets.stat('cut')).toBeUndefined();
      await expect(assets.read('cut')).rejects.toMatchObject({ code: 'not_found' });
    });

    it('keeps the old file when its replacement fails', async () => {
      const bytes = pattern(5000);
      await put('kept', bytes);
      await expect(assets.write('kept', failingAfter(3, new Error('cut')), { maxBytes: megabyte })).rejects.toThrow(
        'cut',
      );
      await expect(put('kept', pattern(6000, 3), 5999)).rejects.toMatchObject({ code: 'input_too_large' });
      expect(await get('kept')).toEqual(bytes);
    });

    it('shows nothing of a file until it is whole', async () => {
      const { stream, release } = pausedSource(pattern(10));
      const write = assets.write('slow', stream, { maxBytes: 100 });
      expect(await assets.stat('slow')).toBeUndefined();
      release();
      await write;
      expect(await assets.stat('slow')).toMatchObject({ size: 10 });
    });

    it('leaves one whole file after concurrent writes to one key', async () => {
      const versions = Array.from({ length: 8 }, (_, index) => pattern(100_000 + index, index));
      await Promise.all(
        versions.map((bytes) => assets.write('race', streamOf(split(bytes, 7000)), { maxBytes: megabyte })),
      );
      const left = await get('race');
      expect(versions).toContainEqual(left);
      expect(await assets.stat('race')).toEqual({ size: left.length, sha256: await sha256(left) });
    });

    it('has bytes of its own, whatever becomes of those it was given', async () => {
      const given = Buffer.alloc(1000, 'a');
      await assets.write('own', streamOf([given]), { maxBytes: 1000 });
      given.fill('b');
      expect(Buffer.from(await bytesOf(await assets.read('own'))).toString()).toBe('a'.repeat(1000));
    });

    it('takes each chunk before it asks for the next, so 20 MB pass through one buffer', async () => {
      const source = oneBufferSource(20, megabyte);
      const written = await assets.write('large', source, { maxBytes: 20 * megabyte });
      expect(written.size).toBe(20 * megabyte);
      let [size, largest, matches] = [0, 0, true];
      for await (const chunk of await assets.read('large')) {
        matches &&= chunk[0] === Math.floor(size / megabyte) + 1;
        largest = Math.max(largest, chunk.length);
        size += chunk.length;
      }
      expect({ size, matches }).toEqual({ size: 20 * megabyte, matches: true });
      expect(largest).toBeLessThanOrEqual(megabyte);
    });

    it('lets a reader stop early', async () => {
      await put('early', pattern(megabyte));
      const reader = (await assets.read('early')).getReader();
      expect((await reader.read()).done).toBe(false);
      await reader.cancel();
      await assets.remove('early');
      expect(await assets.stat('early')).toBeUndefined();
    });

    it.each(refusedKeys)('refuses the key %j', async (key) => {
      const refused = { code: 'invalid_request' };
      await expect(put(key, pattern(1))).rejects.toMatchObject(refused);
      await expect(assets.read(key)).rejects.toMatchObject(refused);
      await expect(assets.stat(key)).rejects.toMatchObject(refused);
      await expect(assets.remove(key)).rejects.toMatchObject(refused);
    });
  });
}
