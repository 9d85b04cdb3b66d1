import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { test } from 'vitest';

import { createPostgres } from './databases.ts';
import { killWriters } from './kills.ts';

test('50 writers killed under load on PostgreSQL lose nothing that they acknowledged', async () => {
  await killWriters({ url: await createPostgres() }, 50);
});

test('50 writers killed under load on PGlite lose nothing that they acknowledged', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'image-studio-kills-'));
  await killWriters({ folder: join(parent, 'database') }, 50);
  await rm(parent, { recursive: true, force: true });
});
