import { createMemoryStore } from '@image-studio/core/memory';
import { openDatabase } from '@image-studio/store';
import { startTestServer, type TestServer } from '@image-studio/store/test-server';
import { afterAll, beforeAll } from 'vitest';

import { embedded, storeOver } from './databases.ts';
import { historiesKeepLimits, sameAsMemory } from './same-as-memory.ts';
import { together } from './together.ts';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.stop());

historiesKeepLimits('memory', async () => createMemoryStore({ ledger: 'metered' }), 5000);
sameAsMemory('PGlite', storeOver(embedded), 1000);
sameAsMemory(
  'PostgreSQL',
  storeOver(async () => openDatabase({ url: await server.createDatabase() })),
  1000,
);
together('PGlite', storeOver(embedded), 500);
together(
  'PostgreSQL',
  storeOver(async () => openDatabase({ url: await server.createDatabase() })),
  500,
);
