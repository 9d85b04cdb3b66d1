import { expect, it } from 'vitest';
import * as z from 'zod';
import { assetInput, createOperation, flatPrice, model, type Spec } from '../src/index.ts';
import { createHeaderMedia } from '../src/memory.ts';
import { createFakeVendor, done, png } from './fake-vendor.ts';

const input = z.strictObject({
  image: assetInput,
  views: z.strictObject({ back: assetInput.optional() }).optional(),
  masks: z.array(assetInput),
});
const models = {
  'fake/parts': model({
    name: 'Parts',
    endpoint: 'parts',
    options: z.strictObject({}),
    wire: { image: 'image', 'views.back': 'back', masks: { field: 'masks', as: 'list', max: 4, edit: 'black' } },
    needs: ['image'],
    price: flatPrice(1),
    tier: 'budget',
    capabilities: [],
    deadline: 60,
    asOf: '2026-11-01',
  }),
} as const;
const spec: Spec<'parts', typeof input, typeof models> = {
  id: 'parts',
  input,
  assets: { image: 'image', 'views.back': 'image', masks: 'mask' },
  output: 'image',
  models,
};

it('takes in each file of a structure, and makes each mask of a list as its vendor wants it', async () => {
  const wanted: unknown[] = [];
  const vendor = createFakeVendor({ start: [() => done()] });
  const fitMask = async (_: unknown, target: object) => {
    wanted.push(target);
    return png;
  };
  const media = { ...createHeaderMedia(), fitMask };
  const parts = createOperation(spec, { providers: { fake: vendor as never }, media });
  await parts({ image: png, views: { back: png }, masks: [png, png] });
  const slot = { $asset: expect.stringMatching(/^asset_/) };
  expect(vendor.started[0]!.body).toEqual({ image: slot, back: slot, masks: [slot, slot] });
  const { masks } = vendor.started[0]!.body as { masks: { $asset: string }[] };
  expect(masks[0]!.$asset).not.toBe(masks[1]!.$asset);
  expect(wanted).toMatchObject([
    { width: 1, height: 1, edit: 'black' },
    { width: 1, height: 1, edit: 'black' },
  ]);
});
