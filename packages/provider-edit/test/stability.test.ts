import { type Model, priceOf } from '@image-studio/core';
import { drawOptions, type Extent } from '@image-studio/core/contracts';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { editSpec } from '../src/index.ts';
import { mask, photo } from './set-up.ts';
import { pixel, plain, setUp } from './stability-set-up.ts';

const rows = Object.entries(editSpec.models).filter(([id]) => id.startsWith('stability/'));
const extents: readonly Extent[] = ['minimal', 'maximal'];
const reference = await plain('#a40');
const all = {
  prompt: 'a red fox',
  negativePrompt: 'x',
  image: photo,
  mask,
  search: 'a dog',
  reference,
  lightReference: reference,
};

/** The least or the most that a row takes. Some rows want what they cannot name one by one: sides to grow, a background. */
function requestOf(row: Model, extent: Extent): object {
  const takes = (name: string) => row.needs.includes(name) || (extent === 'maximal' && name in row.wire);
  const inputs = Object.entries(all).filter(([name]) => takes(name));
  const expand =
    'expand.left' in row.wire
      ? { expand: extent === 'maximal' ? { left: 8, right: 8, top: 8, bottom: 8 } : { top: 8 } }
      : {};
  const background = row.kinds?.includes('relight') ? { prompt: 'a beach' } : {};
  return {
    ...background,
    ...Object.fromEntries(inputs),
    ...expand,
    options: drawOptions(row.options, { extent, picture: '' }),
  };
}

describe('every edit model of Stability', () => {
  it.each(rows.flatMap(([id, row]) => extents.map((extent) => [id, extent, row] as const)))(
    '%s does the %s request, bills what was quoted and changes the picture',
    async (id, extent, row) => {
      const { edit, owed, posts } = setUp();
      const { outputs, charge, warnings, seed } = await edit({
        model: [id as 'stability-erase'],
        ...requestOf(row, extent),
      });
      expect([owed(), posts(), warnings]).toEqual([[charge], 1, []]);
      expect(charge).toBe(priceOf(row.price, {}).micros);
      expect(outputs).toMatchObject([{ kind: 'image', width: expect.any(Number) }]);
      expect(Buffer.compare(await outputs[0].bytes(), photo)).not.toBe(0);
      expect(seed).toEqual(expect.any(Number));
    },
  );
});

