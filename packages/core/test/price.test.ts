import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, flatPrice, formatMicros, priceOf, type PriceRule } from '../src/index.ts';

const rule = (amount: Expression): PriceRule => ({ basis: 'exact', unit: 'image', lines: [{ label: 'all', amount }] });
const micros = (amount: Expression, body = {}) => priceOf(rule(amount), body).micros;

describe('a price', () => {
  it.each([
    ['a constant', 20_000, {}, 20_000],
    ['a field', { product: [1000, { field: 'n', default: 1 }] }, { n: 4 }, 4000],
    ['a field that is not set', { product: [1000, { field: 'n', default: 3 }] }, {}, 3000],
    ['a number written as text', { product: [1000, { field: 'seconds' }] }, { seconds: '8' }, 8000],
    ['a table', { lookup: 'quality', table: { low: 11, high: 167 }, otherwise: 42 }, { quality: 'high' }, 167],
    ['a table without the value', { lookup: 'quality', table: { low: 11 }, otherwise: 42 }, {}, 42],
    ['the length of a list', { product: [30, { count: 'images' }] }, { images: ['a', 'b'] }, 60],
    ['the length of a text, by character', { length: 'prompt' }, { prompt: 'añ🙂' }, 3],
    ['whether a field is there', { when: { present: 'mask' }, then: 5, otherwise: 7 }, { mask: 0 }, 5],
    ['a threshold', { when: { atLeast: [{ field: 'n' }, 3] }, then: 1, otherwise: 2 }, { n: 3 }, 1],
    [
      'all and any and not',
      {
        when: { all: [{ any: [{ present: 'a' }, { present: 'b' }] }, { not: { field: 'c', is: true } }] },
        then: 1,
        otherwise: 2,
      },
      { b: 1 },
      1,
    ],
    ['whole units begun', { product: [10, { ceil: { quotient: [{ field: 's' }, 5] } }] }, { s: 11 }, 30],
    ['the larger and the smaller', { sum: [{ max: [1, 5, 3] }, { min: [4, 2] }] }, {}, 7],
    ['half a micro-dollar upwards', { quotient: [1, 2] }, {}, 1],
    ['less than half downwards', { quotient: [49, 100] }, {}, 0],
  ] as const)('counts %s', (_, amount, body, wanted) => {
    expect(micros(amount as Expression, body)).toBe(wanted);
  });

  it('is exact where floating point is not', () => {
    expect(micros({ product: [0.1, 3, 1e6] })).toBe(300_000);
    expect(micros({ product: [1.005, 1000] })).toBe(1005);
  });

  it('never loses a micro-dollar between its lines', () => {
    const amounts = fc.array(fc.record({ a: fc.integer({ min: 0, max: 1e6 }), b: fc.integer({ min: 1, max: 97 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(amounts, (parts) => {
        const lines = parts.map(({ a, b }, index) => ({ label: String(index), amount: { quotient: [a, b] } as const }));
        const price = priceOf({ basis: 'exact', unit: 'image', lines }, {});
        expect(price.lines.reduce((sum, line) => sum + line.micros, 0)).toBe(price.micros);
        const real = parts.reduce((sum, { a, b }) => sum + a / b, 0);
        expect(Math.abs(price.micros - real)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  it('explains itself by its lines', () => {
    expect(priceOf(flatPrice(20_000), {})).toEqual({
      micros: 20_000,
      basis: 'exact',
      lines: [{ label: 'per image', micros: 20_000 }],
    });
  });

  it.each([
    [20_000, '$0.02'],
    [1_500_000, '$1.50'],
    [1, '$0.000001'],
    [0, '$0.00'],
  ])('%d micro-dollars are shown as %s', (amount, text) => expect(formatMicros(amount)).toBe(text));
});
