import { describe, expect, it } from 'vitest';
import { type AssetRef, consider, lookup, plan, planCalls, select } from '../src/index.ts';
import { paintSpec } from './fake-vendor.ts';

const vendors = new Set(['fake']);
const picture = (asset: string): AssetRef => ({
  asset,
  kind: 'image',
  mediaType: 'image/png',
  size: 1,
  sha256: asset,
  width: 640,
  height: 480,
  seconds: null,
});
const planWith = (id: string, inputs: object, options: object = {}, seed?: number) =>
  plan({
    spec: paintSpec,
    id,
    inputs: inputs as never,
    options: options as never,
    count: 1,
    vendors,
    ...(seed === undefined ? {} : { seed }),
  });

describe('a plan', () => {
  it('puts slots where files go and sends only what was set', () => {
    expect(planWith('fake/paint', { prompt: 'x', image: picture('asset_a') }).body).toEqual({
      prompt: 'x',
      image: { $asset: 'asset_a' },
    });
  });

  it('draws a seed only where none was set; 0 is a seed', () => {
    expect(planWith('fake/paint', { prompt: 'x' }, {}, 4321)).toMatchObject({ body: { seed: 322 }, seed: 322 });
    expect(planWith('fake/paint', { prompt: 'x' }, { seed: 0 }, 4321)).toMatchObject({ body: { seed: 0 }, seed: 0 });
    expect(planWith('fake/paint', { prompt: 'x' }, { seed: -1 }, 4321).seed).toBe(322);
    expect(planWith('fake/paint', { prompt: 'x', seed: 0 }, {}, 4321)).toMatchObject({ body: { seed: 0 }, seed: 0 });
  });

  it('takes one picture or several as the model does', () => {
    expect(planWith('fake/many', { prompt: 'x', image: picture('a') }).body['images']).toEqual([{ $asset: 'a' }]);
    expect(planWith('fake/paint', { prompt: 'x', images: [picture('a')] }).body['image']).toEqual({ $asset: 'a' });
    expect(() => planWith('fake/paint', { prompt: 'x', images: [picture('a'), picture('b')] })).toThrow(/fake\/many/);
    expect(() => planWith('fake/many', { prompt: 'x', images: [picture('a'), picture('b'), picture('c')] })).toThrow(
      /At most 2/,
    );
  });

  it('refuses a seed that is too large, or that the model does not take', () => {
    expect(() => planWith('fake/paint', { prompt: 'x', seed: 1001 })).toThrow(/seed: At most 1000/);
    expect(() => planWith('fake/seedless', { prompt: 'x', seed: 1 })).toThrow(
      expect.objectContaining({ code: 'unsupported', message: expect.stringContaining('fake/paint') }),
    );
  });

  it('refuses an option that an input already sets', () => {
    expect(() => planWith('fake/paint', { prompt: 'x', aspectRatio: '16:9' }, { ratio: '1:1' })).toThrow(/ratio/);
  });
});

describe('a model that is listed only', () => {
  it('is refused, saying why and naming models that run', () => {
    const run = () => planWith('fake/priceless', { prompt: 'x' });
    expect(run).toThrow(/fake\/priceless is listed but cannot be run: its price is not known/);
    expect(run).toThrow(
      expect.objectContaining({ code: 'unsupported', details: { input: 'model', models: expect.any(Array) } }),
    );
    expect(run).not.toThrow(
      expect.objectContaining({ details: { models: expect.arrayContaining(['fake/priceless']) } }),
    );
  });

  it('is never picked', () => {
    const price = (id: string) => (id === 'fake/priceless' ? planWith(id, { prompt: 'x' }).body.length : 5);
    expect(select(paintSpec, { prefer: 'budget' }, vendors, price as never).ids).not.toContain('fake/priceless');
  });
});

describe('the nearest a model can do', () => {
  const size = (width: number, height: number) => ({ size: { width, height } });
  it.each([
    ['a listed size', 'listed', size(1024, 1536), { size: '1024*1536' }, undefined],
    ['a size of that shape', 'listed', size(3000, 2000), { size: '1536*1024' }, '1536x1024'],
    ['a size within bounds', 'sides', size(800, 600), { size: '800*600' }, undefined],
    ['a size too large, in its shape', 'sides', size(3072, 1536), { size: '1536*768' }, '1536x768'],
    ['a size too small, in its shape', 'sides', size(100, 200), { size: '256*512' }, '256x512'],
    ['a shape too long for its bounds', 'sides', size(4000, 100), { size: '1536*256' }, '1536x256'],
    ['sides of their own', 'pair', size(800, 600), { size: { width: 800, height: 600 } }, undefined],
    ['sides too large', 'pair', size(3072, 1536), { size: { width: 1536, height: 768 } }, '1536x768'],
    ['sides of a shape', 'pair', { aspectRatio: '16:9' }, { size: { width: 1368, height: 768 } }, undefined],
    ['a listed ratio', 'listed', { aspectRatio: '16:9' }, { ratio: '16:9' }, undefined],
    ['a ratio in other words', 'listed', { aspectRatio: '32:18' }, { ratio: '16:9' }, undefined],
    ['another ratio', 'listed', { aspectRatio: '2:1' }, { ratio: '16:9' }, '16:9'],
    ['a number', 'listed', { scale: 3 }, { times: 4 }, '4'],
    ['a resolution', 'larger', { image: picture('a'), scale: 6.4 }, { target: '4k' }, undefined],
    ['another resolution', 'larger', { image: picture('a'), scale: 2 }, { target: '2k' }, '2k (2048 px)'],
  ])('is found for %s', (_, model, inputs, body, planned) => {
    const found = planWith(`fake/${model}`, { prompt: 'x', ...inputs });
    expect(found.body).toMatchObject(body);
    expect(found.warnings[0]?.planned).toBe(planned);
  });
});

