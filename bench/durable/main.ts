import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestServer } from '@image-studio/store/test-server';
import { clockFromNow } from '../campaign/fast-clock.ts';
import { makePictures } from '../campaign/pictures.ts';
import { percentiles } from '../campaign/print-result.ts';
import { startSandbox } from '../campaign/sandbox-process.ts';
import { killed } from './killed.ts';
import { installPeer, peer } from './setup.ts';
import { ours, type Room, type Side, theirs } from './sides.ts';
import { throughput } from './throughput.ts';

// pnpm --filter @image-studio/bench durable [--runs 200] [--inflight 32] [--rounds 2] [--kills 3]
// Runs a second and the time to go on after `kill -9`, this studio beside a durable peer from npm: same PostgreSQL, same vendor, in turns.

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    inflight: { type: 'string', default: '32' },
    rounds: { type: 'string', default: '2' },
    kills: { type: 'string', default: '3' },
  },
});

installPeer();
const server = await startTestServer({ durable: true });
const folder = await mkdtemp(join(tmpdir(), 'image-studio-durable-'));
const clock = clockFromNow(1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
try {
  const [picture] = (await makePictures(join(folder, 'pictures'))).slice(-1);
  for (const open of [ours, theirs]) await measure(open, picture!);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(open: (room: Room) => Promise<Side>, picture: string): Promise<void> {
  const size = { runs: Number(values.runs), inFlight: Number(values.inflight), picture };
  const speeds: number[] = [];
  let name = '';
  for (let round = 0; round < Number(values.rounds); round++) {
    await withSide(open, 1, async (side) => {
      name = side.name;
      speeds.push(await throughput(side, size));
    });
  }
  const resumes: number[] = [];
  const paid = { runs: 0, bills: 0, ended: 0 };
  for (let round = 0; round < Number(values.kills); round++) {
    await withSide(open, 2_000, async (side, bills) => {
      const found = await killed(side, { runs: 40, picture });
      resumes.push(...found.resumes);
      paid.runs += 40;
      paid.ended += found.ended;
      paid.bills += await bills();
    });
  }
  const rates = speeds.map((speed) => speed.toFixed(1)).join(', ');
  console.log(`${name}${name.startsWith('DBOS') ? ` (${peer.name} ${peer.version})` : ''}`);
  console.log(`  runs a second, ${size.inFlight} in flight        ${rates}`);
  console.log(`  next write after kill -9 and a restart  ${percentiles(resumes)} (${resumes.length} runs)`);
  console.log(`  of ${paid.runs} runs through a kill            ${paid.ended} ended, ${paid.bills} bills`);
}

/** A side with a database, a folder and a vendor of its own. */
async function withSide(
  open: (room: Room) => Promise<Side>,
  jobMs: number,
  use: (side: Side, bills: () => Promise<number>) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandbox(clock, { jobMs });
  const own = await mkdtemp(join(folder, 'side-'));
  const databaseUrl = await server.createDatabase();
  const side = await open({ folder: own, databaseUrl, sandboxUrl: sandbox.url, clock });
  try {
    await use(side, async () => (await sandbox.bills()).length);
  } finally {
    await side.close();
    await sandbox.stop();
  }
}
