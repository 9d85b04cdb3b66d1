import { createServer } from 'node:net';
import { join } from 'node:path';
import { createStore, type Database, openDatabase } from '@image-studio/store';
import { sql } from 'drizzle-orm';
import { bucketName, type BucketProcess, startBucket } from './bucket-process.ts';
import type { Act } from './draw-plan.ts';
import { type ClockSettings, createFastClock } from './fast-clock.ts';
import { makeAccount } from './make-account.ts';
import type { DatabasePlace } from './messages.ts';
import { type SandboxProcess, startSandbox } from './sandbox-process.ts';
import type { Stage } from './scenarios.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

/** What nodes stand on, with the wires between it and them. */
export interface Ground {
  readonly sandbox: SandboxProcess;
  /** The database as nodes reach it, and as the judge does. */
  readonly database: DatabasePlace;
  readonly direct: DatabasePlace;
  /** Where files are, and how their names end there. */
  readonly filesFolder: string;
  readonly bucket: BucketProcess | undefined;
  /** The supervisor's own look at the database; undefined for one that belongs to its node alone. */
  readonly view: (Database & Pick<ReturnType<typeof createStore>, 'journal'>) | undefined;
  /** Breaks and holds what an act says; other acts are none of its business. */
  disturb(act: Act): Promise<void>;
  /** Everything works again from here on. */
  heal(): void;
  close(): Promise<void>;
}

/** Opens the ground of a stage in an empty folder; `databaseUrl` is an empty database on a server. */
export async function openGround(place: {
  readonly stage: Stage;
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly clock: ClockSettings;
}): Promise<Ground> {
  const { stage, folder, databaseUrl, clock } = place;
  const port = await freePort();
  const network = await startTcpProxy({ host: '127.0.0.1', port });
  const sandbox = await startSandbox(clock, { at: { port, url: `http://127.0.0.1:${network.port}` } });
  const wire = databaseUrl === undefined ? undefined : await startTcpProxy(addressOf(databaseUrl));
  const bucketFolder = join(folder, 'bucket');
  const bucket = stage === 'http' ? await startBucket(bucketFolder) : undefined;
  const direct = databaseUrl === undefined ? { folder: join(folder, 'database') } : { url: databaseUrl };
  const opened = 'url' in direct ? await openDatabase(direct) : undefined;
  if (opened !== undefined) await makeAccount(createStore(opened), createFastClock(clock));
  let cuts = 0;
  return {
    sandbox,
    database: wire === undefined || databaseUrl === undefined ? direct : { url: through(databaseUrl, wire) },
    direct,
    filesFolder: bucket === undefined ? join(folder, 'files') : join(bucketFolder, bucketName),
    bucket,
    view: opened && { ...opened, journal: createStore(opened).journal },
    disturb: async (act) => {
      if (act.act === 'cut-network') network.cut();
      if (act.act === 'stall-network') network.stall(act.forMs);
      if (act.act === 'stall-database') wire?.stall(act.forMs);
      if (act.act === 'spoil-storage') bucket?.spoil(act.fault);
      if (act.act !== 'cut-database') return;
      // In turns: they break on the way, or the server ends them.
      if (cuts++ % 2 === 0) wire?.cut();
      else await opened?.drizzle.execute(endOthers);
    },
    heal: () => bucket?.heal(),
    close: async () => {
      await opened?.close();
      await Promise.all([sandbox.stop(), bucket?.stop(), network.close(), wire?.close()]);
    },
  };
}

const endOthers = sql`
  select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;

function addressOf(url: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

function through(url: string, { port }: TcpProxy): string {
  const address = new URL(url);
  address.hostname = '127.0.0.1';
  address.port = String(port);
  return address.href.replace(/\/$/, '');
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
