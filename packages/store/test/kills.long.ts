import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startTestServer, type TestServer } from '@image-studio/store/test-server';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { killWriters } from './kills.ts';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.stop());

test('50 writers killed under load on PostgreSQL lose nothing that they acknowledged', async () => {
  expect(await killWriters({ url: await server.createDatabase() }, 50)).toBeGreaterThan(50 * 15);
});

test('50 writers killed under load on PGlite lose nothing that they acknowledged', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'image-studio-kills-'));
  expect(await killWriters({ folder: join(parent, 'database') }, 50)).toBeGreaterThan(50 * 15);
  await rm(parent, { recursive: true, force: true });
});
