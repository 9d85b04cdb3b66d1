import { createMemoryStore } from '@image-studio/core/memory';
import { openDatabase } from '@image-studio/store';

import { createPostgres, embedded, storeOver } from './databases.ts';
import { historiesKeepLimits, sameAsMemory } from './same-as-memory.ts';

historiesKeepLimits('memory', async () => createMemoryStore({ ledger: 'metered' }), 5000);
sameAsMemory('PGlite', storeOver(embedded), 1000);
sameAsMemory(
  'PostgreSQL',
  storeOver(async () => openDatabase({ url: await createPostgres() })),
  1000,
);
