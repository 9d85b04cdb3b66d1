import { isStudioError } from '@image-studio/core';
import { reservationOf } from '@image-studio/core/contracts';
import { createStore, openDatabase } from '@image-studio/store';

// One node of a cluster: reserves as many runs as it is told, all at once, and says how many were accepted.
const [url = '', count = '0'] = process.argv.slice(2);
const store = createStore(await openDatabase({ url }));
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const tries = Array.from({ length: Number(count) }, async () => {
  try {
    await store.ledger.reserve(reservationOf());
    return 1;
  } catch (error) {
    if (isStudioError(error, 'budget_exceeded')) return 0;
    throw error;
  }
});
const accepted = (await Promise.all(tries)).reduce((a: number, b) => a + b, 0);
await store.close();
process.stdout.write(`${JSON.stringify({ accepted })}\n`, () => process.exit(0));
