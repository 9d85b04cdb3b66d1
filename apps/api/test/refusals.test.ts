import { describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current } = useServer();

describe('a refusal', () => {
  const edit = { model: 'qwen-edit', prompt: 'x' };
  it.each([
    ['no key', { key: '' }, 401, 'unauthorized'],
    ['a wrong key', { key: 'is_test_wrong' }, 401, 'unauthorized'],
    ['a body that is no JSON object', { body: [] }, 400, 'invalid_request'],
    ['a missing picture', { body: edit }, 400, 'invalid_request'],
    ['an unknown field', { body: { ...edit, image: 'asset_x', pictures: 1 } }, 400, 'invalid_request'],
    ['a file of this machine', { body: { ...edit, image: { file: '/etc/passwd' } } }, 400, 'invalid_request'],
    ['an address that is none', { body: { ...edit, image: 'https://' } }, 400, 'invalid_request'],
    ['an endless key', { body: edit, headers: { 'idempotency-key': 'a'.repeat(256) } }, 400, 'invalid_request'],
    [
      'an address inside the network',
      { body: { ...edit, image: 'https://127.0.0.1/a.png' } },
      400,
      'input_unreachable',
    ],
    [
      'an unknown model',
      { body: { ...edit, model: 'no-model', image: 'data:image/png;base64,AAAA' } },
      404,
      'unknown_model',
    ],
    ['an unknown asset', { body: { ...edit, image: 'asset_unknown' } }, 404, 'not_found'],
    ['a wrong ceiling', { body: { ...edit, maxPrice: 'x' } }, 400, 'invalid_request'],
  ])('for %s says what and how to go on', async (_, options, status, code) => {
    const refused = await current().call('POST', '/v1/edit', { body: {}, ...options });
    expect(refused.status).toBe(status);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.body).toMatchObject({ status, code, billed: 'no', retryable: false, hint: expect.any(String) });
    expect(refused.body.requestId).toBe(refused.headers.get('x-request-id'));
  });

  it('is 402 for a price above the caller’s ceiling', async () => {
    const body = current().form({ ...edit, image: photo, maxPrice: '19999' });
    expect(await current().call('POST', '/v1/edit', { body })).toMatchObject({
      status: 402,
      body: { code: 'price_exceeded', details: { priceMicros: 20_000 } },
    });
  });

  it('is 402 for a budget that is used up, and holds nothing', async () => {
    const key = await current().keyFor('small');
    const { accounts } = current().composition.store;
    await accounts.setLimit({
      account: 'small',
      test: true,
      subject: 'account',
      meter: 'spend',
      limit: { max: 30_000 },
    });
    const send = () =>
      current().call('POST', '/v1/edit', { key, body: current().form({ ...edit, image: photo }), headers: wait });
    expect((await send()).status).toBe(201);
    expect(await send()).toMatchObject({
      status: 402,
      body: { code: 'budget_exceeded', retryable: false, details: { limit: { max: 30_000, used: 20_000, held: 0 } } },
    });
  });

  it('for a body of an unknown type says what to send', async () => {
    const refused = await current().call('POST', '/v1/edit', { headers: { 'content-type': 'text/plain' }, body: 'x' });
    expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringContaining('multipart/form-data') } });
  });

  it('for a live key says that live mode is off while no vendor is set up', async () => {
    const live = await current().keyFor('local', false);
    expect(await current().call('POST', '/v1/edit', { key: live, body: edit })).toMatchObject({
      status: 503,
      body: { code: 'vendor_unavailable' },
    });
  });
});
