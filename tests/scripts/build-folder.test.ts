import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFolder } from '../../scripts/build-folder.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'image-studio-build-'));
  await mkdir(join(root, 'src'));
  await writeFile(join(root, 'src/text.txt'), 'one');
});
afterAll(() => rm(root, { recursive: true }));

const copy = (fresh: string) =>
  readFile(join(root, 'src/text.txt')).then((text) => writeFile(join(fresh, 'copy'), text));
const build = (fill = copy) =>
  buildFolder({ name: 'a copy', root, folder: 'dist/copy', workshop: 'dist', inputs: ['src/**'], fill });
const built = () => readFile(join(root, 'dist/copy/copy'), 'utf8');

test('a folder is built once, and again when its inputs are others', async () => {
  expect([await build(), await build(), await built()]).toEqual([true, false, 'one']);
  await writeFile(join(root, 'src/text.txt'), 'two');
  expect([await build(), await build(), await built()]).toEqual([true, false, 'two']);
  await writeFile(join(root, 'src/more.txt'), '');
  expect(await build()).toBe(true);
});

test('what cannot be built leaves the folder as it was, and is tried again', async () => {
  await writeFile(join(root, 'src/text.txt'), 'three');
  await expect(build(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect([await built(), await readdir(join(root, 'dist'))]).toEqual(['two', ['copy']]);
  expect([await build(), await built()]).toEqual([true, 'three']);
});
