import { drawOptions, type Extent } from '@image-studio/core/contracts';
import { describe, expect, it } from 'vitest';
import { upscaleSpec } from '../src/index.ts';
import { photo, setUp } from './set-up.ts';

const rows = Object.entries(upscaleSpec.models).filter(([id]) => id.startsWith('wavespeed/'));
const extents: readonly Extent[] = ['minimal', 'maximal'];

describe('every upscale model of WaveSpeed', () => {
  it.each(rows.flatMap(([id, row]) => extents.map((extent) => [id, extent, row] as const)))(
    '%s with %s options makes a picture and bills what was quoted',
    async (id, extent, row) => {
      const { sandbox, upscale } = setUp();
      // The largest an option allows is a file of gigabytes.
      const without = ['target_megapixels', 'target', 'target_resolution'];
      const options = drawOptions(row.options, { extent, picture: '', without });
      const result = await upscale({
        model: [id as 'image-upscaler'],
        image: photo,
        ...('scale' in row.wire ? { scale: 2 } : {}),
        options,
      });
      expect(result.outputs[0]).toMatchObject({ kind: 'image', width: expect.any(Number) });
      expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
    },
  );
});
