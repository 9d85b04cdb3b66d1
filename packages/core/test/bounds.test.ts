import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { assetInput, type AssetRef, flatPrice, model, plan, type Spec } from '../src/index.ts';

const row = {
  endpoint: 'x',
  options: z.strictObject({ strength: z.number().optional(), light: z.number().optional() }),
  needs: [],
  price: flatPrice(1),
  tier: 'budget',
  capabilities: [],
  deadline: 60,
  asOf: '2026-11-01',
} as const;
const models = {
  'fake/picky': model({
    ...row,
    name: 'Picky',
    wire: {
      image: {
        field: 'init_image',
        as: 'picture',
        minSide: 64,
        maxSide: 2000,
        minPixels: 5000,
        maxPixels: 1_000_000,
        maxRatio: 2.5,
        maxBytes: 500,
        mediaTypes: ['image/png', 'image/jpeg'],
      },
      ratio: { field: 'ratio', as: 'aspect', values: ['1:1', '16:9'] },
      place: 'place',
      lamp: 'lamp',
      scale: { field: 'scale', as: 'fixed', value: 4 },
      formats: { field: 'format', as: 'fixed', value: 'glb' },
    },
    checks: [
      { when: { present: 'init_image' }, field: 'ratio', oneOf: [] },
      { when: { present: 'strength' }, needs: ['init_image'] },
      { when: { present: 'light' }, needs: ['lamp', 'place', 'strength'] },
    ],
  }),
  'fake/grower': model({
    ...row,
    name: 'Grower',
    wire: {
      image: 'image',
      'expand.left': { field: 'left', as: 'range', min: 0, max: 2000 },
      'expand.right': { field: 'right', as: 'range', min: 0, max: 2000 },
      'expand.top': { field: 'up', as: 'range', min: 0, max: 2000 },
      'expand.bottom': { field: 'down', as: 'range', min: 0, max: 2000 },
    },
  }),
} as const;
const input = z.strictObject({ image: assetInput.optional() }).loose();
const assets = { image: 'image' } as const;
const spec: Spec<'bounds', typeof input, typeof models> = { id: 'bounds', input, assets, output: 'image', models };

const picture = (width: number, height: number, facts: Partial<AssetRef> = {}): AssetRef => ({
  asset: 'asset_a',
  kind: 'image',
  mediaType: 'image/png',
  size: 100,
  sha256: 'a',
  width,
  height,
  seconds: null,
  ...facts,
});
const planFor = (id: string, inputs: object, options = {}) =>
  plan({ spec, id, inputs: inputs as never, options, count: 1, vendors: new Set(['fake']) });

describe('a picture within bounds', () => {
  it.each([[picture(100, 100)], [picture(160, 64)], [picture(0, 0, { width: null, height: null })]])(
    'is taken: %o',
    (image) => {
      expect(planFor('fake/picky', { image }).body).toEqual({ init_image: { $asset: 'asset_a' } });
    },
  );

  it.each([
    [picture(100, 63), 'Sides of at least 64 pixels'],
    [picture(2001, 900), 'Sides of at most 2000 pixels'],
    [picture(70, 70), 'At least 5000 pixels'],
    [picture(1001, 1000), 'At most 1000000 pixels'],
    [picture(161, 64), 'Sides of at most 2.5 to 1'],
    [picture(100, 100, { size: 501 }), 'At most 500 bytes'],
    [picture(100, 100, { mediaType: 'image/gif' }), 'takes image/png, image/jpeg, got image/gif'],
  ])('is not %o', (image, message) => {
    const issues = [{ path: ['image'], message: expect.stringContaining(message) }];
    expect(() => planFor('fake/picky', { image })).toThrow(expect.objectContaining({ details: { issues } }));
  });
});

describe('fields that depend on each other', () => {
  const image = picture(100, 100);
  it.each([
    [{ ratio: '1:1', image }, {}, ['ratio'], 'left out'],
    [{}, { strength: 1 }, ['image'], 'Picky needs this together'],
    [{}, { light: 1 }, ['lamp'], 'needs this, or place, options.strength'],
  ])('%j with %j is refused', (inputs, options, path, message) => {
    const issues = [{ path, message: expect.stringContaining(message) }];
    expect(() => planFor('fake/picky', inputs, options)).toThrow(expect.objectContaining({ details: { issues } }));
  });

  it('are sent together', () => {
    const { body } = planFor('fake/picky', { image, place: 'here' }, { strength: 1, light: 0 });
    expect(body).toEqual({ init_image: { $asset: 'asset_a' }, place: 'here', strength: 1, light: 0 });
  });
});

describe('what a model always does', () => {
  it('may be asked for and is not sent', () => {
    expect(planFor('fake/picky', { scale: 4, formats: ['glb'] })).toMatchObject({ body: {}, warnings: [] });
  });

  it('is done instead of another number, and said; another word is refused', () => {
    const { body, warnings } = planFor('fake/picky', { scale: 2 });
    expect([body, warnings]).toMatchObject([{}, [{ code: 'scale_adjusted', asked: '2', planned: '4' }]]);
    expect(() => planFor('fake/picky', { formats: ['obj'] })).toThrow('formats: This model does not know "obj"');
  });
});

describe('a picture that grows', () => {
  const image = picture(100, 60);
  it.each([
    [{ expand: { left: 7, bottom: 9 } }, { left: 7, down: 9 }],
    [{ size: { width: 105, height: 60 } }, { left: 2, right: 3 }],
    [{ size: { width: 100, height: 80 } }, { up: 10, down: 10 }],
    [{ aspectRatio: '1:1' }, { up: 20, down: 20 }],
    [{ aspectRatio: '2:1' }, { left: 10, right: 10 }],
  ])('by %j gets %j', (inputs, margins) => {
    expect(planFor('fake/grower', { image, ...inputs }).body).toEqual({ image: { $asset: 'asset_a' }, ...margins });
  });

  it.each([
    [{ size: { width: 90, height: 80 } }, ['size'], 'ask for more than 100x60'],
    [{ aspectRatio: '5:3' }, ['aspectRatio'], 'ask for more than 100x60'],
    [{ aspectRatio: '1:1', expand: { left: 1 } }, ['aspectRatio'], 'Means the same as "expand"'],
    [{ aspectRatio: '1:1', size: { width: 200, height: 200 } }, ['size'], 'Means the same as "aspectRatio"'],
  ])('is not told twice or to shrink: %j', (inputs, path, message) => {
    const issues = [{ path, message: expect.stringContaining(message) }];
    expect(() => planFor('fake/grower', { image, ...inputs })).toThrow(
      expect.objectContaining({ details: { issues } }),
    );
  });

  it('is refused by a model that does not grow, naming one that does', () => {
    const details = { input: 'expand', models: ['fake/grower'] };
    const wanted = expect.objectContaining({ code: 'unsupported', details });
    expect(() => planFor('fake/picky', { image: picture(100, 100), expand: { left: 1 } })).toThrow(wanted);
  });
});
