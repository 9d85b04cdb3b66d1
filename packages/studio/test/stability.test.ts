import { fastClock } from '@image-studio/core/contracts';
import { createMemoryStore } from '@image-studio/core/memory';
import { createSandbox } from '@image-studio/sandbox';
import { createStability } from '@image-studio/vendor-stability';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createStudio, type OperationId, type Studio } from '../src/index.ts';

const image = new Uint8Array(
  await sharp({ create: { width: 96, height: 64, channels: 3, background: '#47a' } })
    .jpeg()
    .toBuffer(),
);
const context = { account: 'acme' };
const origin = 'http://sandbox.invalid';

/** A studio with two vendors over one sandbox, in fast time. */
async function setUp() {
  const clock = fastClock(1000);
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, clock, baseUrl: origin });
  const common = { apiKey: 'test', clock, fetch: (request: Request) => sandbox.fetch(request) };
  const stability = createStability({ ...common, baseUrl: `${origin}/stability` });
  const wavespeed = createWavespeed({ ...common, baseUrl: origin });
  const store = createMemoryStore({ ledger: 'metered' });
  await store.accounts.create({ id: 'acme', createdAt: 0 });
  return { sandbox, studio: createStudio({ ...store, vendors: { stability, wavespeed }, clock }) };
}

type Row = readonly [id: OperationId, kind: string, run: (studio: Studio) => ReturnType<Studio['generateImage']>];
const rows: readonly Row[] = [
  ['generate', 'image', (studio) => studio.generateImage({ model: 'sd3.5-flash', prompt: 'x' }, context)],
  [
    'edit',
    'image',
    (studio) => studio.generateImageEdit({ image, kind: 'search-recolor', search: 'y', prompt: 'x' }, context),
  ],
  ['upscale', 'image', (studio) => studio.generateImageUpscale({ model: 'stability-upscale-fast', image }, context)],
  ['3d', 'model3d', (studio) => studio.generateImageTo3d({ model: 'stable-fast-3d', image }, context)],
];

describe('the studio with Stability beside WaveSpeed', { timeout: 30_000 }, () => {
  it.each(rows)('performs %s by it, meters it and bills what it took', async (operation, kind, run) => {
    const { sandbox, studio } = await setUp();
    const result = await run(studio);
    expect(result).toMatchObject({
      operation,
      vendor: 'stability',
      outputs: [{ kind }],
      usage: { current: 1, held: 0 },
    });
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
    expect(result.usage!.total).toBe(result.charge);
  });

  it('goes on with the other vendor of a list when it refuses', async () => {
    const { sandbox, studio } = await setUp();
    sandbox.faults.add({ kind: 'moderation' });
    const model = ['stability-core', 'qwen-image'] as const;
    const result = await studio.generateImage({ model, prompt: 'x' }, context);
    expect(result).toMatchObject({ vendor: 'wavespeed', warnings: [{ code: 'fallback' }] });
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
  });
});
