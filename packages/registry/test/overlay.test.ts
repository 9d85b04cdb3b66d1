import { describe, expect, it } from 'vitest';
import { createCatalogue, type OverlayEntry, overlaySpecs, specs } from '../src/index.ts';

const fresh = {
  operation: 'upscale',
  id: 'wavespeed/acme/sharp',
  name: 'Acme Sharp',
  alias: 'sharp',
  endpoint: 'acme/sharp',
  options: {
    properties: {
      strength: { type: 'number', minimum: 0, maximum: 1 },
      style: { type: 'string', enum: ['soft', 'hard'] },
      tags: { type: 'array', items: { type: 'string', maxLength: 5 }, maxItems: 2 },
    },
    required: ['style'],
  },
  wire: { image: 'image', scale: { field: 'times', as: 'nearest', values: [2, 4] } },
  needs: ['image'],
  price: {
    basis: 'exact',
    unit: 'image',
    lines: [{ label: 'per image', amount: { lookup: 'style', table: { hard: 30_000 }, otherwise: 20_000 } }],
  },
  tier: 'mid',
  asOf: '2026-11-22',
} as const satisfies OverlayEntry;

const withEntries = (...entries: readonly unknown[]) => overlaySpecs(specs, entries as readonly OverlayEntry[]);
const catalogueWith = (...entries: readonly unknown[]) => createCatalogue(withEntries(...entries));
const image = { width: 100, height: 100 };

describe('a new model', () => {
  const catalogue = catalogueWith(fresh);

  it('is found, listed and priced like any other', () => {
    expect(catalogue.get('upscale', 'sharp')).toMatchObject({
      id: 'wavespeed/acme/sharp',
      price: { defaultMicros: 20_000, minMicros: 20_000 },
      options: { required: ['style'], additionalProperties: false },
    });
    expect(catalogue.list({ operation: 'upscale' })).toHaveLength(Object.keys(specs['upscale']!.models).length + 1);
    const request = { model: 'sharp', image, scale: 3, options: { style: 'hard' } };
    expect(catalogue.quote('upscale', request)).toMatchObject({
      price: { micros: 30_000 },
      warnings: [{ code: 'scale_adjusted' }],
    });
  });

  it.each([
    [{ style: 'hard', colour: 1 }, 'colour'],
    [{ style: 'firm' }, 'style'],
    [{}, 'style'],
    [{ style: 'soft', strength: 2 }, 'strength'],
    [{ style: 'soft', tags: ['much too long'] }, 'tags.0'],
  ])('refuses the options %j', (options, path) => {
    expect(() => catalogue.quote('upscale', { model: 'sharp', image, options })).toThrow(
      new RegExp(`options\\.${path}`),
    );
  });

  it('is chosen where it is the best', () => {
    const cheap = { ...fresh, options: {}, price: 1 };
    const { model } = catalogueWith(cheap).recommend({ operation: 'upscale', prefer: 'budget', vendor: 'wavespeed' });
    expect(model.id).toBe(fresh.id);
  });

  it('leaves the catalogue that it is laid over as it was', () => {
    expect(specs['upscale']!.models).not.toHaveProperty([fresh.id]);
  });
});

describe('a price of its own', () => {
  it('is charged in every operation that has the model, or in the one that is named', () => {
    const id = 'wavespeed/vidu/reference-to-image-q2';
    const prices = (...entries: unknown[]) =>
      catalogueWith(...entries)
        .find(id)
        .map(({ operation, price }) => [operation, price!.defaultMicros]);
    expect(prices({ id, price: 1 })).toEqual([
      ['generate', 1],
      ['character', 1],
    ]);
    expect(prices({ id, price: 1, operation: 'character' })).toEqual([
      ['generate', 40_000],
      ['character', 1],
    ]);
  });
});

describe('a model that is switched off', () => {
  it('is not listed, not chosen and not known', () => {
    const catalogue = catalogueWith({ id: 'local/lanczos3', off: true });
    expect(catalogue.list({ vendor: 'local' })).toEqual([]);
    expect(catalogue.recommend({ operation: 'upscale', prefer: 'budget' }).model.vendor).not.toBe('local');
    expect(() => catalogue.get('upscale', 'lanczos3')).toThrow(expect.objectContaining({ code: 'unknown_model' }));
  });
});

describe('a change that cannot be meant', () => {
  it.each([
    ['no list', 'models', {}],
    ['an unknown model', 'models.0.id', [{ id: 'wavespeed/no/such', off: true }]],
    ['an unknown operation', 'models.0.operation', [{ ...fresh, operation: 'paint' }]],
    ['a field that no row has', 'models.0.colour', [{ ...fresh, colour: 'red' }]],
    [
      'an input that the operation has not',
      'models.0.wire.mask',
      [{ ...fresh, wire: { image: 'image', mask: 'mask' } }],
    ],
    ['a need without a way to the vendor', 'models.0.needs', [{ ...fresh, needs: ['image', 'prompt'] }]],
    [
      'a form of input that there is not',
      'models.0.wire.scale',
      [{ ...fresh, wire: { image: 'image', scale: { field: 'x', as: 'guess' } } }],
    ],
    ['a price in dollars', 'models.0.price', [{ ...fresh, price: 0.02 }]],
    [
      'a price that cannot be computed',
      'models.0.price',
      [{ ...fresh, price: { ...fresh.price, lines: [{ label: 'x', amount: { power: 2 } }] } }],
    ],
    [
      'an option schema with more than is checked',
      'models.0.options.properties.style.format',
      [{ ...fresh, options: { properties: { style: { type: 'string', format: 'uri' } } } }],
    ],
    ['a day that is none', 'models.0.asOf', [{ ...fresh, asOf: 'today' }]],
    ['the second of two', 'models.1.id', [fresh, { id: 'nothing', off: true }]],
  ])('as %s is refused with its place', (_, path, entries) => {
    expect(() => overlaySpecs(specs, entries as never)).toThrow(new RegExp(`^${path}: .{8}`));
  });
});
