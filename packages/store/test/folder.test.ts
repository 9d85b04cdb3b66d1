import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { acme, leaseOf, noon, refused, reservationOf } from '@image-studio/core/contracts';
import { createStore, openDatabase } from '@image-studio/store';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { startChild } from './child.ts';

let parent: string;
let folder: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'image-studio-store-'));
  folder = join(parent, 'data', 'database');
});
afterAll(() => rm(parent, { recursive: true, force: true }));

const locks = () => join(folder, 'lock');
const open = async () => createStore(await openDatabase({ folder }));
const leaveLock = async (name: string) => {
  await mkdir(locks(), { recursive: true });
  await writeFile(join(locks(), name), '');
  return join(locks(), name);
};

test('what was written is there after closing and opening again, and is not migrated again', async () => {
  const reservation = reservationOf();
  const first = await open();
  await first.accounts.create({ id: 'acme', createdAt: noon });
  await first.ledger.reserve(reservation);
  await first.close();
  const second = await open();
  const read = await second.journal.getRun(acme, reservation.run.id);
  expect(read).toEqual({ run: reservation.run, calls: reservation.calls, files: [] });
  expect(await second.ledger.release(leaseOf(read?.calls[0]), refused)).toBe(true);
  expect(await second.ledger.usage(acme, noon)).toMatchObject([{ held: 0 }, { held: 0 }, { held: 0 }]);
  await second.close();
});

test('a folder that another process has open is refused, and free at once when that process is killed', async () => {
  const other = startChild('./hold-folder.ts', folder);
  expect(await other.line()).toBe('open');
  const refusal = open();
  await expect(refusal).rejects.toMatchObject({ code: 'conflict' });
  await expect(refusal).rejects.toThrow(folder);
  await expect(refusal).rejects.toThrow(`process ${other.pid}`);
  await expect(refusal).rejects.toThrow('DATABASE_URL');
  await other.kill();
  const store = await open();
  expect(await store.settings.get('written by')).toBe(other.pid);
  const third = startChild('./hold-folder.ts', folder);
  expect(JSON.parse(await third.line())).toMatchObject({ code: 'conflict', message: expect.stringContaining(folder) });
  await third.finish();
  await store.close();
  expect(await readdir(locks())).toEqual([]);
});

test('a process opens a folder once', async () => {
  const store = await open();
  await expect(open()).rejects.toMatchObject({ code: 'conflict' });
  await store.close();
});

test('a lock whose process id was given to another process meanwhile is no lock', async () => {
  const probe = await open();
  const [own = ''] = await readdir(locks());
  await probe.close();
  const [, , place] = own.split('-');
  await leaveLock(`${process.ppid}-1-${place}`);
  const store = await open();
  expect(await readdir(locks())).toEqual([own]);
  await store.close();
});

test('a process of another machine that shows signs of life keeps its folder', async () => {
  const file = await leaveLock('1-1-elsewhere');
  const beat = setInterval(() => void utimes(file, new Date(), new Date()), 100);
  await expect(open()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('process 1:') });
  clearInterval(beat);
});
