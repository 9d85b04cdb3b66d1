import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { assetInput, type AssetRef, flatPrice, model, plan, priceOf, type Spec } from '../src/index.ts';

const row = { endpoint: 'x', needs: [], tier: 'budget', capabilities: [], deadline: 60, asOf: '2026-11-01' } as const;
const models = {
  'fake/clip': model({
    ...row,
    name: 'Clip',
    options: z.strictObject({ mode: z.enum(['fast', 'fine']).optional() }),
    wire: {
      prompt: { field: 'prompt', as: 'text', min: 3, max: 5 },
      images: { field: 'images', as: 'list', min: 2, max: 3 },
      seconds: { field: 'duration', as: 'range', min: 1, max: 10 },
      audio: 'audio',
    },
    checks: [{ when: { field: 'mode', is: 'fine' }, field: 'duration', oneOf: [5, 10] }],
    price: {
      basis: 'exact',
      unit: 'second',
      lines: [{ label: 'per second', amount: { product: [1000, { seconds: 'audio', unknown: 600 }] } }],
    },
  }),
  'fake/large': model({
    ...row,
    name: 'Large',
    options: z.strictObject({}),
    wire: { image: 'image', scale: { field: 'target', as: 'megapixels', min: 1, max: 64, whole: true } },
    price: flatPrice(1),
  }),
} as const;
const input = z.strictObject({ image: assetInput.optional() }).loose();
const spec: Spec<'body', typeof input, typeof models> = {
  id: 'body',
  input,
  assets: { image: 'image', images: 'image', audio: 'audio' },
  output: 'video',
  models,
};

const file = (facts: Partial<AssetRef>): AssetRef => ({
  asset: 'asset_a',
  kind: 'image',
  mediaType: 'image/png',
  size: 1,
  sha256: 'a',
  width: 1000,
  height: 1000,
  seconds: null,
  ...facts,
});
const planWith = (id: string, inputs: object, options = {}) =>
  plan({ spec, id, inputs: inputs as never, options, count: 1, vendors: new Set(['fake']) });

describe('a body', () => {
  it.each([
    ['a text that is too short', { prompt: 'ab' }, /At least 3 characters for this model, got 2/],
    ['a text that is too long, by character', { prompt: '🙂🙂🙂🙂🙂🙂' }, /At most 5 characters for this model, got 6/],
    ['too few pictures', { images: [file({})] }, /At least 2 for this model, got 1/],
    ['too many pictures', { images: [file({}), file({}), file({}), file({})] }, /At most 3 for this model, got 4/],
  ])('with %s is refused', (_, inputs, message) => {
    expect(() => planWith('fake/clip', inputs)).toThrow(message);
  });

  it('counts an emoji as one character', () => {
    expect(planWith('fake/clip', { prompt: '🙂🙂🙂' }).body).toEqual({ prompt: '🙂🙂🙂' });
  });

  it('has only values that go together, and the refusal names the input', () => {
    expect(planWith('fake/clip', { seconds: 7 }, { mode: 'fast' }).body).toEqual({ mode: 'fast', duration: 7 });
    expect(planWith('fake/clip', { seconds: 10 }, { mode: 'fine' }).body).toMatchObject({ duration: 10 });
    expect(() => planWith('fake/clip', { seconds: 7 }, { mode: 'fine' })).toThrow(
      expect.objectContaining({ details: { issues: [expect.objectContaining({ path: ['seconds'] })] } }),
    );
  });

  it('comes with the lengths of its files, which the price counts', () => {
    const { body, seconds } = planWith('fake/clip', { audio: file({ kind: 'audio', seconds: 12.5 }) });
    expect(seconds).toEqual({ audio: 12.5 });
    expect(priceOf(models['fake/clip'].price, body, seconds).micros).toBe(12_500);
  });

  it.each([
    ['an enlargement', { scale: 3 }, 9, undefined],
    ['one with a broken number of megapixels, upwards', { scale: 1.5 }, 3, '3 megapixels'],
    ['one beyond the largest', { scale: 16 }, 64, '64 megapixels'],
  ])('says %s in millions of pixels', (_, inputs, target, planned) => {
    const found = planWith('fake/large', { image: file({}), ...inputs });
    expect(found.body).toMatchObject({ target });
    expect(found.warnings[0]?.planned).toBe(planned);
  });
});
