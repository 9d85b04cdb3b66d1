import { journalContract, ledgerContract } from '@image-studio/core/contracts';
import { openDatabase } from '@image-studio/store';

import { archiveContract } from './archive-contract.ts';
import { createPostgres, storeOver } from './databases.ts';
import { sameAsMemory } from './same-as-memory.ts';
import { storeContract } from './store-contract.ts';
import { together } from './together.ts';

const make = storeOver(async () => openDatabase({ url: await createPostgres() }));
ledgerContract('PostgreSQL', make);
journalContract('PostgreSQL', make);
storeContract('PostgreSQL', make);
archiveContract('PostgreSQL', make);
sameAsMemory('PostgreSQL', make);
together('PostgreSQL', make);