describe('the choice of a model', () => {
  const prices: Record<string, number> = { 'fake/paint': 20_000, 'fake/oil': 50_000, 'fake/many': 10_000 };
  const price = (id: string) => ({ micros: prices[id] ?? 30_000, exact: true });
  const pick = (prefer: 'budget' | 'balanced' | 'quality') => select(paintSpec, { prefer }, vendors, price).ids;

  it('is the cheapest for budget, the best for quality', () => {
    expect(pick('budget')).toEqual(['fake/many']);
    expect(pick('quality')).toEqual(['fake/oil']);
  });

  it('keeps to what can do the request', () => {
    const unable = (id: string) => (id === 'fake/many' ? planWith('fake/none', {}) : price(id));
    expect(select(paintSpec, { prefer: 'budget' }, vendors, unable as never).ids).toEqual(['fake/paint']);
  });

  it('takes what does exactly this before what comes near, however cheap', () => {
    const near = (id: string) => ({ ...price(id), exact: id === 'fake/oil' });
    const { ids, leftOut } = select(paintSpec, { prefer: 'budget' }, vendors, near);
    expect(ids).toEqual(['fake/oil']);
    expect(leftOut[0]).toEqual({ why: 'only come near to it', count: 9 });
  });

  it('says why this one, which were next and what was left out', () => {
    const some = (id: string) => (id === 'fake/many' ? planWith('fake/paint', { mask: 'x' }) : price(id));
    const { reason, ranking } = select(paintSpec, { prefer: 'quality' }, vendors, some as never);
    expect(ranking[0]).toMatchObject({ id: 'fake/oil', micros: 50_000, tier: 'premium' });
    expect(reason).toMatch(
      /^best of \d+ models .* preferring quality: \$0\.05, tier premium; next: fake\/\w+ \(\$0\.03\)/,
    );
    expect(reason).toContain('left out: 1 need prompt');
  });

  it('refuses a model whose vendor is not set up, naming those that are', () => {
    expect(() => select(paintSpec, 'other/paint', vendors, () => price(''))).toThrow(
      /needs the vendor "other".*set up are: fake/,
    );
  });

  it('leaves out what cannot be run, and refuses it when it is named', () => {
    const models = { ...paintSpec.models, 'fake/dark': { ...paintSpec.models['fake/oil'], listedOnly: 'no price' } };
    const wish = { spec: { ...paintSpec, models }, inputs: { prompt: 'x' }, options: {}, vendors };
    const { leftOut } = select(wish.spec, { prefer: 'quality' }, vendors, (id) => consider(wish, id));
    expect(leftOut).toContainEqual({ why: 'cannot be run', count: 2 });
    expect(() => planCalls(wish, { ...wish, choice: 'fake/dark' }, 1)).toThrow(
      'fake/dark is listed but cannot be run: no price',
    );
  });
});

describe('a name of a model', () => {
  const names = {
    aliases: { brush: 'fake/paint', ghost: 'fake/not-there' },
    retired: {
      'paint-1': { successor: 'paint' },
      movie: { unsupported: true, reason: 'it makes films' },
    },
  } as const;
  const spec = { ...paintSpec, names };

  it('is an id, an alias, another name, or the path of one row only', () => {
    expect(lookup(spec, 'brush').id).toBe('fake/paint');
    expect(lookup(spec, 'paint').id).toBe('fake/paint');
    const single = { ...spec, models: { 'fake/paint': paintSpec.models['fake/paint'] } };
    expect(lookup({ ...single, names: {} }, single.models['fake/paint'].endpoint).id).toBe('fake/paint');
    expect(() => lookup(spec, 'ghost')).toThrow(expect.objectContaining({ code: 'unknown_model' }));
  });

  it('of a retired model is answered with what took its place, or with the reason', () => {
    expect(() => lookup(spec, 'paint-1')).toThrow('paint-1 was retired; its successor is paint');
    expect(() => lookup(spec, 'movie')).toThrow('movie is not offered: it makes films');
  });
});
