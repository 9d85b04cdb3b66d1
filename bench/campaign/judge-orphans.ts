import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Database } from '@image-studio/store';
import { sql } from 'drizzle-orm';
import type { Violation } from './judge.ts';

/** How the test bucket names the bytes of an object in its folder; beside them it keeps what else is known of it. */
const objectEnd = '._S3rver_object';

/** (v) Every file belongs to a row: it is an asset's, or noted for removal. `bucket`: the folder is that of a bucket. */
export async function judgeOrphans(
  { drizzle }: Pick<Database, 'drizzle'>,
  filesFolder: string,
  bucket: boolean,
): Promise<{ readonly violations: readonly Violation[]; readonly files: number }> {
  const result = await drizzle.execute(
    sql`select key from assets union select target #>> '{}' as key from removals where kind = 'file'`,
  );
  const rows = new Set(
    (result as unknown as { readonly rows: readonly { readonly key: string }[] }).rows.map(({ key }) => key),
  );
  const keys = await keysIn(filesFolder, bucket);
  const orphans = keys.filter((key) => !rows.has(key));
  return {
    files: keys.length,
    violations: orphans.map((key) => ({
      invariant: 'no orphaned file',
      run: key,
      what: 'is in the storage and in no row',
    })),
  };
}

async function keysIn(folder: string, bucket: boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const keys = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return bucket
    ? keys.filter((key) => key.endsWith(objectEnd)).map((key) => key.slice(0, -objectEnd.length))
    : keys.filter((key) => !key.startsWith('.'));
}
