import { describe, expect, it } from 'vitest';
import { getModels, listModels, specs } from '../src/index.ts';

describe('the registry', () => {
  it('has every row of every operation, once', () => {
    const rows = listModels();
    expect(rows).toHaveLength(Object.values(specs).reduce((sum, { models }) => sum + Object.keys(models).length, 0));
    expect(new Set(rows.map(({ operation, id }) => `${operation} ${id}`)).size).toBe(rows.length);
  });

  it('has no alias that means two rows of one operation', () => {
    for (const { id, models } of Object.values(specs)) {
      const names = Object.entries(models).flatMap(([model, { alias }]) => (alias ? [model, alias] : [model]));
      expect(new Set(names).size, id).toBe(names.length);
    }
  });

  it('prices every row in whole micro-dollars whose lines add up', () => {
    for (const { id, price } of listModels()) {
      expect(Number.isSafeInteger(price.defaultMicros), id).toBe(true);
      expect(
        price.lines.reduce((sum, { micros }) => sum + micros, 0),
        id,
      ).toBe(price.defaultMicros);
    }
  });

  it.each([
    [
      { operation: 'upscale', vendor: 'wavespeed' },
      ['bria-increase-resolution', 'image-upscaler', 'ultimate-image-upscaler'],
    ],
    [
      { operation: 'upscale', vendor: 'stability' },
      ['stability-upscale-fast', 'stability-upscale-conservative', 'stability-upscale-creative'],
    ],
    [{ operation: 'upscale', vendor: 'local' }, ['lanczos3']],
    [{ kind: 'inpaint', vendor: 'wavespeed' }, ['gpt-image-1', 'z-image-turbo-inpaint']],
    [{ tier: 'premium', operation: 'upscale', vendor: 'wavespeed' }, ['ultimate-image-upscaler']],
    [{ capability: 'multi_image', maxPrice: 20_000 }, ['qwen-edit-plus']],
  ] as const)('finds %j, among others the known ones', (filter, aliases) => {
    expect(listModels(filter).flatMap(({ alias }) => alias ?? [])).toEqual(aliases);
  });

  it('finds a model by id and by alias, and tells when there is none', () => {
    expect(getModels('qwen-edit')).toEqual(getModels('wavespeed/wavespeed-ai/qwen-image/edit'));
    expect(() => getModels('no-such')).toThrow(expect.objectContaining({ code: 'unknown_model' }));
  });
});
