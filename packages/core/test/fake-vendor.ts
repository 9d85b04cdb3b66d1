import * as z from 'zod';
import {
  assetInput,
  createOperation,
  defaultLimits,
  flatPrice,
  model,
  type Json,
  type OperationOptions,
  type Output,
  type Progress,
  type Provider,
  type ProviderCall,
  type Spec,
  unknownPrice,
} from '../src/index.ts';

/** The smallest PNG: one transparent pixel. */
export const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

const input = z.strictObject({
  prompt: z.string().optional(),
  image: assetInput.optional(),
  images: z.array(assetInput).optional(),
  mask: assetInput.optional(),
  aspectRatio: z.string().optional(),
  size: z.strictObject({ width: z.int(), height: z.int() }).optional(),
  scale: z.number().optional(),
  count: z.int().min(1).max(8).optional(),
});

const seedless = {
  endpoint: 'paint',
  options: z.strictObject({ steps: z.int().min(1).max(50).optional(), seed: z.int().optional() }),
  wire: { prompt: 'prompt', image: 'image', aspectRatio: { field: 'ratio', as: 'aspect', values: ['1:1', '16:9'] } },
  needs: ['prompt'],
  price: flatPrice(20_000),
  tier: 'budget',
  capabilities: [],
  deadline: 60,
  asOf: '2026-11-01',
} as const;
const row = { ...seedless, seed: { field: 'seed', max: 1000 } } as const;

const models = {
  'fake/paint': model({ ...row, name: 'Paint', alias: 'paint' }),
  'fake/oil': model({ ...row, name: 'Oil', alias: 'oil', tier: 'premium', price: flatPrice(50_000) }),
  'fake/many': model({
    ...row,
    name: 'Many',
    wire: {
      prompt: 'prompt',
      images: { field: 'images', as: 'list', max: 2 },
      count: { field: 'n', as: 'count', max: 3 },
    },
    price: {
      basis: 'exact',
      unit: 'image',
      lines: [{ label: 'per image', amount: { product: [10_000, { field: 'n', default: 1 }] } }],
    },
  }),
  'fake/sides': model({
    ...row,
    name: 'Sides',
    wire: { prompt: 'prompt', size: { field: 'size', as: 'size', separator: '*', min: 256, max: 1536 } },
  }),
  'fake/pair': model({
    ...row,
    name: 'Pair',
    wire: {
      prompt: 'prompt',
      size: { field: 'size', as: 'sides', min: 256, max: 1536 },
      aspectRatio: { field: 'size', as: 'sides', min: 256, max: 1536 },
    },
  }),
  'fake/seedless': model({ ...seedless, name: 'Seedless' }),
  'fake/priceless': model({ ...row, name: 'Priceless', price: unknownPrice, listedOnly: 'its price is not known' }),
  'fake/listed': model({
    ...row,
    name: 'Listed',
    wire: {
      prompt: 'prompt',
      size: { field: 'size', as: 'size', separator: '*', values: ['auto', '1024*1024', '1024*1536', '1536*1024'] },
      aspectRatio: { field: 'ratio', as: 'aspect', values: ['1:1', '16:9', '9:16'] },
      scale: { field: 'times', as: 'nearest', values: [2, 4] },
    },
  }),
  'fake/larger': model({
    ...row,
    name: 'Larger',
    wire: {
      prompt: 'prompt',
      image: 'image',
      scale: { field: 'target', as: 'longest-side', values: { '2k': 2048, '4k': 4096 } },
    },
  }),
  'fake/metered': model({
    ...row,
    name: 'Metered',
    price: {
      basis: 'bound',
      unit: 'image',
      lines: [{ label: 'at most', amount: 1000 }],
      reported: { product: [2.5, { field: 'tokens' }] },
    },
  }),
  'other/paint': model({ ...row, name: 'Other' }),
} as const;

/** An operation for tests. */
export const paintSpec: Spec<'paint', typeof input, typeof models> = {
  id: 'paint',
  input,
  assets: { image: 'image', images: 'image', mask: 'mask' },
  output: 'image',
  models,
};

/** A vendor that answers as the test says, and counts. */
export interface FakeVendor extends Provider<typeof paintSpec> {
  readonly started: ProviderCall[];
  readonly asked: Json[];
}

export const done = (bytes: Uint8Array = png): Progress => ({ state: 'done', outputs: [body(bytes)] });
export const body = (bytes: Uint8Array): Output => ({
  body: new Blob([bytes as Uint8Array<ArrayBuffer>]).stream(),
  mediaType: 'image/png',
});

/** `start` and `status` are asked in turn; the last answer of each is repeated. A thrown error is an answer too. */
export function createFakeVendor(answers: {
  start: (() => Progress | Promise<Progress>)[];
  status?: (() => Progress)[];
  rest?: Partial<Omit<Provider, 'spec'>>;
}): FakeVendor {
  const started: ProviderCall[] = [];
  const asked: Json[] = [];
  const inTurn = <Answer>(list: (() => Answer)[], index: number) => list[Math.min(index, list.length - 1)]!();
  return {
    started,
    asked,
    policy: {
      poll: { firstMs: 1, factor: 1, maxMs: 1 },
      retentionMs: 60_000,
      arrivesWithinMs: 15_000,
      inDoubtAfterMs: 60_000,
      concurrency: 4,
    },
    start: async (call) => inTurn(answers.start, started.push(call) - 1),
    status: async (ticket) => inTurn(answers.status ?? [() => done()], asked.push(ticket) - 1),
    open: async () => ({ stream: new Blob([png]).stream() }),
    ...answers.rest,
  };
}

/** The operation over a fake vendor, impatient. */
export function paintWith(vendor: FakeVendor, options: Partial<OperationOptions<typeof paintSpec>> = {}) {
  const limits = { ...defaultLimits, backoff: { firstMs: 1, maxMs: 5 } };
  return createOperation(paintSpec, { providers: { fake: vendor }, limits, ...options });
}
