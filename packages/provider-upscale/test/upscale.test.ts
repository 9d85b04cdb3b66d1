import { priceOf, systemClock } from '@image-studio/core';
import { createSandbox } from '@image-studio/sandbox';
import { createLocal } from '@image-studio/vendor-local';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createUpscale, upscaleSpec } from '../src/index.ts';
import { localUpscale } from '../src/local.ts';
import { wavespeedUpscale } from '../src/wavespeed.ts';

const photo = new Uint8Array(
  await sharp({ create: { width: 96, height: 64, channels: 3, background: '#47a' } })
    .jpeg()
    .toBuffer(),
);

function setUp() {
  const baseUrl = 'http://wavespeed.sandbox.invalid';
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, baseUrl });
  const wavespeed = createWavespeed({ apiKey: 'test', baseUrl, fetch: (request) => sandbox.fetch(request) });
  const local = createLocal();
  const clock = { ...systemClock, sleep: () => systemClock.sleep(1) };
  return {
    sandbox,
    upscale: createUpscale({
      providers: { wavespeed: wavespeedUpscale(wavespeed), local: localUpscale(local) },
      clock,
    }),
  };
}

describe('an upscale', () => {
  const byWavespeed = Object.entries(upscaleSpec.models).filter(([id]) => id.startsWith('wavespeed/'));
  it.each(byWavespeed)('by %s makes a larger picture and bills what was quoted', async (id, row) => {
    const { sandbox, upscale } = setUp();
    const result = await upscale({ model: [id as 'image-upscaler'], image: photo, scale: 2 });
    expect(result.outputs[0].width).toBeGreaterThanOrEqual(192);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
    expect(result.charge).toBe(priceOf(row.price, {}).micros);
  });

  it('on this machine doubles each side, keeps the format and costs nothing', async () => {
    const { sandbox, upscale } = setUp();
    const result = await upscale({ model: 'lanczos3', image: photo, scale: 2 });
    expect(result).toMatchObject({ charge: 0, outputs: [{ width: 192, height: 128, mediaType: 'image/jpeg' }] });
    expect(sandbox.requests()).toEqual([]);
  });

  it('says which enlargement is planned when a model cannot do the one asked for', async () => {
    const { upscale } = setUp();
    const result = await upscale({ model: 'bria-increase-resolution', image: photo, scale: 3 });
    expect(result.warnings).toMatchObject([{ code: 'scale_adjusted', asked: '3', planned: '4' }]);
    expect(result.outputs[0]).toMatchObject({ width: 384, height: 256 });
  });

  it('refuses what is larger than this machine makes, before it begins', async () => {
    const { upscale } = setUp();
    await expect(upscale({ model: 'lanczos3', image: photo, scale: 17 })).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });

  it('goes on with the next model of a list when one refuses', async () => {
    const { sandbox, upscale } = setUp();
    sandbox.faults.add({ kind: 'rejected' });
    const result = await upscale({ model: ['image-upscaler', 'lanczos3'], image: photo, scale: 2 });
    expect(result).toMatchObject({
      model: 'local/lanczos3',
      charge: 0,
      warnings: [{ code: 'scale_adjusted' }, { code: 'fallback' }],
    });
  });
});
