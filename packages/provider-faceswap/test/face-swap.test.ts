import { priceOf } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { faceSwapSpec } from '../src/index.ts';
import { picture, setUp } from './set-up.ts';

const inputs = {
  image: await picture('#47a'),
  face: await picture('#fc9', 64, 64),
  target: await picture('#963', 32, 32),
};

describe('a face swap', () => {
  it.each(Object.entries(faceSwapSpec.models).filter(([, row]) => row.alias !== undefined))(
    'by %s is made and bills what was quoted',
    async (id, row) => {
      const { sandbox, faceSwap } = setUp({ mostPixels: 10_000 });
      const needed = Object.entries(inputs).filter(([name]) => row.needs.some((need) => need.split('.')[0] === name));
      const result = await faceSwap({ ...Object.fromEntries(needed), model: [id] } as never);
      expect(result.outputs).toMatchObject([{ kind: 'image', width: expect.any(Number) }]);
      expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
      expect(result.charge).toBe(priceOf(row.price, {}).micros);
    },
  );

  it('puts each picture where its vendor wants it', async () => {
    const { sent, faceSwap } = setUp();
    await faceSwap({ model: 'image-face-swap', image: inputs.image, face: inputs.face, faceIndex: 0, consent: true });
    expect(sent()).toEqual({ image: expect.any(String), face_image: expect.any(String), target_index: 0 });
    expect(sent()['image']).not.toBe(sent()['face_image']);
  });

  it('of several faces sends both lists', async () => {
    const { sent, faceSwap } = setUp();
    const { image, face, target } = inputs;
    await faceSwap({ model: 'akool-face-swap', image, faces: [face, target], targets: [target, face] });
    expect(sent()).toMatchObject({
      source_image: [expect.any(String), expect.any(String)],
      target_image: [expect.any(String), expect.any(String)],
    });
  });

  it.each([
    ['no face', { image: inputs.image }, 'invalid_request'],
    ['a face that nobody has', { ...inputs, faceIndex: 11 }, 'invalid_request'],
    [
      'several faces for a model that takes one',
      { model: 'infinite-you', image: inputs.image, faces: [inputs.face, inputs.face] },
      'unsupported',
    ],
    [
      'a gender, which no model here tells',
      { model: 'infinite-you', image: inputs.image, face: inputs.face, gender: 'female' },
      'unsupported',
    ],
  ])('with %s is refused before anything is spent', async (_, request, code) => {
    const { sandbox, faceSwap } = setUp();
    await expect(faceSwap(request as never)).rejects.toMatchObject({ code, billed: 'no' });
    expect(sandbox.bills()).toEqual([]);
  });
});
