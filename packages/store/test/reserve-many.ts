import { isStudioError } from '@image-studio/core';
import { reservationOf } from '@image-studio/core/contracts';
import { createStore, openDatabase } from '@image-studio/store';

import type { Outcome } from './race.ts';

// One node of a cluster: reserves the wishes it is given, all at once, and says which were accepted.
const [url = '', wishes = '[]'] = process.argv.slice(2);
const store = createStore(await openDatabase({ url }));
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const tries = (JSON.parse(wishes) as readonly Parameters<typeof reservationOf>[0][]).map(async (wish) => {
  const reservation = reservationOf(wish);
  const { user, key } = reservation.run;
  try {
    await store.ledger.reserve(reservation);
    return [{ micros: reservation.micros, count: reservation.count, user, key }];
  } catch (error) {
    if (isStudioError(error, 'budget_exceeded') || isStudioError(error, 'quota_exceeded')) return [];
    throw error;
  }
});
const accepted: readonly Outcome[] = (await Promise.all(tries)).flat();
await store.close();
process.stdout.write(`${JSON.stringify(accepted)}\n`, () => process.exit(0));
