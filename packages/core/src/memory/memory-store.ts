import type { Journal } from '../run/journal.ts';
import type { Accounts } from '../tracking/accounts.ts';
import type { Books } from '../tracking/books.ts';
import type { Ledger } from '../tracking/ledger.ts';
import { createMemoryAccounts } from './memory-accounts.ts';
import { createMemoryBooks } from './memory-books.ts';
import { createMemoryJournal } from './memory-journal.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { createMemoryRows } from './memory-rows.ts';

/** Whether runs belong to accounts with limits (`metered`) or to nobody, without limits (`none`). */
export interface MemoryStoreOptions {
  readonly ledger: 'none' | 'metered';
}

/** A ledger and a journal that write the same rows. */
export interface MemoryStore {
  readonly ledger: Ledger;
  readonly journal: Journal;
}

/** A store whose accounts have limits, with the books that are kept of them. */
export interface MeteredStore extends MemoryStore {
  readonly accounts: Accounts;
  readonly books: Books;
}

/**
 * Ledger and journal in this process's memory, for a package used alone and for tests; nothing survives the process, and of
 * the runs that are over only the newest 10,000 are remembered. With `none` nothing is limited and usage events are still
 * kept; with `metered` accounts are made and limited through `accounts`.
 */
export function createMemoryStore(options?: { readonly ledger: 'none' }): MemoryStore;
export function createMemoryStore(options: { readonly ledger: 'metered' }): MeteredStore;
export function createMemoryStore(options?: MemoryStoreOptions): MemoryStore {
  const rows = createMemoryRows();
  const journal = createMemoryJournal(rows);
  if (options?.ledger !== 'metered') return { ledger: createMemoryLedger(rows, undefined).ledger, journal };
  const metering = createMemoryAccounts(rows.taken);
  const { ledger, endings } = createMemoryLedger(rows, metering);
  const store: MeteredStore = {
    ledger,
    journal,
    accounts: metering.accounts,
    books: createMemoryBooks(rows, metering, endings),
  };
  return store;
}
