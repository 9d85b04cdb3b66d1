import type { Journal, Ledger } from '@image-studio/core';
import type { Accounts, Books } from '@image-studio/core/memory';

import { createSqlAccounts } from './accounts.ts';
import { createSqlBooks } from './books.ts';
import type { Database } from './database.ts';
import { createSqlJournal } from './journal.ts';
import { createSqlKeys, type Keys } from './keys.ts';
import { createSqlLedger } from './ledger.ts';
import { createSqlSettings, type Settings } from './settings.ts';

/** Everything that is kept in SQL. */
export interface Store {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly accounts: Accounts;
  readonly books: Books;
  readonly keys: Keys;
  readonly settings: Settings;
  /** Closes the database. */
  close(): Promise<void>;
}

/** The ports over an open database; the same code for PGlite and PostgreSQL. */
export function createStore(database: Database): Store {
  const { drizzle } = database;
  return {
    ledger: createSqlLedger(drizzle),
    journal: createSqlJournal(drizzle),
    accounts: createSqlAccounts(drizzle),
    books: createSqlBooks(drizzle),
    keys: createSqlKeys(drizzle),
    settings: createSqlSettings(drizzle),
    close: () => database.close(),
  };
}
