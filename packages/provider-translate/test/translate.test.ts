import { priceOf } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { translateSpec } from '../src/index.ts';
import { picture, setUp } from './set-up.ts';

const inputs = { image: await picture('#47a'), targetLanguage: 'en' };

describe('a translation', () => {
  it.each(Object.entries(translateSpec.models).filter(([, row]) => row.alias !== undefined))(
    'by %s is made and bills what was quoted',
    async (id, row) => {
      const { sandbox, translate } = setUp({ mostPixels: 10_000 });
      const needed = Object.entries(inputs).filter(([name]) => row.needs.some((need) => need.split('.')[0] === name));
      const result = await translate({ ...Object.fromEntries(needed), model: [id] } as never);
      expect(result.outputs).toMatchObject([{ kind: 'image', width: expect.any(Number) }]);
      expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
      expect(result.charge).toBe(priceOf(row.price, {}).micros);
    },
  );

  it.each([
    ['image-translator', 'de', 'german'],
    ['image-translator', 'de-AT', 'german'],
    ['image-translator', 'zh', 'chinese-simplified'],
    ['image-translator', 'zh-TW', 'chinese-traditional'],
    ['image-translator', 'pt-BR', 'portuguese'],
    ['image-translator', 'nb-NO', 'norwegian'],
    ['image-translator', 'tl', 'filipino'],
  ] as const)('by %s into %s asks the vendor for %s', async (model, targetLanguage, name) => {
    const { sent, translate } = setUp();
    await translate({ model, image: inputs.image, targetLanguage });
    expect(sent()).toMatchObject({ target_language: name });
  });

  it('says where it comes from only when it was told', async () => {
    const { sent, translate } = setUp();
    await translate({
      model: 'qwen-image-translate',
      image: inputs.image,
      sourceLanguage: 'ja-JP',
      targetLanguage: 'zh-CN',
    });
    expect(sent()).toMatchObject({ source_lang: 'ja', target_lang: 'zh' });
  });

  it.each(['tlh', 'zh-Hant', 'klingon', '!!'])(
    'into %s is refused with the languages the model knows',
    async (targetLanguage) => {
      const { sandbox, translate } = setUp();
      const message = expect.stringContaining('en, zh-Hans, ja, ko, fr, de, es, ru, ar');
      await expect(
        translate({ model: 'qwen-image-translate', image: inputs.image, targetLanguage }),
      ).rejects.toMatchObject({
        code: 'invalid_request',
        details: { issues: [{ path: ['targetLanguage'], message }] },
      });
      expect(sandbox.bills()).toEqual([]);
    },
  );

  it('into a language that only one model knows goes to that one', async () => {
    const { translate } = setUp();
    const result = await translate({ model: { prefer: 'budget' }, image: inputs.image, targetLanguage: 'th' });
    expect(result.model).toBe('wavespeed/wavespeed-ai/image-translator');
  });
});
