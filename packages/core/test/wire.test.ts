import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { assetInput, type AssetRef, flatPrice, model, plan, type Spec } from '../src/index.ts';

const input = z.strictObject({ image: assetInput.optional(), views: z.strictObject({}).optional() }).loose();
const row = {
  endpoint: 'x',
  options: z.strictObject({ extra: z.string().optional() }),
  needs: [],
  price: flatPrice(1),
  tier: 'budget',
  capabilities: [],
  deadline: 60,
  asOf: '2026-11-01',
} as const;
const models = {
  'fake/forms': model({
    ...row,
    name: 'Forms',
    wire: {
      seconds: { field: 'duration', as: 'nearest', values: ['5s', '10s'] },
      faces: { field: 'face_count', as: 'range', min: 100, max: 900 },
      resolution: { field: 'resolution', as: 'resolution', values: { '720p': 720, '1K': 1080, '4K': 2160 } },
      style: { field: 'style', as: 'choice', values: { bright: 'BRIGHT', dark: 'DARK' } },
      formats: { field: 'format', as: 'choice', values: { glb: 'glb', obj: 'wavefront' } },
      language: {
        field: 'lang',
        as: 'language',
        values: { en: 'english', 'zh-Hans': 'simplified', 'pt-BR': 'brazilian' },
      },
      size: { field: 'size', as: 'size', separator: '*', min: 256, max: 1024 },
      aspectRatio: { field: 'size', as: 'size', separator: '*', min: 256, max: 1024 },
      area: {
        field: 'area',
        as: 'size',
        separator: 'x',
        min: 16,
        max: 3840,
        within: { step: 16, minPixels: 655_360, maxPixels: 8_294_400, ratio: 3 },
      },
      spoken: { field: 'words', as: 'language', sentence: 'Say it in {}.' },
      heard: { field: 'words', as: 'language', sentence: 'It is in {} now.' },
      hole: { field: 'hole', as: 'mask', edit: 'transparent' },
      masks: { field: 'masks', as: 'list', max: 2, edit: 'black' },
      image: 'image',
    },
  }),
  'fake/shapes': model({
    ...row,
    name: 'Shapes',
    wire: {
      size: { field: 'ratio', as: 'aspect', values: ['1:1', '16:9'] },
      formats: { field: '', as: 'given', values: ['glb'] },
      'views.front': 'front_url',
      'views.back': 'back_url',
      image: 'front_url',
    },
    needs: ['views.front'],
  }),
} as const;
const spec: Spec<'forms', typeof input, typeof models> = {
  id: 'forms',
  input,
  assets: { image: 'image', masks: 'mask', 'views.front': 'image', 'views.back': 'image' },
  recorded: ['consent'],
  output: 'image',
  models,
};

const picture = (asset: string, width = 640): AssetRef => ({
  asset,
  kind: 'image',
  mediaType: 'image/png',
  size: 1,
  sha256: asset,
  width,
  height: 480,
  seconds: null,
});
const planned = (id: 'fake/forms' | 'fake/shapes', inputs: object, options: object = {}) =>
  plan({ spec, id, inputs: inputs as never, options: options as never, count: 1, vendors: new Set(['fake']) });
const forms = (inputs: object) => planned('fake/forms', inputs);
const front = { front: picture('a') };

