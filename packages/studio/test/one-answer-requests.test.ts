import { createCharacter } from '@image-studio/provider-character';
import { geminiCharacter } from '@image-studio/provider-character/gemini';
import { createEdit } from '@image-studio/provider-edit';
import { openaiEdit } from '@image-studio/provider-edit/openai';
import { createGenerate } from '@image-studio/provider-generate';
import { geminiGenerate } from '@image-studio/provider-generate/gemini';
import { openaiGenerate } from '@image-studio/provider-generate/openai';
import { createTranslate } from '@image-studio/provider-translate';
import { geminiTranslate } from '@image-studio/provider-translate/gemini';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { photo, setUp } from './one-answer-cells.ts';

const context = { account: 'acme' };
const quality = { quality: 'low' } as const;

async function studioOf() {
  const { sandbox, ports, vendors, store } = await setUp({ mostPixels: Infinity });
  const { gemini, openai } = vendors;
  return {
    sandbox,
    events: () => store.ledger.events({ account: 'acme', test: false }, { limit: 10 }),
    generate: createGenerate({
      ...ports,
      providers: { gemini: geminiGenerate(gemini), openai: openaiGenerate(openai) },
    }),
    edit: createEdit({ ...ports, providers: { openai: openaiEdit(openai) } }),
    character: createCharacter({ ...ports, providers: { gemini: geminiCharacter(gemini) } }),
    translate: createTranslate({ ...ports, providers: { gemini: geminiTranslate(gemini) } }),
  };
}

