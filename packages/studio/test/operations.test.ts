import { createMemoryStore } from '@image-studio/core/memory';
import { fastClock } from '@image-studio/core/contracts';
import { createSandbox } from '@image-studio/sandbox';
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

async function setUp() {
  const clock = fastClock(100);
  const baseUrl = 'http://wavespeed.sandbox.invalid';
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, mostPixels: 10_000, clock, baseUrl });
  const wavespeed = createWavespeed({ apiKey: 'test', baseUrl, clock, fetch: (request) => sandbox.fetch(request) });
  const store = createMemoryStore({ ledger: 'metered' });
  await store.accounts.create({ id: 'acme', createdAt: 0 });
  return { sandbox, store, studio: createStudio({ ...store, vendors: { wavespeed }, clock }) };
}

type Row = readonly [id: OperationId, kind: string, run: (studio: Studio) => ReturnType<Studio['generateImage']>];
const rows: readonly Row[] = [
  ['generate', 'image', (studio) => studio.generateImage({ model: 'qwen-image', prompt: 'x' }, context)],
  [
    'character',
    'image',
    (studio) => studio.generateCharacterImage({ prompt: 'x', references: [image], consent: true }, context),
  ],
  ['edit', 'image', (studio) => studio.generateImageEdit({ model: 'qwen-edit', image, prompt: 'x' }, context)],
  ['upscale', 'image', (studio) => studio.generateImageUpscale({ model: 'image-upscaler', image }, context)],
  ['3d', 'model3d', (studio) => studio.generateImageTo3d({ model: 'tripo3d-v2.5-image-to-3d', image }, context)],
  ['faceswap', 'image', (studio) => studio.generateFaceSwap({ image, face: image, consent: 'form 7' }, context)],
  ['translate', 'image', (studio) => studio.generateImageTranslate({ image, targetLanguage: 'de' }, context)],
  [
    'video',
    'video',
    (studio) => studio.generateImageToVideo({ image, prompt: 'x', seconds: 3, resolution: '480p' }, context),
  ],
];

describe('the studio', { timeout: 30_000 }, () => {
  it.each(rows)('performs %s, meters it and bills what the vendor took', async (operation, kind, run) => {
    const { sandbox, studio } = await setUp();
    const result = await run(studio);
    expect(result).toMatchObject({ operation, outputs: [{ kind }], usage: { previous: 0, current: 1, held: 0 } });
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
    expect(result.usage!.total).toBe(result.charge);
  });

  it('keeps the consent with the run, and never sends it', async () => {
    const { sandbox, store, studio } = await setUp();
    const { runId } = await studio.generateFaceSwap({ image, face: image, consent: 'form 7' }, context);
    const found = await store.journal.getRun({ account: 'acme', test: false }, runId);
    expect(found!.run.request).toMatchObject({ consent: 'form 7' });
    expect(JSON.stringify(sandbox.bills())).not.toContain('form 7');
  });
});
