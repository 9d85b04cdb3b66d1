import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(dirname(import.meta.dirname));
const store = join(root, 'packages/store');

/**
 * Puts an embedded database with empty tables into `folder`, which is not there yet: a copy. To make one takes longer than all that is
 * done with it here, so one is kept until the engine or a migration is another.
 */
export async function putEmptyDatabase(folder: string): Promise<void> {
  const cache = join(root, 'node_modules/.cache/empty-database');
  const kept = join(cache, identity());
  if (!existsSync(kept)) {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    const making = mkdtempSync(join(cache, 'making-'));
    const { openDatabase } = await import('../../packages/store/src/index.ts');
    await (await openDatabase({ folder: making })).close();
    renameSync(making, kept);
  }
  cpSync(kept, folder, { recursive: true });
}

function identity(): string {
  const files = [join(store, 'node_modules/@electric-sql/pglite/package.json'), join(store, 'src/open-embedded.ts')];
  const migrations = globSync('migrations/**/*.{sql,json}', { cwd: store }).map((path) => join(store, path));
  const hash = createHash('sha256');
  for (const path of [...files, ...migrations.toSorted()]) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
