import { priceOf } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { characterSpec } from '../src/index.ts';
import { picture, setUp } from './set-up.ts';

const inputs = { prompt: 'at the beach', reference: await picture('#a74') };

describe('a picture of a character', () => {
  it.each(Object.entries(characterSpec.models).filter(([, row]) => row.alias !== undefined))(
    'by %s is made and bills what was quoted',
    async (id, row) => {
      const { sandbox, character } = setUp({ mostPixels: 10_000 });
      const needed = Object.entries(inputs).filter(([name]) => row.needs.some((need) => need.split('.')[0] === name));
      const result = await character({ ...Object.fromEntries(needed), model: [id] } as never);
      expect(result.outputs).toMatchObject([{ kind: 'image', width: expect.any(Number) }]);
      expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
      expect(result.charge).toBe(priceOf(row.price, {}).micros);
    },
  );

  it('keeps the consent and does not send it', async () => {
    const { sent, character } = setUp();
    await character({ model: 'ideogram-character', ...inputs, consent: 'contract 12' });
    expect(sent()).toEqual({ prompt: 'at the beach', image: expect.stringMatching(/^http/) });
  });

  it('takes one reference under either name, and several where the model does', async () => {
    const { sent, character } = setUp();
    const { prompt, reference } = inputs;
    await character({ model: 'vidu-reference-to-image-q2', prompt, references: [reference, await picture('#4a7')] });
    expect(sent()).toMatchObject({ images: [expect.any(String), expect.any(String)] });
    await character({ model: 'instant-character', prompt, references: [reference] });
    await expect(
      character({ model: 'instant-character', prompt, references: [reference, reference] }),
    ).rejects.toMatchObject({
      code: 'unsupported',
      details: { input: 'references', models: expect.arrayContaining(['wavespeed/vidu/reference-to-image-q2']) },
    });
  });

  it.each([
    ['Turbo', 100_000],
    ['Quality', 200_000],
  ] as const)('at speed %s costs %d micro-dollars, as the vendor bills', async (rendering_speed, micros) => {
    const { sandbox, character } = setUp();
    const result = await character({ model: 'ideogram-character', ...inputs, options: { rendering_speed } });
    expect([result.charge, ...sandbox.bills().map((bill) => bill.micros)]).toEqual([micros, micros]);
  });

  it('without a reference, or with a refused consent, costs nothing', async () => {
    const { sandbox, character } = setUp();
    for (const request of [{ prompt: 'x' }, { ...inputs, consent: false }])
      await expect(character(request as never)).rejects.toMatchObject({ code: 'invalid_request', billed: 'no' });
    expect(sandbox.bills()).toEqual([]);
  });
});
