import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Child, startChild } from '../campaign/child.ts';
import type { ClockSettings } from '../campaign/fast-clock.ts';
import type { PeerSettings } from './peer-node.ts';
import type { NodeSettings } from '../campaign/messages.ts';

/** One that is measured: started as a process, asked for runs, and looked at in its database. */
export interface Side {
  readonly name: string;
  start(heard: (n: number) => void): Promise<Child>;
  /** How many runs have ended. */
  ended(): Promise<number>;
  /** What is open, by run, with a text that changes at every write; undefined where nobody else can look. */
  open(): Promise<ReadonlyMap<string, string>> | undefined;
  close(): Promise<void>;
}

/** Where a side works. */
export interface Room {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly sandboxUrl: string;
  readonly clock: ClockSettings;
}

const pace = { concurrency: 200, firstMs: 100 };

/** This studio on PostgreSQL: validation, quote, hold, run, files, ledger. */
export async function ours(room: Room): Promise<Side> {
  const { folder, databaseUrl, sandboxUrl, clock } = room;
  const filesFolder = join(folder, 'files');
  const settings: NodeSettings = { name: 'node', database: { url: databaseUrl }, filesFolder, sandboxUrl, clock, pace };
  const client = await connect(databaseUrl);
  return {
    name: 'image-studio, PostgreSQL',
    start: (heard) => begin('../campaign/node.ts', settings, heard),
    ended: async () => count(client, 'select count(*)::int as n from runs where open_calls = 0'),
    open: () =>
      rows(client, `select id, lease_token || step as mark from calls where step not in ('settled', 'released')`),
    close: () => client.end(),
  };
}

/** The peer with one workflow of the same steps: no validation, no price, no hold, no ledger. */
export async function theirs(room: Room): Promise<Side> {
  const { folder, databaseUrl, sandboxUrl } = room;
  const settings: PeerSettings = { databaseUrl, filesFolder: join(folder, 'theirs'), sandboxUrl };
  await mkdir(settings.filesFolder, { recursive: true });
  const client = await connect(databaseUrl);
  return {
    name: 'DBOS, PostgreSQL',
    start: (heard) => begin('../durable/peer-node.ts', settings, heard),
    ended: async () => count(client, `select count(*)::int as n from dbos.workflow_status where status = 'SUCCESS'`),
    open: () =>
      rows(
        client,
        `select s.workflow_uuid as id, s.status || s.recovery_attempts || count(o.*) as mark from dbos.workflow_status s
         left join dbos.operation_outputs o using (workflow_uuid) where s.status = 'PENDING' group by 1, s.status, s.recovery_attempts`,
      ),
    close: () => client.end(),
  };
}

/** Starts a program and waits until it is ready; `heard` gets the number of every request that was accepted. */
async function begin(program: string, settings: unknown, heard: (n: number) => void): Promise<Child> {
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const child = startChild(program, settings, (message) => {
    const said = message as { readonly say: string; readonly n: number };
    if (said.say === 'ready') resolve();
    if (said.say === 'accepted') heard(said.n);
  });
  const gone = child.ended.then((): never => {
    throw new Error(`${program} ended. ${child.errors()}`);
  });
  gone.catch(() => {});
  await Promise.race([ready, gone]);
  return child;
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

async function count(client: Client, statement: string): Promise<number> {
  const found = await client.query<{ readonly n: number }>(statement);
  return found.rows[0]?.n ?? 0;
}

async function rows(client: Client, statement: string): Promise<ReadonlyMap<string, string>> {
  const found = await client.query<{ readonly id: string; readonly mark: string }>(statement);
  return new Map(found.rows.map(({ id, mark }) => [id, mark]));
}
