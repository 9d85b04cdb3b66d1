import { priceOf } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { editSpec } from '../src/index.ts';
import { mask, maskOf, photo, setUp } from './set-up.ts';

describe('an edit by WaveSpeed', () => {
  it.each([
    ['wavespeed/openai/gpt-image-1', { quality: 'low' }, 11_000],
    ['wavespeed/openai/gpt-image-1', { quality: 'high' }, 167_000],
  ] as const)('%s with %j costs %d micro-dollars, as the vendor bills', async (id, options, micros) => {
    const { sandbox, edit } = setUp();
    const result = await edit({ model: [id], prompt: 'x', image: photo, options });
    expect([result.charge, ...sandbox.bills().map((bill) => bill.micros)]).toEqual([micros, micros]);
  });

  it('costs more at 8k, as the vendor’s own price call says', async () => {
    const { wavespeed } = setUp();
    const endpoint = 'google/nano-banana-pro/edit-ultra';
    const body = { prompt: 'x', images: ['https://example.com/a.png'], resolution: '8k' };
    const { micros } = priceOf(editSpec.models[`wavespeed/${endpoint}`].price, body);
    expect((await wavespeed.price(endpoint, body)).listMicros).toBe(micros);
  });

  it('sends nothing but what the caller set, and a seed that marks the call', async () => {
    const { sandbox, edit } = setUp();
    const result = await edit({ model: 'qwen-edit', prompt: 'x', image: photo });
    const [bill] = sandbox.bills();
    expect(bill!.inputs).toEqual({ prompt: 'x', image: expect.stringMatching(/^http/), seed: result.seed });
  });

  it('makes the nearest size a model can, and says so', async () => {
    const { edit } = setUp();
    const result = await edit({ model: 'gpt-image-1', prompt: 'x', image: photo, size: { width: 1500, height: 1000 } });
    expect(result.outputs[0]).toMatchObject({ width: 1536, height: 1024 });
    expect(result.warnings).toMatchObject([{ code: 'size_adjusted', asked: '1500x1000', planned: '1536x1024' }]);
  });

  it('makes the file format and begins with the seed that are asked for', async () => {
    const { sandbox, edit } = setUp();
    const result = await edit({ model: 'qwen-edit', prompt: 'x', image: photo, outputFormat: 'png', seed: 0 });
    expect(result).toMatchObject({ seed: 0, outputs: [{ mediaType: 'image/png' }] });
    expect(sandbox.bills()[0]!.inputs).toMatchObject({ output_format: 'png', seed: 0 });
    const both = { model: 'qwen-edit', prompt: 'x', image: photo, outputFormat: 'png' } as const;
    await expect(edit({ ...both, options: { output_format: 'png' } })).rejects.toThrow(/Already set by the input/);
  });

  it('in a file format that its model does not make is refused, naming those that do', async () => {
    const { sandbox, edit } = setUp();
    const refused = edit({
      model: ['wavespeed/google/nano-banana/edit'],
      prompt: 'x',
      image: photo,
      outputFormat: 'webp',
    });
    await expect(refused).rejects.toMatchObject({
      code: 'unsupported',
      details: { input: 'outputFormat', models: expect.arrayContaining(['wavespeed/wavespeed-ai/qwen-image/edit']) },
    });
    expect(sandbox.bills()).toEqual([]);
  });

  it('takes several pictures where the model does', async () => {
    const { sandbox, edit } = setUp();
    await edit({ model: 'qwen-edit-plus', prompt: 'x', images: [photo, photo] });
    expect(sandbox.bills()[0]!.inputs).toMatchObject({ images: [expect.any(String), expect.any(String)] });
  });
});

const square = await maskOf(96, 96);

describe('before anything is spent', () => {
  it.each([
    [
      'an unknown option',
      { model: ['qwen-edit'], prompt: 'x', image: photo, options: { resolution: '8k' } },
      'invalid_request',
      ['options', 'resolution'],
    ],
    [
      'a value outside the list',
      { model: ['qwen-edit'], prompt: 'x', image: photo, options: { output_format: 'bmp' } },
      'invalid_request',
      ['options', 'output_format'],
    ],
    [
      'a number out of range',
      { model: ['flux-kontext-max'], prompt: 'x', image: photo, options: { guidance_scale: 21 } },
      'invalid_request',
      ['options', 'guidance_scale'],
    ],
    ['a missing prompt', { model: ['qwen-edit'], image: photo }, 'invalid_request', ['prompt']],
    ['a missing mask', { model: ['z-image-turbo-inpaint'], prompt: 'x', image: photo }, 'invalid_request', ['mask']],
    [
      'a file that is no picture',
      { model: ['qwen-edit'], prompt: 'x', image: new TextEncoder().encode('hello') },
      'invalid_request',
      ['image'],
    ],
    [
      'too many pictures',
      { model: ['qwen-edit-plus'], prompt: 'x', images: [photo, photo, photo, photo] },
      'invalid_request',
      ['images'],
    ],
    [
      'a mask of another shape',
      { model: ['z-image-turbo-inpaint'], prompt: 'x', image: photo, mask: square },
      'invalid_request',
      ['mask'],
    ],
  ])('%s is refused, with its place', async (_, request, code, path) => {
    const { sandbox, edit } = setUp();
    await expect(edit(request as never)).rejects.toMatchObject({ code, billed: 'no', details: { issues: [{ path }] } });
    expect(sandbox.bills()).toEqual([]);
  });

  it.each([
    [
      'a mask for a model that takes none',
      { model: ['qwen-edit'], prompt: 'x', image: photo, mask },
      'mask',
      'z-image',
    ],
    [
      'several pictures for a model that takes one',
      { model: ['qwen-edit'], prompt: 'x', images: [photo, photo] },
      'images',
      'edit-plus',
    ],
    [
      'a kind the model does not do',
      { model: ['qwen-edit'], prompt: 'x', image: photo, kind: 'outpaint' },
      'kind',
      'bria/expand',
    ],
    ['a kind that no model at hand does', { prompt: 'x', image: photo, kind: 'search-recolor' }, 'kind', ''],
  ])('%s is refused, naming what would work', async (_, request, input, instead) => {
    const { edit } = setUp();
    const refused = await edit(request as never).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'unsupported', details: { input } });
    expect(String((refused as { details: { models: string[] } }).details.models)).toContain(instead);
  });

  it.each([{ prefer: 'budget' }, { prefer: 'quality' }] as const)(
    'a picture alone is not enough for %j',
    async (model) => {
      const { sandbox, edit } = setUp();
      await expect(edit({ model, image: photo })).rejects.toMatchObject({ billed: 'no' });
      expect(sandbox.bills()).toEqual([]);
    },
  );

  it('a preference picks a model for the kind that is named', async () => {
    const { edit } = setUp();
    const result = await edit({ model: { prefer: 'budget' }, image: photo, kind: 'remove-background' });
    expect(result.model).toBe('wavespeed/wavespeed-ai/image-background-remover');
  });

  it('an unknown model is refused with the nearest names', async () => {
    const { edit } = setUp();
    await expect(edit({ model: 'qwen-edt' as 'qwen-edit', prompt: 'x', image: photo })).rejects.toMatchObject({
      code: 'unknown_model',
      details: { suggestions: expect.arrayContaining(['qwen-edit']) },
    });
  });
});
