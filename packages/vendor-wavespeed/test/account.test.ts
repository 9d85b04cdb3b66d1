import { errorOf } from '@image-studio/core/contracts';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import { describe, expect, test } from 'vitest';
import { base, model, pretend, signal } from './pretend.ts';

const success = (data: unknown) => ({ code: 200, message: 'success', data });

describe('The account', () => {
  test('prices are asked for in whole micro-dollars, list and discounted', async () => {
    const data = { model_id: model, price: 0.045, discounted_price: 0.0405, discount_rate: 90, currency: 'USD' };
    const { wavespeed, got } = pretend(() => success(data));
    expect(await wavespeed.price(model, { prompt: 'x' })).toEqual({ listMicros: 45_000, paidMicros: 40_500 });
    expect(got[0]).toMatchObject({ method: 'POST', url: `${base}/api/v3/model/price` });
    expect(JSON.parse(got[0]?.body ?? '')).toEqual({ model_id: model, inputs: { prompt: 'x' } });
  });

  test.each([{ price: 0.1 }, { price: 0.1, discounted_price: null }])(
    'a price without discount is the list price',
    async (data) => {
      expect(await pretend(() => success(data)).wavespeed.price(model, {})).toEqual({
        listMicros: 100_000,
        paidMicros: 100_000,
      });
    },
  );

  test.each([{ price: -1 }, { price: '0.1' }, {}, null])('the price %j is none', async (data) => {
    const { wavespeed } = pretend(() => success(data));
    expect(await errorOf(wavespeed.price(model, {}))).toMatchObject({ code: 'vendor_unavailable', billed: 'no' });
  });

  test('a price is asked again after a hiccup, since it is free', async () => {
    const { wavespeed, got } = pretend((_got, count) =>
      count < 3 ? new Response('', { status: 503 }) : success({ price: 1 }),
    );
    expect((await wavespeed.price(model, {})).listMicros).toBe(1_000_000);
    expect(got).toHaveLength(3);
  });

  test('the balance is in micro-dollars', async () => {
    const { wavespeed, got } = pretend(() => success({ balance: 33.000158 }));
    expect(await wavespeed.balance()).toBe(33_000_158);
    expect(got[0]).toMatchObject({ method: 'GET', url: `${base}/api/v3/balance` });
  });

  test('models come as rows with everything WaveSpeed says about them', async () => {
    const rows = [
      {
        model_id: 'a/b',
        base_price: 0.01,
        type: 'upscaler',
        sort_order: 3,
        api_schema: { api_schemas: [{ api_path: '/x' }] },
      },
      { model_id: 'c/d' },
    ];
    expect(await pretend(() => success(rows)).wavespeed.models()).toEqual(rows);
  });

  test('predictions come page by page', async () => {
    const { wavespeed, got } = pretend(() =>
      success({ page: 2, total: 505, items: [{ id: 'e6', status: 'completed' }] }),
    );
    expect(await wavespeed.predictions({ page: 2, page_size: 1 })).toMatchObject({ total: 505, items: [{ id: 'e6' }] });
    expect(JSON.parse(got[0]?.body ?? '')).toEqual({ page: 2, page_size: 1 });
    expect(await pretend(() => success({ page: 1, items: null })).wavespeed.predictions({})).toEqual({ items: [] });
  });

  test('predictions can be forgotten', async () => {
    const { wavespeed, got } = pretend(() => success(null));
    await wavespeed.deletePredictions(['a', 'b']);
    expect(got[0]).toMatchObject({ url: `${base}/api/v3/predictions/delete`, body: '{"ids":["a","b"]}' });
  });

  test('billings say what was taken and given back', async () => {
    const bill = {
      uuid: 'd6b4',
      billing_type: 'deduct',
      price: 0.02,
      created_at: '2025-10-01T11:13:30.051Z',
      order: { uuid: '2bf7', state: 'done' },
      prediction: { uuid: 'cb54', model_uuid: 'bytedance/seedream-v3', status: 'completed' },
    };
    const { wavespeed, got } = pretend(() => success({ page: 1, has_more: false, items: [bill] }));
    expect(await wavespeed.billings({ prediction_uuids: ['cb54'] })).toEqual({ items: [bill], hasMore: false });
    expect(got[0]?.url).toBe(`${base}/api/v3/billings/search`);
  });

  test('the webhook secret is answered', async () => {
    expect(await pretend(() => success({ secret: 'whsec_abcdef' })).wavespeed.webhookSecret()).toBe('whsec_abcdef');
  });

  test('a refused key is the operator’s matter', async () => {
    const { wavespeed } = pretend(() => Response.json({ code: 401, message: 'Invalid API key' }, { status: 401 }));
    const error = await errorOf(wavespeed.balance());
    expect(error).toMatchObject({ code: 'vendor_quota', billed: 'no' });
  });
});

test.each(['', '  ', 'wsk_a\nb', 'wsk_ü'])('The key %j cannot be one', (apiKey) => {
  expect(() => createWavespeed({ apiKey })).toThrow(/API key/);
});

test('An address that is none cannot be opened', async () => {
  const { wavespeed } = pretend(() => ({}));
  const open = async () => wavespeed.open({ url: 'nonsense' }, { maxBytes: 1, signal });
  expect((await errorOf(open())).code).toBe('vendor_output');
});
