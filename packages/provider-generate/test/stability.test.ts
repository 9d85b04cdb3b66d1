import { priceOf } from '@image-studio/core';
import { drawOptions, type Extent } from '@image-studio/core/contracts';
import type { FaultKind } from '@image-studio/sandbox';
import { describe, expect, it } from 'vitest';
import { generateSpec } from '../src/index.ts';
import { plain, setUp } from './stability-set-up.ts';

const rows = Object.entries(generateSpec.models).filter(([id]) => id.startsWith('stability/'));
const extents: readonly Extent[] = ['minimal', 'maximal'];
const image = await plain('#47a');

describe('every generate model of Stability', () => {
  it.each(rows.flatMap(([id, row]) => extents.map((extent) => [id, extent, row] as const)))(
    '%s does the %s request and bills what was quoted',
    async (id, extent, row) => {
      const { generate, owed, posts } = setUp({ mostPixels: 10_000 });
      const most = extent === 'maximal';
      const pictures = most && 'image' in row.wire ? { image } : {};
      const without = 'image' in row.wire ? [] : ['strength'];
      const options = drawOptions(row.options, { extent, picture: '', without });
      const request = { prompt: 'x', ...(most ? { negativePrompt: 'y' } : {}), ...pictures, options };
      const { charge, outputs, warnings } = await generate({ ...request, model: [id as 'stability-core'] });
      expect([owed(), posts(), warnings]).toEqual([[charge], 1, []]);
      expect(charge).toBe(priceOf(row.price, {}).micros);
      expect(outputs).toMatchObject([{ kind: 'image', mediaType: most ? 'image/webp' : 'image/png' }]);
    },
  );
});

describe('a generation by Stability', () => {
  it.each([
    ['stability-ultra', '1:1', 1024, 1024],
    ['stability-ultra', '16:9', 1344, 768],
    ['sd3.5-large', '21:9', 1536, 640],
    ['stability-core', '1:1', 1216, 1216],
  ] as const)('by %s in the shape %s is %d pixels wide and %d high', async (model, aspectRatio, width, height) => {
    const { generate, sent } = setUp();
    const { outputs, seed } = await generate({ model, prompt: 'x', aspectRatio });
    expect(outputs).toMatchObject([{ width, height }]);
    expect(sent()).toMatchObject({ prompt: 'x', aspect_ratio: aspectRatio, seed: String(seed) });
  });

  it('takes the shape of pixels asked for, and says so', async () => {
    const { generate, sent } = setUp();
    const { warnings } = await generate({ model: 'stability-core', prompt: 'x', size: { width: 1000, height: 1500 } });
    expect(sent()).toMatchObject({ aspect_ratio: '2:3' });
    expect(warnings).toMatchObject([{ code: 'size_adjusted', asked: '1000x1500', planned: '2:3' }]);
  });

  it('names the model that shares its path with others, and tells it of a picture', async () => {
    const { generate, sent } = setUp();
    await generate({ model: 'sd3.5-flash', prompt: 'x', image, options: { strength: 0.5 } });
    expect(sent()).toMatchObject({ model: 'sd3.5-flash', mode: 'image-to-image', strength: '0.5' });
  });

  it('speaks of styles as all vendors do', async () => {
    const { generate, sent } = setUp();
    await generate({ model: 'stability-core', prompt: 'x', style: 'pixel-art' });
    expect(sent()).toMatchObject({ style_preset: 'pixel-art' });
  });

  it('makes several by several calls', async () => {
    const { generate, owed } = setUp();
    const { outputs } = await generate({ model: 'stability-core', prompt: 'x', count: 2 });
    expect([outputs.length, owed()]).toEqual([2, [30_000, 30_000]]);
  });

  it.each([
    ['a picture without its strength', { model: ['stability-ultra'], image }, ['options', 'strength']],
    ['a strength without a picture', { model: ['sd3.5-large'], options: { strength: 1 } }, ['image']],
    [
      'a shape for a picture that has one',
      { model: ['sd3.5-large'], image, aspectRatio: '1:1', options: { strength: 1 } },
      ['aspectRatio'],
    ],
    ['words without end', { model: ['stability-core'], prompt: 'x'.repeat(10_001) }, ['prompt']],
  ])('is refused for %s before anything is sent', async (_, request, path) => {
    const { generate, posts } = setUp();
    const refused = generate({ prompt: 'x', ...request } as never);
    await expect(refused).rejects.toMatchObject({ code: 'invalid_request', details: { issues: [{ path }] } });
    expect(posts()).toBe(0);
  });

  it('in another language than English is refused by Stability, and not billed', async () => {
    const { generate, owed } = setUp();
    const refused = generate({ model: 'stability-core', prompt: 'гавань' });
    await expect(refused).rejects.toMatchObject({
      code: 'vendor_rejected',
      message: expect.stringContaining('English'),
    });
    expect(owed()).toEqual([]);
  });

  it.each<readonly [FaultKind, string, string, number]>([
    ['rejected', 'vendor_rejected', 'no', 0],
    ['moderation', 'moderation_blocked', 'no', 0],
    ['job_failed_billed', 'moderation_blocked', 'yes', 1],
    ['silence', 'in_doubt', 'unknown', 1],
    ['cut_after_billing', 'in_doubt', 'unknown', 1],
    ['truncated_output', 'vendor_output', 'yes', 1],
  ])('that shows %s ends %s, billed %s, %d owed', async (kind, code, billed, count) => {
    const { generate, owed, posts, sandbox } = setUp(kind === 'silence' ? { paidMs: 200 } : {});
    sandbox.faults.add({ kind });
    await expect(generate({ model: 'stability-core', prompt: 'x' })).rejects.toMatchObject({ code, billed });
    expect([posts(), owed().length]).toEqual([1, count]);
  });
});
