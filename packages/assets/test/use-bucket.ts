import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createS3Assets, type S3Options } from '../src/index.ts';
import { startS3Server } from './s3-server.ts';

/** A bucket for the tests of this file; `open` makes a storage of its own within it. */
export function useBucket() {
  let server: Awaited<ReturnType<typeof startS3Server>>;
  let tempFolder: string;
  beforeAll(async () => {
    server = await startS3Server();
    tempFolder = await mkdtemp(join(tmpdir(), 's3-temp-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(tempFolder, { recursive: true, force: true });
  });

  let storages = 0;
  return {
    location: () => server.location,
    /** Where uploads wait. */
    tempFolder: () => tempFolder,
    open: (options: Partial<S3Options> = {}) =>
      createS3Assets({ ...server.location, prefix: `storage/${storages++}`, tempFolder, ...options }),
  };
}
