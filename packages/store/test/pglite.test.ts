import { journalContract, ledgerContract } from '@image-studio/core/contracts';

import { createMemoryStore } from '@image-studio/core/memory';

import { archiveContract } from './archive-contract.ts';
import { embedded, storeOver } from './databases.ts';
import { historiesKeepLimits, sameAsMemory } from './same-as-memory.ts';
import { storeContract } from './store-contract.ts';
import { together } from './together.ts';

const make = storeOver(embedded);
ledgerContract('PGlite', make);
journalContract('PGlite', make);
storeContract('PGlite', make);
archiveContract('PGlite', make);
sameAsMemory('PGlite', make);
together('PGlite', make);
historiesKeepLimits('memory', async () => createMemoryStore({ ledger: 'metered' }), 300);
