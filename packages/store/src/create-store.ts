import type { Journal, Ledger } from '@image-studio/core';
import type { Accounts, Books } from '@image-studio/core/memory';

import { createSqlAccounts } from './accounts.ts';
import { createSqlBooks } from './books.ts';
import { type Archive, createSqlArchive } from './archive.ts';
import type { Database } from './database.ts';
import { createSqlDeliveries, type Deliveries } from './deliveries.ts';
import { createSqlDoubtful, type Doubtful } from './doubtful.ts';
import { createSqlJournal } from './journal.ts';
import { createSqlKeys, type Keys } from './keys.ts';
import { createSqlLedger } from './ledger.ts';
import { createSqlSettings, type Settings } from './settings.ts';
import type { Signals } from './signals.ts';
import { createSqlStatistics, type Statistics } from './statistics.ts';
import { createSqlWebhooks, type Webhooks } from './webhooks.ts';

/** Everything that is kept in SQL. */
export interface Store {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly archive: Archive;
  readonly accounts: Accounts;
  readonly books: Books;
  readonly keys: Keys;
  readonly settings: Settings;
  readonly statistics: Statistics;
  readonly doubtful: Doubtful;
  readonly webhooks: Webhooks;
  readonly deliveries: Deliveries;
  readonly signals: Signals;
  /** Closes the database. */
  close(): Promise<void>;
}

/** The ports over an open database; the same code for PGlite and PostgreSQL. */
export function createStore(database: Database): Store {
  const { drizzle } = database;
  return {
    ledger: createSqlLedger(database),
    journal: createSqlJournal(database),
    archive: createSqlArchive(drizzle),
    accounts: createSqlAccounts(drizzle),
    books: createSqlBooks(drizzle),
    keys: createSqlKeys(drizzle),
    settings: createSqlSettings(drizzle),
    statistics: createSqlStatistics(drizzle),
    doubtful: createSqlDoubtful(drizzle),
    webhooks: createSqlWebhooks(drizzle),
    deliveries: createSqlDeliveries(drizzle),
    signals: database.signals,
    close: () => database.close(),
  };
}