/** White where it is to be edited: the left half, in half the size of the photo. */
async function leftHalf(): Promise<Uint8Array> {
  const white = await sharp({ create: { width: 24, height: 32, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const black = sharp({ create: { width: 48, height: 32, channels: 3, background: '#000' } });
  return new Uint8Array(
    await black
      .composite([{ input: white, left: 0, top: 0 }])
      .png()
      .toBuffer(),
  );
}

describe('a request to a vendor that answers with the picture', { timeout: 30_000 }, () => {
  it('edits at OpenAI what is white in the mask, and nothing else', async () => {
    const { edit } = await studioOf();
    const request = { image: photo, mask: await leftHalf(), prompt: 'make it dusk', kind: 'inpaint' } as const;
    const { outputs } = await edit({ model: 'openai/gpt-image-2', ...request, options: quality }, context);
    const { data, info } = await sharp(await outputs[0].bytes())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number) => [...data.subarray((100 * info.width + x) * 3, (100 * info.width + x) * 3 + 3)];
    const far = (pixel: readonly number[]) =>
      Math.max(...[0x44, 0x77, 0xaa].map((value, index) => Math.abs(value - pixel[index]!)));
    expect(far(at(info.width - 100))).toBeLessThan(6);
    expect(far(at(100))).toBeGreaterThan(20);
  });

  it('makes the nearest size OpenAI can, and says so', async () => {
    const { generate, sandbox } = await studioOf();
    const request = {
      model: 'openai/gpt-image-2',
      prompt: 'x',
      size: { width: 1000, height: 1500 },
      options: quality,
    } as const;
    const { outputs, warnings } = await generate(request, context);
    expect(outputs[0]).toMatchObject({ width: 1008, height: 1504 });
    expect(warnings).toMatchObject([{ code: 'size_adjusted', asked: '1000x1500', planned: '1008x1504' }]);
    expect(sandbox.bills()[0]!.inputs).toMatchObject({ size: '1008x1504' });
  });

  it('makes several pictures in one request at OpenAI, and in one each at Gemini', async () => {
    const { generate, sandbox } = await studioOf();
    const three = { prompt: 'x', count: 3 } as const;
    const one = await generate({ model: 'openai/gpt-image-2.5-flare', ...three, options: quality }, context);
    const many = await generate({ model: 'gemini/gemini-3.1-flash-lite-image', ...three }, context);
    expect([one.outputs.length, many.outputs.length, sandbox.bills().length]).toEqual([3, 3, 4]);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([
      one.charge,
      ...Array.from({ length: 3 }, () => many.charge / 3),
    ]);
    const seeds = sandbox
      .bills()
      .flatMap(({ inputs }) => (typeof inputs['config'] === 'string' ? [inputs['config']] : []));
    expect(new Set(seeds).size).toBe(3);
  });

  it('asks Gemini in a sentence of ours to translate, and refuses what is no language', async () => {
    const { translate, sandbox } = await studioOf();
    const request = { model: 'gemini/gemini-3-pro-image', image: photo } as const;
    await translate({ ...request, targetLanguage: 'de', sourceLanguage: 'zh-Hans' }, context);
    const text =
      'Translate all text in this picture into German. Keep the layout, the fonts, the colours and everything else as they are. The text is in Simplified Chinese.';
    expect(sandbox.bills()[0]!.inputs).toMatchObject({ text, images: 1 });
    await expect(translate({ ...request, targetLanguage: 'qqq' }, context)).rejects.toMatchObject({
      code: 'invalid_request',
      details: { issues: [{ path: ['targetLanguage'] }] },
    });
  });

  it('makes Gemini’s nearest shape of a size, and says so', async () => {
    const { generate } = await studioOf();
    const request = { model: 'gemini/gemini-nano-banana-2.1', prompt: 'x', size: { width: 800, height: 100 } } as const;
    const { outputs, warnings, seed } = await generate({ ...request, options: { seed: 0 } }, context);
    expect(outputs[0].width! / outputs[0].height!).toBeCloseTo(8, 0);
    expect(warnings).toMatchObject([{ code: 'size_adjusted', planned: '8:1' }]);
    expect(seed).toBe(0);
  });

  it('holds less for an answer of Gemini that may have fewer tokens', async () => {
    const { generate, events } = await studioOf();
    const request = { model: 'gemini/gemini-3-pro-image', prompt: 'x' } as const;
    await generate(request, context);
    await generate({ ...request, options: { maxOutputTokens: 2000 } }, context);
    const [small, large] = await events();
    expect(large!.quoteMicros - small!.quoteMicros).toBe(30_768 * 12);
    expect(small!.chargeMicros).toBe(large!.chargeMicros);
  });

  it.each([
    ['fifteen references', { references: Array.from({ length: 15 }, () => photo) }, ['references'], 'At most 14'],
    ['no reference', {}, ['reference'], 'needs this'],
  ])('is refused with %s before anything is sent', async (_, given, path, says) => {
    const { character, sandbox } = await studioOf();
    await expect(
      character({ model: 'gemini/gemini-3-pro-image', prompt: 'x', ...given }, context),
    ).rejects.toMatchObject({
      code: 'invalid_request',
      details: { issues: [{ path, message: expect.stringContaining(says) }] },
    });
    expect(sandbox.requests()).toEqual([]);
  });

  it.each([
    [{ model: ['openai/gpt-image-2.5-flare'], prompt: 'x' }, ['options', 'quality']],
    [{ model: ['openai/gpt-image-2.5-flare'], prompt: 'x', options: { quality: 'max' } }, ['options', 'quality']],
    [
      { model: ['openai/gpt-image-2'], prompt: 'x', options: { background: 'transparent', output_format: 'jpeg' } },
      ['options', 'output_format'],
    ],
  ])('is refused when it is %j', async (request, path) => {
    const { generate, sandbox } = await studioOf();
    await expect(generate(request as never, context)).rejects.toMatchObject({ details: { issues: [{ path }] } });
    expect(sandbox.requests()).toEqual([]);
  });

  it('of a kind of file that the vendor does not read costs nothing', async () => {
    const { edit, sandbox } = await studioOf();
    const gif = new Uint8Array(await sharp(photo).gif().toBuffer());
    const refused = edit({ model: 'openai/gpt-image-2', image: gif, prompt: 'x' }, context);
    await expect(refused).rejects.toMatchObject({ code: 'invalid_request', billed: 'no' });
    expect(sandbox.requests()).toEqual([]);
  });
});
