import type { Database } from './database.ts';

/**
 * Where the data is: a PostgreSQL (15 or later), a folder for the embedded database, or memory for tests.
 * A folder belongs to one process at a time.
 */
export type DatabaseLocation = { readonly url: string } | { readonly folder: string } | { readonly memory: true };

/**
 * Opens a database and brings its tables up to date. Throws `conflict` when another process has the folder open, `invalid_request`
 * for an address that is not one, and `internal` when the server cannot be reached. The engine that is not used is not loaded.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  if ('url' in location) return (await import('./open-postgres.ts')).openPostgres(location.url);
  return (await import('./open-embedded.ts')).openEmbedded(location);
}
