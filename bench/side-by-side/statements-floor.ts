import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, openDatabase } from '@image-studio/store';
import { startTestServer } from '@image-studio/store/test-server';
import { wholeRuns } from '../ledger/whole-runs.ts';

/** The p50 in ms of a run's statements alone: no HTTP, files in memory, a vendor that has every picture at once. Both databases durable. */
export async function statementsFloor(ms: number): Promise<{ readonly embedded: number; readonly postgres: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-statements-'));
  const server = await startTestServer({ durable: true });
  try {
    const embedded = await runsOn({ folder: join(folder, 'database') }, ms);
    return { embedded, postgres: await runsOn({ url: await server.createDatabase() }, ms) };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runsOn(where: Parameters<typeof openDatabase>[0], ms: number): Promise<number> {
  const database = await openDatabase(where);
  try {
    return (await wholeRuns(createStore(database), 1, ms)).p50;
  } finally {
    await database.close();
  }
}
