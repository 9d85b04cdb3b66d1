import { createRunner, defaultParts, type Provider } from '@image-studio/core';
import { noon } from '@image-studio/core/contracts';
import type { Store } from '@image-studio/store';
import { paintSpec, pictureStream } from './paint-spec.ts';
import { type Rate, rateOf } from './pairs.ts';

/** A vendor that has every picture at once. */
const instant: Provider = {
  policy: {
    poll: { firstMs: 1, factor: 1, maxMs: 1 },
    retentionMs: 60_000,
    arrivesWithinMs: 60_000,
    inDoubtAfterMs: 60_000,
    concurrency: 1000,
  },
  start: async () => ({
    state: 'done',
    outputs: [{ body: pictureStream(), mediaType: 'image/png' }],
  }),
  open: async () => ({ stream: pictureStream() }),
};

/** Runs from the request to the result: reserve, claim, submit, store (in memory), settle. */
export async function wholeRuns({ ledger, journal, accounts }: Store, inFlight: number, ms: number): Promise<Rate> {
  for (let worker = 0; worker < inFlight; worker++) await accounts.create({ id: `account-${worker}`, createdAt: noon });
  const operations = { generate: { spec: paintSpec, providers: { instant } } };
  const runner = createRunner({ ...defaultParts(), ledger, journal, operations, test: true });
  const run = (worker: number) => runner.run('generate', { prompt: 'dusk' }, { account: `account-${worker}` });
  const rate = await rateOf(run, { inFlight, ms });
  await runner.close();
  return rate;
}
