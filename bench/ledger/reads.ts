import { acme, noon } from '@image-studio/core/contracts';
import { type Database, reconcile, type Store } from '@image-studio/store';

const hour = 60 * 60_000;

/** What is asked of a store beside pairs, each as it is asked while the studio runs. */
export function readsOf(
  database: Database,
  { ledger, journal, archive, books, doubtful, statistics }: Store,
  account: string,
) {
  const scope = { account, test: acme.test };
  const claim = { owner: 'node', leaseUntil: noon, limit: 200 };
  const stretch = { from: noon - hour, until: noon };
  const reads: Readonly<Record<string, () => Promise<unknown>>> = {
    'usage of an account': () => ledger.usage(scope, noon),
    'what an idempotency key names': () => ledger.findRepeated(scope, 'key-7', noon),
    'a page of 100 usage events': () => ledger.events(scope, { limit: 100 }),
    'a report of the last hour by model': () => books.report(scope, { ...stretch, by: 'model' }),
    'a page of 20 runs': () => archive.listRuns(scope, { limit: 20 }),
    'claiming due calls': () => journal.claim({ ...claim, now: noon - hour }),
    'calls in doubt': () => doubtful.list({ limit: 100, left: noon - hour }),
    'calls that nobody drives': () => doubtful.abandoned(noon - hour, 100),
    'sweeping idempotency keys': () => archive.expireKeys({ at: 0, limit: 1000 }),
    'figures of the installation': () => statistics.standing(noon),
    'reconciliation of an hour': () =>
      reconcile(database, { vendor: 'vendor', test: true, ...stretch }, async () => []),
  };
  return reads;
}

/** The middle of so many times, in ms. */
export async function timeOf(read: () => Promise<unknown>, times = 21): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    await read();
    took.push(performance.now() - began);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(times / 2)]!;
}