describe('an input in its vendor’s form', () => {
  it.each([
    ['a length spelled as text', { seconds: 5 }, { duration: '5s' }, undefined],
    ['the nearest length', { seconds: 9 }, { duration: '10s' }, 'seconds_adjusted'],
    ['a number within bounds', { faces: 250 }, { face_count: 250 }, undefined],
    ['a number beyond them', { faces: 5000 }, { face_count: 900 }, 'faces_adjusted'],
    ['a resolution', { resolution: '4k' }, { resolution: '4K' }, undefined],
    ['the nearest resolution', { resolution: '2k' }, { resolution: '1K' }, 'resolution_adjusted'],
    ['a word', { style: 'dark' }, { style: 'DARK' }, undefined],
    ['a list of one word', { style: ['dark'] }, { style: 'DARK' }, undefined],
    ['a language', { language: 'en-GB' }, { lang: 'english' }, undefined],
    ['a language by its script', { language: 'zh-SG' }, { lang: 'simplified' }, undefined],
    ['a language by its usual region', { language: 'pt' }, { lang: 'brazilian' }, undefined],
    ['a shape as pixels', { aspectRatio: '4:3' }, { size: '1024*768' }, undefined],
    ['a shape too long for the bounds', { aspectRatio: '10:1' }, { size: '1024*256' }, 'aspect_adjusted'],
    ['pixels in steps', { area: { width: 1000, height: 1500 } }, { area: '1008x1504' }, 'size_adjusted'],
    ['pixels that are allowed', { area: { width: 3840, height: 2160 } }, { area: '3840x2160' }, undefined],
    [
      'more pixels, where there are too few',
      { area: { width: 100, height: 100 } },
      { area: '816x816' },
      'size_adjusted',
    ],
    [
      'fewer, where there are too many',
      { area: { width: 4096, height: 4096 } },
      { area: '2880x2880' },
      'size_adjusted',
    ],
    ['a shape within the ratio', { area: { width: 4000, height: 400 } }, { area: '1408x480' }, 'size_adjusted'],
    ['a language in a sentence', { spoken: 'pt-BR' }, { words: 'Say it in Brazilian Portuguese.' }, undefined],
    [
      'two sentences of one field',
      { spoken: 'de', heard: 'zh-Hant' },
      { words: 'Say it in German. It is in Traditional Chinese now.' },
      undefined,
    ],
    [
      'a mask with holes',
      { hole: picture('m'), image: picture('a') },
      { hole: { $mask: 'm', width: 640, height: 480, edit: 'transparent' } },
      undefined,
    ],
    [
      'a mask in a list',
      { masks: [picture('m')], image: picture('a') },
      { masks: [{ $mask: 'm', width: 640, height: 480, edit: 'black' }] },
      undefined,
    ],
  ])('is %s', (_, inputs, body, warning) => {
    const found = forms(inputs);
    expect(found.body).toMatchObject(body);
    expect(found.warnings[0]?.code).toBe(warning);
  });

  it.each([
    ['an unknown word', { style: 'toString' }, ['style'], 'bright, dark'],
    ['two words', { style: ['bright', 'dark'] }, ['style'], 'got 2'],
    ['an unknown language', { language: 'de' }, ['language'], 'en, zh-Hans, pt-BR'],
    ['another script of a known language', { language: 'zh-Hant' }, ['language'], 'zh-Hans'],
    ['no language at all', { language: '__proto__' }, ['language'], 'zh-Hans'],
    ['a language that is none, in a sentence', { spoken: 'xx-yy-zz' }, ['spoken'], 'BCP 47'],
    ['a language nobody speaks, in a sentence', { spoken: 'qqq' }, ['spoken'], 'BCP 47'],
    ['holes for a picture of unknown size', { hole: picture('m') }, ['hole'], 'size'],
    ['too many masks', { masks: ['a', 'b', 'c'].map((id) => picture(id)) }, ['masks'], 'At most 2'],
    [
      'two inputs that mean one thing',
      { size: { width: 512, height: 512 }, aspectRatio: '1:1' },
      ['aspectRatio'],
      '"size"',
    ],
  ])('refuses %s', (_, inputs, path, says) => {
    expect(() => forms(inputs)).toThrow(
      expect.objectContaining({ details: { issues: [{ path, message: expect.stringContaining(says) }] } }),
    );
  });

  it('is a shape where the vendor wants no pixels, with a warning', () => {
    const { body, warnings } = planned('fake/shapes', { size: { width: 1920, height: 1080 }, image: picture('a') });
    expect(body).toMatchObject({ ratio: '16:9' });
    expect(warnings).toMatchObject([{ code: 'size_adjusted', asked: '1920x1080', planned: '16:9' }]);
  });

  it('is one field for each part of a structured input', () => {
    expect(planned('fake/shapes', { views: { ...front, back: undefined } }).body).toEqual({
      front_url: { $asset: 'a' },
    });
  });

  it('is not sent when the model does it anyway, and refused when it does something else', () => {
    expect(planned('fake/shapes', { views: front, formats: ['glb'] }).body).toEqual({ front_url: { $asset: 'a' } });
    expect(forms({ formats: ['obj'] }).body).toEqual({ format: 'wavefront' });
    const details = { input: 'formats', models: ['fake/forms'] };
    expect(() => planned('fake/shapes', { views: front, formats: ['obj'] })).toThrow(
      expect.objectContaining({ code: 'unsupported', details, message: expect.stringContaining('(it knows glb)') }),
    );
  });

  it('may stand for a needed one that has the same field', () => {
    expect(planned('fake/shapes', { image: picture('b') }).body).toEqual({ front_url: { $asset: 'b' } });
    expect(() => planned('fake/shapes', { views: { back: picture('b') } })).toThrow(/views.front: Shapes needs this/);
  });

  it('is not sent when it is only recorded', () => {
    expect(planned('fake/shapes', { views: front, consent: 'form 7' }).body).toEqual({ front_url: { $asset: 'a' } });
  });
});
