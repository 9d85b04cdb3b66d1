import { parseArgs } from 'node:util';
import { createStore, type Database, openDatabase } from '@image-studio/store';
import { startTestServer } from '@image-studio/store/test-server';
import { floorPair, prepareFloor } from './floor.ts';
import { fillEvents, planOf } from './growth.ts';
import { accountIds, makeAccounts, pairOn, type Rate, rateOf } from './pairs.ts';
import { runsInFlight } from './in-flight.ts';
import { readsOf, timeOf } from './reads.ts';
import { sameRowsPair } from './same-rows.ts';
import { wholeRuns } from './whole-runs.ts';

// `pnpm bench:ledger --database pglite|postgres`: what the ledger does a second, beside the bare floor, and whether it grows slower: with
// `--events 10000,10000000` by what is kept, with `--in-flight 10,10000` by what is under way (PostgreSQL).
const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'postgres' },
    seconds: { type: 'string', default: '5' },
    events: { type: 'string', default: '' },
    'in-flight': { type: 'string', default: '' },
    durable: { type: 'boolean', default: false },
  },
});
const ms = Number(values.seconds) * 1000;
const server = values.database === 'postgres' ? await startTestServer({ durable: values.durable }) : undefined;
const open = async () => openDatabase(server ? { url: await server.createDatabase() } : { memory: true });
const say = (what: string, { perSecond, p50, p99 }: Rate) =>
  process.stdout.write(
    `${what.padEnd(44)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms\n`,
  );

try {
  if (values['in-flight'] !== '') await crowd(values['in-flight'].split(',').map(Number));
  else if (values.events === '') await compare();
  else await grow(values.events.split(',').map(Number));
} finally {
  await server?.stop();
}

async function compare(): Promise<void> {
  for (const accounts of [64, 1]) {
    const ids = accountIds(accounts);
    await withDatabase(async (database) => {
      await prepareFloor(database, ids);
      const store = createStore(database);
      await makeAccounts(store, ids);
      for (const [worker] of ids.entries()) await pairOn(store, ids)(worker);
      for (const inFlight of accounts === 1 ? [64] : [1, 64]) {
        const of = `${inFlight} in flight, ${accounts} accounts`;
        // In turns: whatever else this machine does meets all alike.
        const rounds: (readonly [bare: Rate, rows: Rate, ledger: Rate])[] = [];
        for (let round = 0; round < 5; round++) {
          const turn = { inFlight, ms: ms / 5 };
          const bare = await rateOf(floorPair(database, ids), turn);
          // Without an order of locks, as here, pairs of one account would wait for each other in a circle.
          const rows = accounts === 1 ? bare : await rateOf(await sameRowsPair(database, ids), turn);
          rounds.push([bare, rows, await rateOf(pairOn(store, ids), turn)]);
        }
        const [bare, rows, ledger] = ([0, 1, 2] as const).map((index) => middle(rounds.map((round) => round[index])));
        say(`bare floor, ${of}`, bare!);
        if (accounts > 1) say(`floor of the same rows, ${of}`, rows!);
        say(`ledger pairs, ${of}`, ledger!);
        const times = (floor: Rate) => (floor.perSecond / ledger!.perSecond).toFixed(2);
        const sameRows = accounts > 1 ? `${times(rows!)} times the same rows, ` : '';
        process.stdout.write(`  the ledger takes ${sameRows}${times(bare!)} times the bare floor\n`);
      }
    });
  }
  for (const inFlight of [1, 64])
    await withDatabase(async (database) => {
      say(`whole runs, ${inFlight} in flight`, await wholeRuns(createStore(database), inFlight, ms));
    });
}

/** The round of middle speed. */
function middle(rounds: readonly Rate[]): Rate {
  return rounds.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)]!;
}

async function grow(sizes: readonly number[]): Promise<void> {
  await withDatabase(async (database) => {
    const store = createStore(database);
    const ids = accountIds(16);
    await makeAccounts(store, ids);
    await rateOf(pairOn(store, ids), { inFlight: 4, ms: 200 });
    let filled = 0;
    for (const size of sizes) {
      await fillEvents(database, ids, filled, size);
      filled = size;
      for (const inFlight of [1, 64])
        say(
          `ledger pairs at ${size} events, ${inFlight} in flight`,
          await rateOf(pairOn(store, ids), { inFlight, ms }),
        );
      for (const [what, read] of Object.entries(readsOf(database, store, ids[0] ?? '')))
        process.stdout.write(`${`${what}, at ${size} events`.padEnd(58)} ${(await timeOf(read)).toFixed(1)} ms\n`);
      process.stdout.write(`${await planOf(database, ids[0] ?? '')}\n`);
    }
  });
}

async function crowd(counts: readonly number[]): Promise<void> {
  if (server === undefined) throw new Error('--in-flight measures PostgreSQL');
  for (const runs of counts) {
    const found = await runsInFlight(server, runs);
    const perRun = `${found.statements.toFixed(1)} statements, ${found.databaseCpuMs.toFixed(1)} ms of the database, ${found.ownCpuMs.toFixed(1)} ms of its own`;
    process.stdout.write(
      `${String(runs).padStart(6)} in flight, jobs of ${found.jobSeconds} s: ${found.perSecond.toFixed(0)}/s; a run takes ${perRun}; known ${found.delayP50.toFixed(0)} ms after the job's end, p99 ${found.delayP99.toFixed(0)}\n`,
    );
  }
}

async function withDatabase(task: (database: Database) => Promise<void>): Promise<void> {
  const database = await open();
  try {
    await task(database);
  } finally {
    await database.close();
  }
}
