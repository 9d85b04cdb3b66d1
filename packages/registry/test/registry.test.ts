import { describe, expect, it } from 'vitest';
import { getModels, listModels, registry, specs } from '../src/index.ts';

describe('the registry', () => {
  it('has every row of every operation, once', () => {
    const rows = listModels();
    expect(rows).toHaveLength(Object.values(specs).reduce((sum, { models }) => sum + Object.keys(models).length, 0));
    expect(new Set(rows.map(({ operation, id }) => `${operation} ${id}`)).size).toBe(rows.length);
    expect(Object.values(registry.listByCategory()).flat()).toEqual(rows);
  });

  it('has no name that means two rows of one operation', () => {
    for (const { id, models } of Object.values(specs)) {
      const names = Object.entries(models).flatMap(([model, { alias }]) => (alias ? [model, alias] : [model]));
      expect(new Set(names).size, id).toBe(names.length);
    }
  });

  it('prices every runnable row in whole micro-dollars whose lines add up, from its cheapest on', () => {
    for (const { id, price } of listModels({ runnable: true })) {
      expect(Number.isSafeInteger(price!.defaultMicros), id).toBe(true);
      expect(price!.minMicros, id).toBeLessThanOrEqual(price!.defaultMicros);
      expect(
        price!.lines.reduce((sum, { micros }) => sum + micros, 0),
        id,
      ).toBe(price!.defaultMicros);
    }
  });

  it.each([
    [{ operation: 'upscale', vendor: 'local' }, ['lanczos3']],
    [{ operation: 'upscale', vendor: 'wavespeed', tier: 'premium' }, ['ultimate-image-upscaler']],
    [{ vendor: 'wavespeed', kind: 'inpaint' }, ['gpt-image-1', 'z-image-turbo-inpaint']],
    [{ vendor: 'wavespeed', capability: 'multi_image', maxPrice: 20_000 }, ['qwen-edit-plus']],
    [{ operation: 'upscale', maxPrice: 0 }, ['lanczos3']],
    [
      { vendor: 'wavespeed', operation: 'edit', accepts: ['mask', 'prompt'], maxPrice: 45_000 },
      ['gpt-image-1', 'image-eraser', 'z-image-turbo-inpaint'],
    ],
  ] as const)('finds %j, among others the known ones', (filter, aliases) => {
    expect(listModels(filter).flatMap(({ alias }) => alias ?? [])).toEqual(aliases);
  });

  it('finds the rows that take an input', () => {
    for (const accepts of ['mask', 'images', 'size'] as const) {
      const found = listModels({ accepts });
      expect(found.length).toBeGreaterThan(5);
      expect(found.every(({ inputs }) => inputs.includes(accepts))).toBe(true);
    }
  });

  it('finds a model by id and by alias, in one operation or in all, and tells when there is none', () => {
    expect(getModels('qwen-edit')).toEqual(getModels('wavespeed/wavespeed-ai/qwen-image/edit'));
    expect(registry.get('edit', 'qwen-edit').id).toBe('wavespeed/wavespeed-ai/qwen-image/edit');
    expect(() => getModels('no-such')).toThrow(expect.objectContaining({ code: 'unknown_model' }));
    expect(() => registry.get('upscale', 'qwen-edit')).toThrow(expect.objectContaining({ code: 'unknown_model' }));
    expect(() => registry.get('paint', 'qwen-edit')).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  it('tells the options of a model as JSON Schema and its price as a rule', () => {
    expect(registry.get('edit', 'nano-banana-pro-edit-ultra')).toMatchObject({
      options: { type: 'object', properties: { resolution: { enum: ['4k', '8k'] } }, additionalProperties: false },
      rule: { unit: 'image', defaults: { resolution: '4k' } },
    });
  });
});

describe('a price without a run', () => {
  it('of one call is what its options make it', () => {
    const cost = (options: object) =>
      registry.getCost({ operation: 'edit', model: 'nano-banana-pro-edit-ultra', options: options as never });
    expect([cost({}).micros, cost({ resolution: '8k' }).micros]).toEqual([150_000, 180_000]);
    expect(() => cost({ resolution: '16k' })).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });

  it('of one call depends on its inputs', () => {
    const cost = (inputs: object) =>
      registry.getCost({ operation: 'video', model: 'wan-2.5-image-to-video', inputs: inputs as never }).micros;
    expect(cost({ seconds: 10 })).toBe(2 * cost({ seconds: 5 }));
  });

  it('of a request counts its results and tells its calls and warnings', () => {
    const request = { model: 'qwen-edit', prompt: 'x', image: { width: 800, height: 600 }, count: 3 };
    expect(registry.quote('edit', request)).toMatchObject({
      models: ['wavespeed/wavespeed-ai/qwen-image/edit'],
      price: { micros: 60_000, basis: 'exact' },
      calls: 3,
      warnings: [],
    });
    const wide = { ...request, count: 1, size: { width: 4000, height: 1000 } };
    expect(registry.quote('edit', wide).warnings).toMatchObject([{ code: 'size_adjusted' }]);
    expect(() => registry.quote('edit', { ...request, image: undefined })).toThrow(/image: .* needs this/);
  });

  it('of a request without a model tells which one it would be', () => {
    const { models, reason, ranking } = registry.quote('upscale', { image: { width: 500, height: 400 }, scale: 2 });
    expect(models).toEqual([ranking[0]!.id]);
    expect(reason).toContain('preferring balanced');
  });

  it('depends on the pixels of a picture where the model is paid by them', () => {
    const micros = (side: number) =>
      registry.quote('upscale', {
        model: 'wavespeed/clarity-ai/pro-upscaler',
        image: { width: side, height: side },
        scale: 2,
      }).price.micros;
    expect(micros(2000)).toBeGreaterThan(micros(1000));
  });
});
