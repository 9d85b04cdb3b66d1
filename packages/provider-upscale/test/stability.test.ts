import { priceOf } from '@image-studio/core';
import { drawOptions, type Extent } from '@image-studio/core/contracts';
import type { FaultKind } from '@image-studio/sandbox';
import { describe, expect, it } from 'vitest';
import { upscaleSpec } from '../src/index.ts';
import { plain, setUp } from './stability-set-up.ts';

const rows = Object.entries(upscaleSpec.models).filter(([id]) => id.startsWith('stability/'));
const extents: readonly Extent[] = ['minimal', 'maximal'];
const image = await plain('#47a');
const wide = await plain('#47a', 1600, 40);
const large = await plain('#47a', 1100, 1000);

describe('every upscale model of Stability', () => {
  it.each(rows.flatMap(([id, row]) => extents.map((extent) => [id, extent, row] as const)))(
    '%s does the %s request and bills what was quoted',
    async (id, extent, row) => {
      const { upscale, owed, posts } = setUp({ mostPixels: 10_000 });
      const words = row.needs.includes('prompt') ? { prompt: 'a wall' } : {};
      const options = drawOptions(row.options, { extent, picture: '' });
      const { charge, outputs, warnings } = await upscale({ model: [id as 'lanczos3'], image, ...words, options });
      expect([owed(), posts(), warnings]).toEqual([[charge], 1, []]);
      expect(charge).toBe(priceOf(row.price, {}).micros);
      expect(outputs).toMatchObject([{ kind: 'image', mediaType: extent === 'maximal' ? 'image/webp' : 'image/png' }]);
    },
    30_000,
  );
});

describe('an upscale by Stability', () => {
  it.each([
    [{ model: 'stability-upscale-fast' }, 384, 256],
    [{ model: 'stability-upscale-conservative', prompt: 'a wall' }, 2496, 1664],
    [{ model: 'stability-upscale-creative', prompt: 'a wall' }, 4096, 2731],
  ] as const)('%j is %d pixels wide and %d high', async (request, width, height) => {
    const { upscale } = setUp();
    const { outputs } = await upscale({ ...request, image });
    expect(outputs).toMatchObject([{ width, height }]);
  });

  it('makes each side four times as long, asked or not', async () => {
    const { upscale, sent } = setUp();
    const asked = await upscale({ model: 'stability-upscale-fast', image, scale: 4 });
    expect([asked.warnings, Object.keys(sent())]).toEqual([[], ['image']]);
    const { outputs, warnings } = await upscale({ model: 'stability-upscale-fast', image, scale: 2 });
    expect(outputs[0].width).toBe(384);
    expect(warnings).toMatchObject([{ code: 'scale_adjusted', asked: '2', planned: '4' }]);
  });

  it.each([
    ['no words', { model: ['stability-upscale-creative'], image }, ['prompt']],
    ['a large picture', { model: ['stability-upscale-fast'], image: wide }, ['image']],
    ['too many pixels', { model: ['stability-upscale-fast'], image: large }, ['image']],
  ])('is refused for %s before anything is sent', async (_, request, path) => {
    const { upscale, posts } = setUp();
    const refused = upscale(request as never);
    await expect(refused).rejects.toMatchObject({ code: 'invalid_request', details: { issues: [{ path }] } });
    expect(posts()).toBe(0);
  });

  const fast = { model: 'stability-upscale-fast', image } as const;
  const creative = { model: 'stability-upscale-creative', image, prompt: 'a wall' } as const;
  it.each<readonly [FaultKind, typeof fast | typeof creative, string, string, number]>([
    ['rejected', fast, 'vendor_rejected', 'no', 0],
    ['moderation', fast, 'moderation_blocked', 'no', 0],
    ['silence', fast, 'in_doubt', 'unknown', 1],
    ['cut_after_billing', fast, 'in_doubt', 'unknown', 1],
    ['empty_output', fast, 'vendor_output', 'yes', 1],
    ['rejected', creative, 'vendor_rejected', 'no', 0],
    ['job_failed_billed', creative, 'moderation_blocked', 'yes', 1],
    ['silence', creative, 'in_doubt', 'unknown', 1],
    ['cut_after_billing', creative, 'in_doubt', 'unknown', 1],
    ['job_stuck', creative, 'timed_out', 'unknown', 1],
  ])('that shows %s with %o ends %s, billed %s, %d owed', async (kind, request, code, billed, count) => {
    const { upscale, owed, posts, sandbox } = setUp(kind === 'silence' ? { paidMs: 200 } : {});
    sandbox.faults.add({ kind });
    await expect(upscale(request)).rejects.toMatchObject({ code, billed });
    expect([posts(), owed().length]).toEqual([1, count]);
  });

  it('that takes a while is not asked for more often than every ten seconds', async () => {
    const { upscale, sandbox } = setUp();
    await upscale(creative);
    const [post, ...asked] = sandbox.requests();
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(asked[0]!.at - post!.at).toBeGreaterThanOrEqual(9_000);
  });
});
