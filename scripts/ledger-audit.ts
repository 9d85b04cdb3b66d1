/**
 * Audits the books of a database: `pnpm ledger:audit [postgres://… | data folder]`; without an argument the database of DATABASE_URL or
 * of the data folder. Names every difference; exit code 0 = none, 1 = some, 2 = the audit could not be done.
 */
import { join } from 'node:path';
import { auditLedger, openDatabase } from '../packages/store/src/index.ts';

const place = process.argv[2] ?? process.env['DATABASE_URL'] ?? process.env['IMAGE_STUDIO_DATA'] ?? '.data';
try {
  const database = await openDatabase(
    /^postgres(ql)?:/.test(place) ? { url: place } : { folder: join(place, 'database') },
  );
  const { differences, meters, calls, events } = await auditLedger(database);
  await database.close();
  for (const { rule, id, expected, found } of differences)
    process.stdout.write(`${id}: ${found} instead of ${expected} (${rule})\n`);
  process.stdout.write(`${meters} meters, ${calls} calls, ${events} events: ${differences.length} differences\n`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The audit failed'}\n`);
  process.exitCode = 2;
}
