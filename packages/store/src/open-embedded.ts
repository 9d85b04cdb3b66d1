import { join, resolve } from 'node:path';

import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';

import type { Database } from './database.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { migrationsFolder } from './migrations-folder.ts';

/** PGlite in this process. Its files survive a kill of the process; against a loss of power only a PostgreSQL helps. */
export async function openEmbedded(
  location: { readonly folder: string } | { readonly memory: true; readonly dump?: Blob },
): Promise<Database> {
  if ('memory' in location) {
    const { dump } = location;
    return open(await PGlite.create(dump === undefined ? {} : { loadDataDir: dump }), undefined);
  }
  const folder = resolve(location.folder);
  const lock = await lockFolder(folder);
  try {
    return await open(await PGlite.create(join(folder, 'data')), lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function open(client: PGlite, lock: FolderLock | undefined): Promise<Database> {
  const database = drizzle(client);
  await migrate(database, { migrationsFolder });
  return {
    engine: 'pglite',
    drizzle: database,
    close: async () => {
      await client.close();
      await lock?.release();
    },
  };
}
