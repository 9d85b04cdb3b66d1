import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { createPostgres } from './databases.ts';
import { killWriters } from './kills.ts';

test('a writer killed under load on PostgreSQL loses nothing that it acknowledged, and the books stay clean', async () => {
  expect(await killWriters({ url: await createPostgres() }, 2)).toBeGreaterThan(2 * 15);
});

test('a writer killed under load on PGlite loses nothing that it acknowledged, and the books stay clean', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'image-studio-kills-'));
  expect(await killWriters({ folder: join(parent, 'database') }, 2)).toBeGreaterThan(2 * 15);
  await rm(parent, { recursive: true, force: true });
});
