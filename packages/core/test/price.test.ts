import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, flatPrice, formatMicros, priceOf, type PriceRule, usualPrice } from '../src/index.ts';

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
    ['how many items of a list have a field', { count: 'shots.seconds' }, { shots: [{ seconds: 5 }, {}] }, 1],
    ['the total of a field of a list', { total: 'shots.seconds' }, { shots: [{ seconds: '5' }, { seconds: 3 }] }, 8],
    ['whether text reads as a number', { when: { numeric: 's' }, then: 1, otherwise: 2 }, { s: 'ten' }, 2],
    ['whether every item of a list does', { when: { numeric: 'a.s' }, then: 1, otherwise: 2 }, { a: [{ s: '1' }] }, 1],
    ['a whole number, halves to the even one', { round: { quotient: [{ field: 'n' }, 2] } }, { n: 5 }, 2],
    ['a whole number, halves upwards to the even one', { round: { quotient: [{ field: 'n' }, 2] } }, { n: 7 }, 4],
    ['a whole number, the nearest', { round: 2.6 }, {}, 3],
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

  it('counts what the vendor takes for a field that is not set', () => {
    const priced: PriceRule = {
      ...rule({ lookup: 'size', table: { big: 9 }, otherwise: 1 }),
      defaults: { size: 'big' },
    };
    expect([priceOf(priced, {}).micros, priceOf(priced, { size: 'small' }).micros]).toEqual([9, 1]);
  });

  it('reads the fields of an object', () => {
    const priced = rule({ product: [{ total: 'size.width' }, { total: 'size.height' }] });
    expect(priceOf(priced, { size: { width: 30, height: 20 } }).micros).toBe(600);
    expect(priceOf(rule({ count: 'size.width' }), { size: 'large' }).micros).toBe(0);
  });

  it('counts the length of a file as read, or the dearest when it could not be', () => {
    const priced = rule({ product: [10, { seconds: 'audio', unknown: 600 }] });
    const body = { audio: { $asset: 'asset_a' } };
    expect([priceOf(priced, body, { audio: 7.5 }).micros, priceOf(priced, body).micros]).toEqual([75, 6000]);
  });

  it.each([
    [{ bytes: 'prompt' }, { prompt: 'aé漢' }, 6],
    [{ bytes: 'prompt' }, {}, 0],
    [{ pixels: 'size', unknown: 7 }, { size: '30x20' }, 600],
    [{ pixels: 'size', unknown: 7 }, { size: '30*20' }, 600],
    [{ pixels: 'size', unknown: 7 }, { size: 'auto' }, 7],
    [{ pixels: 'size', unknown: 7 }, {}, 7],
  ] as const)('reads %j of %j as %d', (amount, body, micros) => {
    expect(priceOf(rule(amount), body).micros).toBe(micros);
  });

  it('shows a factor as the difference it makes to what stands above, and only where it makes one', () => {
    const times: Expression = { lookup: 'resolution', table: { '4k': 2.5 }, otherwise: 1 };
    const priced: PriceRule = {
      basis: 'exact',
      unit: 'image',
      lines: [
        { label: 'per image', amount: 100 },
        { label: 'resolution', times },
        { label: 'search', amount: 7 },
      ],
    };
    expect(priceOf(priced, { resolution: '4k' }).lines.map(({ micros: part }) => part)).toEqual([100, 150, 7]);
    expect(priceOf(priced, {}).lines.map(({ label }) => label)).toEqual(['per image', 'search']);
  });

  it('is the vendor’s way out where a value is missing', () => {
    const unless = { when: { not: { present: 'n' } }, otherwise: 33 } as const;
    const priced: PriceRule = { ...rule({ product: [10, { field: 'n' }] }), unless };
    expect([priceOf(priced, {}).micros, priceOf(priced, { n: 2 }).micros]).toEqual([33, 20]);
  });

  it('may be only a bound, with what is usual beside it', () => {
    const bound: PriceRule = { ...rule(900), basis: 'bound', usual: { product: [3, { field: 'n' }] } };
    expect([priceOf(bound, { n: 2 }).micros, usualPrice(bound, { n: 2 }), usualPrice(rule(900), {})]).toEqual([
      900, 6, 900,
    ]);
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
