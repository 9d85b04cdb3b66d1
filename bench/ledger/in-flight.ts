import { setTimeout as sleep } from 'node:timers/promises';
import { createRunner, defaultParts, type Provider, systemClock } from '@image-studio/core';
import { noon } from '@image-studio/core/contracts';
import { createStore, openDatabase } from '@image-studio/store';
import type { TestServer } from '@image-studio/store/test-server';
import { Client } from 'pg';
import { serverCpuMs } from '../side-by-side/process-cost.ts';
import { quantile } from '../side-by-side/statistics.ts';
import { paintSpec, pictureStream } from './paint-spec.ts';

/** What a run takes while so many others are under way in one process. */
export interface InFlight {
  readonly runs: number;
  readonly perSecond: number;
  /** How long a job takes at the vendor, in seconds. */
  readonly jobSeconds: number;
  readonly statements: number;
  readonly databaseCpuMs: number;
  readonly ownCpuMs: number;
  /** From the job's end at the vendor to the run's end, in ms. */
  readonly delayP50: number;
  readonly delayP99: number;
}

/** How many begin and end a second, however many are under way: the more there are, the longer their jobs take. */
const perSecond = 100;
const accountCount = 64;

/** Keeps so many runs in flight on a database of its own, and measures while none of them is the first or the last. */
export async function runsInFlight(server: TestServer, runs: number): Promise<InFlight> {
  const url = await server.createDatabase();
  const database = await openDatabase({ url });
  const store = createStore(database);
  for (let one = 0; one < accountCount; one++) await store.accounts.create({ id: `account-${one}`, createdAt: noon });
  const jobMs = (runs / perSecond) * 1000;
  const delays: number[] = [];
  const slow = vendorWith(jobMs);
  const operations = { generate: { spec: paintSpec, providers: { instant: slow.provider } } };
  const { ledger, journal } = store;
  const runner = createRunner({ ...defaultParts(), ledger, journal, operations, test: true });
  const watch = await watchDatabase(url);
  const closing = new AbortController();
  const work = async (worker: number) => {
    await sleep((worker / runs) * jobMs);
    while (!closing.signal.aborted) {
      const prompt = crypto.randomUUID();
      await runner.run('generate', { prompt }, { account: `account-${worker % accountCount}` });
      delays.push(Date.now() - slow.endOf(prompt));
    }
  };
  const look = async () => {
    const found = await watch.read();
    return { ...found, at: performance.now(), own: process.cpuUsage(), ended: delays.length };
  };
  try {
    const working = Promise.all(Array.from({ length: runs }, (_, worker) => work(worker)));
    // Those that are under way at the end are left by the closing runner.
    working.catch((error: unknown) => closing.signal.aborted || fail(error));
    await sleep(jobMs + 3_000);
    const before = await look();
    await sleep(Math.max(jobMs, 10_000));
    const after = await look();
    const measured = delays.slice(before.ended, after.ended);
    const own = process.cpuUsage(before.own);
    closing.abort();
    await runner.close();
    const each = (cost: number) => cost / measured.length;
    return {
      runs,
      perSecond: measured.length / ((after.at - before.at) / 1000),
      jobSeconds: jobMs / 1000,
      statements: each(after.statements - before.statements),
      databaseCpuMs: each(after.cpuMs - before.cpuMs),
      ownCpuMs: each((own.user + own.system) / 1000),
      delayP50: quantile(measured, 0.5),
      delayP99: quantile(measured, 0.99),
    };
  } finally {
    await watch.close();
    await database.close();
  }
}

function fail(error: unknown): never {
  throw error;
}

/** A vendor whose jobs all take so long, and that is asked when they are about to end. */
function vendorWith(jobMs: number) {
  const ends = new Map<string, number>();
  const { now } = systemClock;
  const provider: Provider = {
    policy: {
      poll: { firstMs: jobMs, factor: 1, maxMs: 1_000 },
      retentionMs: 3_600_000,
      arrivesWithinMs: 60_000,
      inDoubtAfterMs: 3_600_000,
      concurrency: 1_000_000,
    },
    start: async ({ body }) => {
      const ticket = String(body['prompt']);
      ends.set(ticket, now() + jobMs);
      return { state: 'pending', ticket, pollAfterMs: jobMs };
    },
    status: async (ticket) =>
      now() < (ends.get(String(ticket)) ?? Infinity)
        ? { state: 'pending', ticket, pollAfterMs: 50 }
        : { state: 'done', outputs: [{ url: 'https://vendor.test/picture.png' }] },
    open: async () => ({ stream: pictureStream() }),
  };
  return { provider, endOf: (ticket: string) => ends.get(ticket) ?? Number.NaN };
}

/** Counts what is asked of a database, each statement being a transaction, and the processor time of its server. Needs Linux. */
async function watchDatabase(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    read: async () => {
      // Sessions tell of their work once a second.
      await sleep(1_200);
      const { rows } = await client.query<{
        readonly own: number;
        readonly others: number[];
        readonly commits: string;
      }>(
        `select pg_backend_pid() as own, xact_commit as commits,
           (select array_agg(pid) from pg_stat_activity where pid <> pg_backend_pid()) as others
         from pg_stat_database where datname = current_database()`,
      );
      const { own, others, commits } = rows[0]!;
      return { statements: Number(commits), cpuMs: await serverCpuMs(own, others) };
    },
    close: () => client.end(),
  };
}
