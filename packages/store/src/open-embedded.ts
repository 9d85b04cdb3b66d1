import { join, resolve } from 'node:path';

import { PGlite } from '@electric-sql/pglite';
import { StudioError } from '@image-studio/core';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';

import { attempt, type Database } from './database.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { preparedOn } from './prepared-embedded.ts';
import { createLocalSignals } from './signals.ts';

/** PGlite in this process. Its files survive a kill of the process; against a loss of power only a PostgreSQL helps. */
export async function openEmbedded(
  location: { readonly folder: string } | { readonly memory: true },
): Promise<Database> {
  if ('memory' in location) return open(await PGlite.create(), undefined);
  const folder = resolve(location.folder);
  const lock = await lockFolder(folder);
  const client = await PGlite.create(join(folder, 'data')).catch(async (cause: unknown) => {
    await lock.release();
    const message = `The data folder ${folder} cannot be opened: it is damaged, or of another version.`;
    throw new StudioError('internal', message, { cause });
  });
  return open(client, lock);
}

async function open(client: PGlite, lock: FolderLock | undefined): Promise<Database> {
  const database = drizzle(preparedOn(client));
  const close = async () => {
    await client.close();
    await lock?.release();
  };
  try {
    await attempt(() => migrate(drizzle(client), { migrationsFolder }));
  } catch (error) {
    await close();
    throw error;
  }
  const planned = drizzle(preparedOn(client, { plannedOnce: true }));
  return { engine: 'pglite', drizzle: database, planned, lanes: 1, signals: createLocalSignals(), close };
}
