import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@image-studio/core';
import { assetsContract } from '@image-studio/core/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderAssets } from '../src/index.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'assets-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

assetsContract('a local folder', async () => ({ assets: await createFolderAssets(join(root, 'files')) }));

const bytes = new TextEncoder().encode('a picture');
const write = async (key: string, content = bytes) =>
  (await createFolderAssets(root)).write(key, new Blob([content]).stream(), { maxBytes: 1000 });

describe('files in a local folder', () => {
  it('lie under their keys as they are, and are found by the next process', async () => {
    await write('run_a/call_b/0');
    expect(await readFile(join(root, 'run_a/call_b/0'))).toEqual(Buffer.from(bytes));
    const later = await createFolderAssets(root);
    expect(await later.stat('run_a/call_b/0')).toEqual({ size: 9, sha256: await sha256(bytes) });
  });

  it('leave nothing behind when a write fails', async () => {
    const assets = await createFolderAssets(root);
    const failing = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('cut')) });
    await expect(assets.write('a/b', failing, { maxBytes: 10 })).rejects.toThrow('cut');
    await expect(assets.write('a/b', new Blob([bytes]).stream(), { maxBytes: 3 })).rejects.toThrow('3 bytes');
    expect(await readdir(join(root, '.tmp'))).toEqual([]);
    expect(await readdir(root)).toEqual(['.tmp']);
  });

  it('tell their true SHA-256 after they were exchanged behind our back', async () => {
    await write('a/b');
    const other = new TextEncoder().encode('ANOTHER PICTURE');
    await writeFile(join(root, 'a/b'), other);
    const assets = await createFolderAssets(root);
    expect(await assets.stat('a/b')).toEqual({ size: 15, sha256: await sha256(other) });
  });

  it('are removed', async () => {
    await write('a/b');
    await (await createFolderAssets(root)).remove('a/b');
    expect(await readdir(join(root, 'a'))).toEqual([]);
  });

  it('cannot have the name of a folder: the error says what is wrong, and nothing is lost', async () => {
    await write('a/b');
    await expect(write('a')).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringMatching(/EISDIR|ENOTEMPTY/),
    });
    await expect(write('a/b/c')).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringMatching(/ENOTDIR|EEXIST/),
    });
    expect(await (await createFolderAssets(root)).stat('a/b')).toMatchObject({ size: 9 });
  });
});

describe('leftovers of unfinished writes', () => {
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const host = hostname().replaceAll(/[^A-Za-z0-9]/g, '_');
  const old = Date.now() / 1000 - 2 * 24 * 60 * 60;

  it.each([
    ['of a process that is gone', `${host}.${gone}.x`, undefined, false],
    ['of an earlier process with our number', `${host}.${process.pid}.x`, undefined, false],
    ['of a living process', `${host}.${process.ppid}.x`, undefined, true],
    ['of another machine', `elsewhere.1.x`, undefined, true],
    ['of another machine, days old', `elsewhere.1.x`, old, false],
  ])('%s', async (_whose, name, modified, stays) => {
    const path = join(root, '.tmp', name);
    await mkdir(join(root, '.tmp'));
    await writeFile(path, bytes);
    if (modified !== undefined) await utimes(path, modified, modified);
    await createFolderAssets(root);
    const found = await stat(path).then(
      () => true,
      () => false,
    );
    expect(found).toBe(stays);
  });

  it('are not confused with a write that goes on while a second storage opens the folder', async () => {
    const first = await createFolderAssets(root);
    const source = new TransformStream<Uint8Array, Uint8Array>();
    const writing = first.write('slow', source.readable, { maxBytes: 100 });
    const writer = source.writable.getWriter();
    await writer.write(bytes);
    await createFolderAssets(root);
    await writer.close();
    expect(await writing).toEqual({ size: 9, sha256: await sha256(bytes) });
    expect(await first.stat('slow')).toMatchObject({ size: 9 });
  });
});
