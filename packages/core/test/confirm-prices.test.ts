import { describe, expect, it } from 'vitest';
import { defaultLimits, type OperationOptions, type Provider, systemClock } from '../src/index.ts';
import { createFakeVendor, done, type paintSpec, paintWith, png } from './fake-vendor.ts';

/** The operation over a vendor that tells its prices, and what it was asked. */
function setUp(
  answer: number | undefined | Error,
  ports: Partial<OperationOptions<typeof paintSpec>> = { prices: new Map() },
) {
  const asked: Parameters<NonNullable<Provider['listPrice']>>[0][] = [];
  const listPrice: Provider['listPrice'] = async (call) => {
    asked.push(call);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const vendor = createFakeVendor({ start: [() => done()], rest: { listPrice } });
  let skipped = 0;
  const clock = { ...systemClock, now: () => Date.now() + skipped };
  const paint = paintWith(vendor, { limits: defaultLimits, clock, ...ports });
  return { asked, paint, skip: (ms: number) => void (skipped += ms) };
}

describe('the price of a run', () => {
  it('is the rule where the vendor says the same', async () => {
    const { asked, paint } = setUp(20_000);
    expect(await paint({ model: 'paint', prompt: 'x' })).toMatchObject({ charge: 20_000, warnings: [] });
    expect(asked).toMatchObject([{ endpoint: 'paint', body: { prompt: 'x' } }]);
  });

  it.each([
    [30_000, '$0.03'],
    [10_000, '$0.01'],
  ])('is what the vendor asks today (%i) where the rule says otherwise, with a warning', async (price, shown) => {
    const { paint } = setUp(price);
    const { charge, warnings } = await paint({ model: 'paint', prompt: 'x', count: 2 });
    expect(charge).toBe(2 * price);
    expect(warnings).toMatchObject([{ code: 'price_drift', asked: '20000', planned: String(price) }]);
    expect(warnings[0]?.message).toContain(shown);
  });

  it('is refused when what the vendor asks today is more than the caller allows', async () => {
    const { paint } = setUp(30_000);
    const refused = paint({ model: 'paint', prompt: 'x' }, { maxPrice: 20_000 });
    await expect(refused).rejects.toMatchObject({ code: 'price_exceeded', billed: 'no' });
  });

  it.each([[new Error('away')], [undefined]])('is the rule where the vendor answers %s', async (answer) => {
    const { paint } = setUp(answer);
    expect(await paint({ model: 'paint', prompt: 'x' })).toMatchObject({ charge: 20_000, warnings: [] });
  });

  it('is asked for once an hour for the inputs that decide, and with stand-ins for files', async () => {
    const { asked, paint, skip } = setUp(10_000);
    await paint({ model: 'fake/many', prompt: 'x', images: [png] } as never);
    await paint({ model: 'fake/many', prompt: 'another' } as never);
    expect(asked.map(({ body }) => body)).toEqual([expect.objectContaining({ images: ['https://example.com/file'] })]);
    await paint({ model: 'fake/many', prompt: 'x', count: 2 } as never);
    expect(asked).toHaveLength(2);
    skip(3_600_001);
    await paint({ model: 'fake/many', prompt: 'x' } as never);
    expect(asked).toHaveLength(3);
  });

  it('is asked for again after a question that was not answered', async () => {
    const { asked, paint } = setUp(new Error('away'));
    await paint({ model: 'paint', prompt: 'x' });
    await paint({ model: 'paint', prompt: 'x' });
    expect(asked).toHaveLength(2);
  });

  it('is not asked for where the rule is only a bound, nor where nobody remembers prices', async () => {
    const bound = setUp(1);
    await bound.paint({ model: 'fake/metered', prompt: 'x' });
    const alone = setUp(1, {});
    expect(await alone.paint({ model: 'paint', prompt: 'x' })).toMatchObject({ charge: 20_000 });
    expect([bound.asked, alone.asked]).toEqual([[], []]);
  });
});
