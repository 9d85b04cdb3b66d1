import { priceOf } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { generateSpec } from '../src/index.ts';
import { picture, setUp } from './set-up.ts';

const inputs = { prompt: 'a harbour at dusk', images: [await picture('#47a')], image: await picture('#47a') };

describe('a generation', () => {
  it.each(
    Object.entries(generateSpec.models).filter(([id, row]) => id.startsWith('wavespeed/') && row.alias !== undefined),
  )('by %s is made and bills what was quoted', async (id, row) => {
    const { sandbox, generate } = setUp({ mostPixels: 10_000 });
    const needed = Object.entries(inputs).filter(([name]) => row.needs.some((need) => need.split('.')[0] === name));
    const result = await generate({ ...Object.fromEntries(needed), model: [id] } as never);
    expect(result.outputs).toMatchObject([{ kind: 'image', width: expect.any(Number) }]);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
    expect(result.charge).toBe(priceOf(row.price, {}).micros);
  });

  it('sends nothing but what the caller set, and a seed that marks the call', async () => {
    const { sent, generate } = setUp();
    const result = await generate({ model: 'qwen-image', prompt: 'x', size: { width: 768, height: 1024 } });
    expect(sent()).toEqual({ prompt: 'x', size: '768*1024', seed: result.seed });
    expect(result).toMatchObject({ warnings: [], outputs: [{ width: 768, height: 1024 }] });
  });

  it('takes a shape where the model wants pixels', async () => {
    const { sent, generate } = setUp();
    const result = await generate({ model: 'qwen-image', prompt: 'x', aspectRatio: '16:9' });
    expect(sent()).toMatchObject({ size: '1368*768' });
    expect(result.warnings).toEqual([]);
  });

  it('takes pixels where the model wants a shape, and says what is planned', async () => {
    const { sent, generate } = setUp();
    const size = { width: 1920, height: 1080 };
    const result = await generate({ model: 'ideogram-v3-turbo', prompt: 'x', size });
    expect(sent()).toMatchObject({ aspect_ratio: '16:9' });
    expect(result.warnings).toMatchObject([{ code: 'size_adjusted', asked: '1920x1080', planned: '16:9' }]);
  });

  it('speaks of styles in one way, and names those a model has', async () => {
    const { sent, generate } = setUp();
    await generate({ model: 'ideogram-v3-turbo', prompt: 'x', style: 'realistic' });
    expect(sent()).toMatchObject({ style: 'Realistic' });
    await expect(generate({ model: 'ideogram-v3-turbo', prompt: 'x', style: 'baroque' })).rejects.toMatchObject({
      code: 'invalid_request',
      details: { issues: [{ path: ['style'], message: expect.stringContaining('auto, general, realistic, design') }] },
    });
  });

  it.each([
    [1, '1080p', 40_000],
    [3, '4K', 70_000],
    [4, '1080p', 50_000],
    [4, '4K', 150_000],
  ] as const)(
    'after %d references at %s costs %d micro-dollars, as the vendor bills',
    async (count, resolution, micros) => {
      const { sandbox, generate } = setUp({ mostPixels: 10_000 });
      const images = await Promise.all(Array.from({ length: count }, (_, index) => picture(`#4${index}a`)));
      const model = 'vidu-reference-to-image-q2';
      const result = await generate({ model, prompt: 'x', images, options: { resolution } });
      expect([result.charge, ...sandbox.bills().map((bill) => bill.micros)]).toEqual([micros, micros]);
    },
  );

  it('by no model in particular is made by one that does exactly what is asked, where there is one', async () => {
    const { generate } = setUp();
    const exact = await generate({ prompt: 'x', size: { width: 512, height: 768 } });
    expect(exact).toMatchObject({ warnings: [], outputs: [{ width: 512, height: 768 }] });
    const near = await generate({ prompt: 'x', size: { width: 4096, height: 4096 }, model: 'qwen-image' });
    expect(near).toMatchObject({ warnings: [{ code: 'size_adjusted' }], outputs: [{ width: 1536, height: 1536 }] });
  });

  it('makes several by several calls', async () => {
    const { sandbox, generate } = setUp();
    const result = await generate({ model: 'qwen-image', prompt: 'x', count: 3 });
    expect([result.outputs.length, sandbox.bills().length, result.charge]).toEqual([3, 3, 60_000]);
  });

  it.each([
    [
      'a shape and pixels',
      { model: ['qwen-image'], prompt: 'x', aspectRatio: '1:1', size: { width: 512, height: 512 } },
    ],
    ['no words', { model: ['qwen-image'] }],
    ['a ratio that is none', { model: ['qwen-image'], prompt: 'x', aspectRatio: 'wide' }],
  ])('of %s is refused before anything is spent', async (_, request) => {
    const { sandbox, generate } = setUp();
    await expect(generate(request as never)).rejects.toMatchObject({ code: 'invalid_request', billed: 'no' });
    expect(sandbox.bills()).toEqual([]);
  });
});
