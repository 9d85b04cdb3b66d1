import { journalContract, ledgerContract } from '@image-studio/core/contracts';

import { embedded, storeOver } from './databases.ts';
import { storeContract } from './store-contract.ts';

const make = storeOver(embedded);
ledgerContract('PGlite', make);
journalContract('PGlite', make);
storeContract('PGlite', make);
