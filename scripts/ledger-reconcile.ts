/**
 * Compares what WaveSpeed took with what was booked, call by call: `pnpm ledger:reconcile [from] [until]`, ISO 8601, by default the last
 * day; with STABILITY_API_KEY, Stability's balance with what was booked since it was last looked at, in sum, too. Needs one of the keys and
 * the database of DATABASE_URL or of the data folder. Exit code 0 = no differences, 1 = some, 2 = not done.
 */
import { join } from 'node:path';
import { formatMicros } from '../packages/core/src/index.ts';
import { type Database, openDatabase, reconcile, reconcileBalance } from '../packages/store/src/index.ts';
import { createStability } from '../packages/vendor-stability/src/index.ts';
import { createWavespeed } from '../packages/vendor-wavespeed/src/index.ts';

const { DATABASE_URL, IMAGE_STUDIO_DATA = '.data' } = process.env;
const { WAVESPEED_API_KEY = '', WAVESPEED_BASE_URL, STABILITY_API_KEY = '', STABILITY_BASE_URL } = process.env;
try {
  const until = momentOf(process.argv[3], Date.now());
  const from = momentOf(process.argv[2], until - 24 * 60 * 60 * 1000);
  const folder = join(IMAGE_STUDIO_DATA, 'database');
  const database = await openDatabase(DATABASE_URL === undefined ? { folder } : { url: DATABASE_URL });
  const agreed: boolean[] = [];
  if (WAVESPEED_API_KEY !== '' || STABILITY_API_KEY === '') agreed.push(await compareBills(database, from, until));
  if (STABILITY_API_KEY !== '') agreed.push(await compareBalance(database));
  await database.close();
  process.exitCode = agreed.every(Boolean) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The comparison failed'}\n`);
  process.exitCode = 2;
}

function momentOf(text: string | undefined, otherwise: number): number {
  const at = text === undefined ? otherwise : Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`"${text}" is no time: write it as 2026-11-22 or 2026-11-22T10:00:00Z`);
  return at;
}

async function compareBills(database: Database, from: number, until: number): Promise<boolean> {
  const baseUrl = WAVESPEED_BASE_URL === undefined ? {} : { baseUrl: WAVESPEED_BASE_URL };
  const wavespeed = createWavespeed({ apiKey: WAVESPEED_API_KEY, ...baseUrl });
  const of = { vendor: 'wavespeed', test: false, from, until };
  const found = await reconcile(database, of, (window) => wavespeed.jobBills(window));
  for (const { kind, jobId, callId, account, bookedMicros, billedMicros } of found.differences) {
    const whose = `job ${jobId ?? 'none'}, call ${callId ?? 'none'}, account ${account ?? 'none'}`;
    process.stdout.write(
      `${kind}: ${whose}: booked ${formatMicros(bookedMicros)}, billed ${formatMicros(billedMicros)}\n`,
    );
  }
  const sums = `booked ${formatMicros(found.bookedMicros)}, billed ${formatMicros(found.billedMicros)}`;
  process.stdout.write(
    `${found.compared} calls, ${found.open} open: ${sums}, ${found.differences.length} differences\n`,
  );
  return found.differences.length === 0;
}

async function compareBalance(database: Database): Promise<boolean> {
  const baseUrl = STABILITY_BASE_URL === undefined ? {} : { baseUrl: STABILITY_BASE_URL };
  const micros = await createStability({ apiKey: STABILITY_API_KEY, ...baseUrl }).balance();
  const balance = { vendor: 'stability', test: false, micros, at: Date.now() };
  const { since, takenMicros, bookedMicros, open } = await reconcileBalance(database, balance);
  const when = since === null ? 'looked at for the first time' : `since ${new Date(since).toISOString()}`;
  const sums = `booked ${formatMicros(bookedMicros)}, taken ${formatMicros(takenMicros)}`;
  process.stdout.write(`stability, ${when}: ${sums}, ${open} calls open\n`);
  return takenMicros === bookedMicros;
}