describe('an edit by Stability', () => {
  it('paints where the mask is white and nowhere else', async () => {
    const { edit } = setUp();
    const options = { output_format: 'png' } as const;
    const image = await plain('#47a');
    const { outputs } = await edit({ model: 'stability-inpaint', prompt: 'x', image, mask, options });
    const bytes = await outputs[0].bytes();
    expect(outputs[0]).toMatchObject({ width: 96, height: 64, mediaType: 'image/png' });
    expect(await pixel(bytes, 70, 10)).toEqual([0x44, 0x77, 0xaa]);
    expect(await pixel(bytes, 10, 10)).not.toEqual([0x44, 0x77, 0xaa]);
  });

  it('grows by as many pixels at each side as were asked for', async () => {
    const { edit, sent } = setUp();
    const image = await plain('#47a');
    const { outputs } = await edit({ model: 'stability-outpaint', image, expand: { left: 30, bottom: 7, right: 0 } });
    expect(sent()).toMatchObject({ left: '30', down: '7', right: '0' });
    expect(outputs[0]).toMatchObject({ width: 126, height: 71 });
    expect(await pixel(await outputs[0].bytes(), 40, 5)).toEqual([0x44, 0x77, 0xaa]);
  });

  it('grows to a shape with the picture in the middle', async () => {
    const { edit, sent } = setUp();
    const { outputs, warnings } = await edit({ model: 'stability-outpaint', image: photo, aspectRatio: '2:1' });
    expect(sent()).toMatchObject({ left: '16', right: '16' });
    expect([outputs, warnings]).toMatchObject([[{ width: 128, height: 64 }], []]);
  });

  it('sends what the caller set in the names of the vendor, and the seed that marks the call', async () => {
    const { edit, sent } = setUp();
    const request = { image: photo, prompt: 'a cat', search: 'a dog', options: { grow_mask: 0 } };
    const { seed } = await edit({ model: 'stability-search-replace', ...request });
    const image = `${photo.length} bytes`;
    expect(sent()).toEqual({ image, prompt: 'a cat', search_prompt: 'a dog', grow_mask: '0', seed: String(seed) });
  });

  it('takes 0 for a seed, which asks for any, and tells which it was', async () => {
    const { edit, sent } = setUp();
    const options = { seed: 0 };
    const { seed } = await edit({ model: 'stability-control-sketch', prompt: 'x', image: photo, options });
    expect([sent()['seed'], seed]).toEqual(['0', expect.any(Number)]);
    expect(seed).toBeGreaterThan(0);
  });

  it('cuts out with transparency', async () => {
    const { edit } = setUp();
    const { outputs } = await edit({ kind: 'remove-background', image: photo });
    const { channels } = await sharp(await outputs[0].bytes()).stats();
    expect(channels[3]?.min).toBe(0);
  });

  it.each([
    ['erase', {}],
    ['outpaint', { expand: { left: 4 } }],
    ['search-replace', { search: 'a dog' }],
    ['search-recolor', { search: 'a dog' }],
    ['relight', {}],
    ['style-transfer', {}],
    ['structure', {}],
  ] as const)('is found by the kind %s', async (kind, more) => {
    const { edit, owed } = setUp();
    const masked = kind === 'erase' ? { mask } : { prompt: 'x' };
    const { charge } = await edit({ kind, image: photo, ...masked, ...more });
    expect(owed()).toEqual([charge]);
  });
});

const tall = await plain('#47a', 64, 200);
const tiny = await plain('#47a', 63, 63);

describe('before Stability is asked', () => {
  it.each([
    ['a missing mask', { model: ['stability-erase'], image: photo }, ['mask']],
    ['nothing to search', { model: ['stability-search-replace'], image: photo, prompt: 'x' }, ['search']],
    ['no side to grow', { model: ['stability-outpaint'], image: photo }, ['expand', 'left']],
    ['sides that do not grow', { model: ['stability-outpaint'], image: photo, expand: { left: 0 } }, ['expand']],
    ['neither words nor a picture for the background', { model: ['stability-relight'], image: photo }, ['prompt']],
    [
      'strong light from nowhere',
      { model: ['stability-relight'], image: photo, prompt: 'x', options: { light_source_strength: 1 } },
      ['lightReference'],
    ],
    ['a missing style', { model: ['stability-control-style-transfer'], image: photo }, ['reference']],
    ['a picture too tall', { model: ['stability-control-sketch'], image: tall, prompt: 'x' }, ['image']],
    ['a picture too small', { model: ['stability-remove-background'], image: tiny }, ['image']],
    [
      'a strange option',
      { model: ['stability-erase'], image: photo, mask, options: { steps: 3 } },
      ['options', 'steps'],
    ],
    [
      'a number out of range',
      { model: ['stability-erase'], image: photo, mask, options: { grow_mask: 21 } },
      ['options', 'grow_mask'],
    ],
  ])('%s is refused, with its place', async (_, request, path) => {
    const { edit, posts } = setUp();
    await expect(edit(request as never)).rejects.toMatchObject({
      code: 'invalid_request',
      billed: 'no',
      details: { issues: [{ path }] },
    });
    expect(posts()).toBe(0);
  });

  it('sides to grow are refused by a model that does not grow', async () => {
    const { edit } = setUp();
    const request = { model: ['stability-erase'], image: photo, mask, expand: { left: 8 } } as const;
    const details = { input: 'expand', models: ['stability/outpaint'] };
    await expect(edit(request)).rejects.toMatchObject({ code: 'unsupported', details });
  });
});
