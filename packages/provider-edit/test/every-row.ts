import type { Model } from '@image-studio/core';
import { drawOptions, type Extent } from '@image-studio/core/contracts';
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

/** Sends a row's request to the sandbox: what came back, what the vendor took for it and what was quoted. */
export async function sendRow(id: string, row: Model, extent: Extent) {
  const { sandbox, edit } = setUp();
  const { outputs, charge } = await edit({ model: [id as 'qwen-edit'], ...requestOf(row, extent) });
  const [output] = outputs;
  const isNew = Buffer.compare(await output!.bytes(), photo) !== 0;
  return { kind: output!.kind, isNew, billed: sandbox.bills().map(({ micros }) => micros), quoted: [charge] };
}
