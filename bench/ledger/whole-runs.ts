import { createRunner, defaultParts, flatPrice, model, type Provider, type Spec } from '@image-studio/core';
import { noon, samplePicture } from '@image-studio/core/contracts';
import type { Store } from '@image-studio/store';
import * as z from 'zod';
import { type Rate, rateOf } from './pairs.ts';

const input = z.strictObject({ prompt: z.string() });
const spec: Spec = {
  id: 'generate',
  input,
  assets: {},
  output: 'image',
  models: {
    'instant/paint': model({
      name: 'Paint',
      alias: 'paint',
      endpoint: 'paint',
      options: z.strictObject({}),
      wire: { prompt: 'prompt' },
      needs: ['prompt'],
      price: flatPrice(20_000),
      tier: 'budget',
      capabilities: [],
      deadline: 60,
      asOf: '2026-11-01',
    }),
  },
};

const picture = samplePicture('png') as Uint8Array<ArrayBuffer>;

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
    outputs: [{ body: new Blob([picture]).stream(), mediaType: 'image/png' }],
  }),
  open: async () => ({ stream: new Blob([picture]).stream() }),
};

/** Runs from the request to the result: reserve, claim, submit, store (in memory), settle. */
export async function wholeRuns({ ledger, journal, accounts }: Store, inFlight: number, ms: number): Promise<Rate> {
  for (let worker = 0; worker < inFlight; worker++) await accounts.create({ id: `account-${worker}`, createdAt: noon });
  const operations = { generate: { spec, providers: { instant } } };
  const runner = createRunner({ ...defaultParts(), ledger, journal, operations, test: true });
  const run = (worker: number) => runner.run('generate', { prompt: 'dusk' }, { account: `account-${worker}` });
  const rate = await rateOf(run, { inFlight, ms });
  await runner.close();
  return rate;
}
