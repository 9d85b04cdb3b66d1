import { priceOf } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { upscaleSpec } from '../src/index.ts';
import { photo, setUp } from './set-up.ts';

describe('an upscale', () => {
  const byWavespeed = Object.entries(upscaleSpec.models).filter(
    ([id, row]) => id.startsWith('wavespeed/') && 'scale' in row.wire,
  );
  it.each(byWavespeed)('by %s makes a larger picture and bills what was quoted', async (id, row) => {
    const { sandbox, upscale } = setUp();
    const result = await upscale({ model: [id as 'image-upscaler'], image: photo, scale: 2 });
    expect(result.outputs[0].width).toBeGreaterThanOrEqual(192);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
    expect(result.charge).toBeLessThanOrEqual(priceOf(row.price, {}).micros);
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
