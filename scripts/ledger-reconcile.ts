/**
 * Compares what WaveSpeed took with what was booked, call by call: `pnpm ledger:reconcile [from] [until]`, ISO 8601, by default the last
 * day. Needs WAVESPEED_API_KEY and the database of DATABASE_URL or of the data folder. Exit code 0 = no differences, 1 = some, 2 = not done.
 */
import { join } from 'node:path';
import { formatMicros } from '../packages/core/src/index.ts';
import { openDatabase, reconcile } from '../packages/store/src/index.ts';
import { createWavespeed } from '../packages/vendor-wavespeed/src/index.ts';

const { DATABASE_URL, IMAGE_STUDIO_DATA = '.data', WAVESPEED_API_KEY = '', WAVESPEED_BASE_URL } = process.env;
try {
  const until = momentOf(process.argv[3], Date.now());
  const from = momentOf(process.argv[2], until - 24 * 60 * 60 * 1000);
  const baseUrl = WAVESPEED_BASE_URL === undefined ? {} : { baseUrl: WAVESPEED_BASE_URL };
  const wavespeed = createWavespeed({ apiKey: WAVESPEED_API_KEY, ...baseUrl });
  const folder = join(IMAGE_STUDIO_DATA, 'database');
  const database = await openDatabase(DATABASE_URL === undefined ? { folder } : { url: DATABASE_URL });
  const of = { vendor: 'wavespeed', test: false, from, until };
  const found = await reconcile(database, of, (window) => wavespeed.jobBills(window));
  await database.close();
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
  process.exitCode = found.differences.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The comparison failed'}\n`);
  process.exitCode = 2;
}

function momentOf(text: string | undefined, otherwise: number): number {
  const at = text === undefined ? otherwise : Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`"${text}" is no time: write it as 2026-11-22 or 2026-11-22T10:00:00Z`);
  return at;
}
