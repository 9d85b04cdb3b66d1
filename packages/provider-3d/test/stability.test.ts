import { priceOf } from '@image-studio/core';
import { drawOptions, type Extent } from '@image-studio/core/contracts';
import type { FaultKind } from '@image-studio/sandbox';
import { describe, expect, it } from 'vitest';
import { image3dSpec } from '../src/index.ts';
import { plain, setUp } from './stability-set-up.ts';

const rows = Object.entries(image3dSpec.models).filter(([id]) => id.startsWith('stability/'));
const extents: readonly Extent[] = ['minimal', 'maximal'];
const image = await plain('#47a', 700, 640);
const small = await plain('#47a', 639, 700);

describe('every 3D model of Stability', () => {
  it.each(rows.flatMap(([id, row]) => extents.map((extent) => [id, extent, row] as const)))(
    '%s does the %s request and bills what was quoted',
    async (id, extent, row) => {
      const { imageTo3d, owed, posts, sent } = setUp();
      const options = drawOptions(row.options, { extent, picture: '' });
      const result = await imageTo3d({ model: [id as 'stable-fast-3d'], image, formats: ['glb'], options });
      expect([owed(), posts(), result.warnings]).toEqual([[result.charge], 1, []]);
      expect(result.charge).toBe(priceOf(row.price, {}).micros);
      expect(result.outputs).toMatchObject([{ kind: 'model3d', mediaType: 'model/gltf-binary', scene: { meshes: 1 } }]);
      expect(sent()['seed']).toBe(row.seed ? String(result.seed) : undefined);
    },
  );
});

describe('a 3D model by Stability', () => {
  it('is refused for a picture that Stability finds too small, before anything is sent', async () => {
    const { imageTo3d, posts } = setUp();
    await expect(imageTo3d({ model: 'stable-point-aware-3d', image: small })).rejects.toMatchObject({
      code: 'invalid_request',
      details: { issues: [{ path: ['image'], message: expect.stringContaining('640') }] },
    });
    expect(posts()).toBe(0);
  });

  it.each<readonly [FaultKind, string, string, number]>([
    ['rejected', 'vendor_rejected', 'no', 0],
    ['moderation', 'moderation_blocked', 'no', 0],
    ['silence', 'in_doubt', 'unknown', 1],
    ['cut_after_billing', 'in_doubt', 'unknown', 1],
    ['truncated_output', 'vendor_output', 'yes', 1],
    ['empty_output', 'vendor_output', 'yes', 1],
  ])('that shows %s ends %s, billed %s, %d owed', async (kind, code, billed, count) => {
    const { imageTo3d, owed, posts, sandbox } = setUp(kind === 'silence' ? { paidMs: 200 } : {});
    sandbox.faults.add({ kind });
    await expect(imageTo3d({ model: 'stable-fast-3d', image })).rejects.toMatchObject({ code, billed });
    expect([posts(), owed().length]).toEqual([1, count]);
  });
});
