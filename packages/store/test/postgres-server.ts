import { startTestServer } from '@image-studio/store/test-server';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database in which others may be created. */
    readonly postgresUrl: string;
    /** What the names of the databases of this run begin with. */
    readonly databasePrefix: string;
  }
}

/** One real PostgreSQL for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, prefix, stop } = await startTestServer();
  project.provide('postgresUrl', url);
  project.provide('databasePrefix', prefix);
  return stop;
}
