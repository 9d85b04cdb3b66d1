import { lookup, priceOf } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { image3dSpec } from '../src/index.ts';
import { picture, setUp } from './set-up.ts';

const [front, back, left, right] = await Promise.all(['#47a', '#a47', '#7a4', '#444'].map((color) => picture(color)));
const views = { front: front!, back: back!, left: left!, right: right! };
const inputs = { prompt: 'a chair', image: views.front };
const square = await picture('#fff', 64, 64);
const rightlyViewed = (needs: readonly string[]) =>
  Object.fromEntries(Object.entries(views).filter(([side]) => needs.includes(`views.${side}`)));

describe('a 3D model', () => {
  it.each(
    Object.entries(image3dSpec.models).filter(([id, row]) => id.startsWith('wavespeed/') && row.alias !== undefined),
  )('by %s is made and bills what was quoted', async (id, { needs, price }) => {
    const { sandbox, imageTo3d } = setUp({ mostPixels: 10_000 });
    const needed = Object.entries(inputs).filter(([name]) => needs.includes(name));
    const sides = rightlyViewed(needs);
    const several = Object.keys(sides).length > 0 ? { views: sides } : {};
    const result = await imageTo3d({ ...Object.fromEntries(needed), ...several, model: [id] } as never);
    expect(result.outputs).toMatchObject([{ kind: 'model3d', mediaType: 'model/gltf-binary', scene: { meshes: 1 } }]);
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([result.charge]);
    expect(result.charge).toBe(priceOf(price, {}).micros);
  });

  it('gets each view where its vendor wants it, the first also as `image`', async () => {
    const { sent, imageTo3d } = setUp();
    const { front: image, ...others } = views;
    await imageTo3d({ model: 'tripo3d-v2.5-multiview-to-3d', image, views: others });
    const address = expect.stringMatching(/^http/);
    expect(sent()).toEqual({
      front_image_url: address,
      back_image_url: address,
      left_image_url: address,
      right_image_url: address,
    });
  });

  it.each([
    [{}, {}, 375_000],
    [{ left: views.left }, {}, 525_000],
    [{}, { generate_type: 'LowPoly' }, 450_000],
    [{ back: views.back, right: views.right }, { generate_type: 'Geometry' }, 400_000],
  ] as const)(
    'from a picture and %o with %j costs %d micro-dollars, as the vendor bills',
    async (more, options, micros) => {
      const { sandbox, imageTo3d } = setUp();
      const model = 'hunyuan3d-v3-image-to-3d';
      const result = await imageTo3d({ model, views: { front: views.front, ...more }, options });
      expect([result.charge, ...sandbox.bills().map((bill) => bill.micros)]).toEqual([micros, micros]);
    },
  );

  it('has as many polygons as its model makes, and says so', async () => {
    const { sent, imageTo3d } = setUp();
    const result = await imageTo3d({ model: 'hunyuan3d-v3-image-to-3d', image: views.front, faces: 1000 });
    expect(sent()).toMatchObject({ face_count: 40_000 });
    expect(result.warnings).toMatchObject([{ code: 'faces_adjusted', asked: '1000', planned: '40000' }]);
  });

  it('of several things takes a mask for each', async () => {
    const { sent, imageTo3d } = setUp();
    await imageTo3d({
      model: 'sam-3d-objects',
      image: views.front,
      masks: [await picture('#fff'), await picture('#fff')],
    });
    expect(sent()).toMatchObject({ mask_images: [expect.any(String), expect.any(String)] });
  });

  it.each([
    ['a missing view', { model: ['tripo3d-v2.5-multiview-to-3d'], views: { front: views.front } }, ['views', 'back']],
    ['a view that is no picture', { views: { left: new TextEncoder().encode('hello') } }, ['views', 'left']],
    ['a view given twice', { model: ['hunyuan3d-v3-image-to-3d'], image: views.front, views }, ['image']],
    ['a format that no model makes', { image: views.front, formats: ['dwg'] }, ['formats', 0]],
    ['a mask of another shape', { model: ['sam-3d-objects'], image: views.front, masks: [square] }, ['masks']],
  ])('is refused for %s, with its place, before anything is spent', async (_, request, path) => {
    const { sandbox, imageTo3d } = setUp();
    const refused = await imageTo3d(request as never).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'invalid_request', billed: 'no' });
    expect((refused as { details: { issues: { path: unknown }[] } }).details.issues[0]!.path).toEqual(path);
    expect(sandbox.bills()).toEqual([]);
  });

  it.each([
    ['a picture', { image: views.front }, 'picture'],
    ['a picture and words', inputs, 'picture'],
    ['a sketch', { ...inputs, kind: 'sketch' }, 'sketch'],
    ['words', { prompt: 'a chair' }, 'text'],
  ] as const)('from %s of the best quality comes from a model for that', async (_, request, kind) => {
    const { imageTo3d } = setUp();
    const { model } = await imageTo3d({ ...request, model: { prefer: 'quality' } });
    expect(lookup(image3dSpec, model).row).toMatchObject({ tier: 'premium', kinds: expect.arrayContaining([kind]) });
  });

  it('from a view is refused by a model that takes none, naming those that do', async () => {
    const { imageTo3d } = setUp();
    const request = { model: 'hunyuan3d-v2.1', image: views.front, views: { back: views.back } } as const;
    await expect(imageTo3d(request)).rejects.toMatchObject({
      code: 'unsupported',
      details: { input: 'views.back', models: expect.arrayContaining(['wavespeed/tripo3d/v2.5/multiview-to-3d']) },
    });
  });
});
