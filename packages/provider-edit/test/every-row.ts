import type { Model } from '@image-studio/core';
import { drawOptions, type Extent } from '@image-studio/core/contracts';
import { expect } from 'vitest';
import { mask, photo, setUp } from './set-up.ts';

const picture = `data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}`;
const inputs = { prompt: 'make it dusk', image: photo, mask, aspectRatio: '1:1', size: { width: 960, height: 1696 } };

/** The least or the most that a row takes; files small, so that many rows are quick. */
function requestOf(row: Model, extent: Extent): object {
  const takes = (name: string) => name in row.wire || `${name}s` in row.wire;
  const given = Object.entries(inputs).filter(
    ([name]) => row.needs.includes(name) || (extent === 'maximal' && takes(name) && !/size|aspect/.test(name)),
  );
  const fields = Object.values(row.wire).map((form) => (typeof form === 'string' ? form : form.field));
  const options = drawOptions(row.options, { extent, picture, without: fields });
  return { ...Object.fromEntries(given), options };
}

/** Sends a row's request to the sandbox: a picture comes back, billed at exactly the quoted price. */
export async function expectExactBill(id: string, row: Model, extent: Extent): Promise<void> {
  const { sandbox, edit } = setUp();
  const result = await edit({ model: [id as 'qwen-edit'], ...requestOf(row, extent) });
  expect(result.outputs[0]).toMatchObject({ kind: 'image', width: expect.any(Number), height: expect.any(Number) });
  expect(await result.outputs[0]!.bytes()).not.toEqual(photo);
  expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
}
