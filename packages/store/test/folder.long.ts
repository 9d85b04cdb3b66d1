import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDatabase } from '@image-studio/store';
import { expect, test } from 'vitest';

test('a process of another machine that shows no sign of life loses its folder', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'image-studio-store-'));
  const folder = join(parent, 'database');
  const locks = join(folder, 'lock');
  await mkdir(locks, { recursive: true });
  await writeFile(join(locks, '1-1-elsewhere'), '');
  const database = await openDatabase({ folder });
  expect(await readdir(locks)).not.toContain('1-1-elsewhere');
  await database.close();
  await rm(parent, { recursive: true });
});
