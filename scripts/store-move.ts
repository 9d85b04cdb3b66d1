/**
 * Copies the embedded database of a data folder into an empty PostgreSQL: `pnpm store:move postgres://… [data folder]`. Stop the server
 * first. Counts the rows and audits the books before it keeps anything. Exit code 0 = moved, 1 = nothing was moved.
 */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { moveStore, openDatabase } from '../packages/store/src/index.ts';

const [, , url = process.env['DATABASE_URL'] ?? '', data = process.env['IMAGE_STUDIO_DATA'] ?? '.data'] = process.argv;
try {
  const folder = join(data, 'database');
  await access(join(folder, 'data')).catch(() => {
    throw new Error(`There is no embedded database in ${data}: name the data folder behind the address`);
  });
  const source = await openDatabase({ folder });
  const target = await openDatabase({ url }).catch(async (error: unknown) => {
    await source.close();
    throw error;
  });
  const moved = await moveStore(source, target).finally(() => Promise.all([source.close(), target.close()]));
  for (const [table, rows] of Object.entries(moved)) process.stdout.write(`${table}: ${rows}\n`);
  process.stdout.write('Moved. The folder is as it was: keep it as a backup, and do not start from it again.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'Nothing was moved'}\n`);
  process.exitCode = 1;
}
