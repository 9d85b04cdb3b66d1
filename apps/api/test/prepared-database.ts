import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@image-studio/store';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with a closed embedded database: its tables are there, and they are empty. Servers begin with a copy. */
    readonly preparedDatabase: string;
  }
}

/** Makes the embedded database once for the whole run: to make one takes longer than most files of tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'image-studio-prepared-'));
  const database = join(folder, 'database');
  await (await openDatabase({ folder: database })).close();
  project.provide('preparedDatabase', database);
  return () => rm(folder, { recursive: true, force: true });
}
