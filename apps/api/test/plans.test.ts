import { describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current } = useServer();
const operator = { key: 'the-operators-own-key' };
const admin = (method: string, path: string, body?: object) =>
  current().call(method, `/v1/admin/${path}`, { ...operator, ...(body === undefined ? {} : { body }) });
const keyFor = async (account: string, plan?: string) => {
  await admin('POST', 'accounts', { id: account, ...(plan === undefined ? {} : { plan }) });
  return current().keyFor(account);
};
const edit = (key: string, fields: Record<string, string> = {}) =>
  current().call('POST', '/v1/edit', {
    key,
    body: current().form({ model: 'qwen-edit', prompt: 'x', image: photo, ...fields }),
    headers: wait,
  });

describe('a plan', () => {
  it('adds its markup to the quote, the hold and the charge, and its limits are told', async () => {
    const key = await keyFor('basic-account', 'basic');
    const run = await edit(key, { user: 'ada' });
    expect(run.body).toMatchObject({
      state: 'succeeded',
      quote: { micros: 23_000, lines: [{ micros: 20_000 }, { label: 'service', micros: 3000 }] },
      cost: { micros: 20_000 },
      charge: { micros: 23_000 },
      usage: { previous: 0, current: 1, limit: 500, total: 23_000 },
    });
    const limits = await current().call('GET', '/v1/limits?user=ada', { key });
    expect(limits.body).toMatchObject({ plan: { id: 'basic', markupBasisPoints: 1500 }, interval: 'monthly', key: [] });
    const spend = (rows: { meter: string }[]) => rows.find(({ meter }) => meter === 'spend');
    expect(spend(limits.body.account)).toMatchObject({ current: 23_000, limit: 25_000_000, held: 0, previous: 0 });
    expect(spend(limits.body.user)).toMatchObject({ current: 23_000, limit: 5_000_000, total: 23_000 });
  });

  it('tells the period in which is counted, although the anchor was moved meanwhile', async () => {
    const key = await keyFor('moved', 'basic');
    expect((await edit(key)).status).toBe(201);
    const limits = async () => (await current().call('GET', '/v1/limits', { key })).body;
    const { period } = await limits();
    const anchorAt = new Date(Date.parse(period.startsAt) - 5 * 24 * 3_600_000).toISOString();
    expect((await admin('PATCH', 'accounts/moved', { anchorAt })).status).toBe(200);
    const now = await limits();
    expect(now.period).toEqual(period);
    expect(now.account.find(({ meter }: { meter: string }) => meter === 'edit')).toMatchObject(period);
  });

  it('refuses what it does not include with 402, names the plan that would, and an upgrade allows it at once', async () => {
    const key = await keyFor('free-account', 'free');
    const video = { model: 'wan-2.5-image-to-video', prompt: 'x', image: photo };
    const send = () => current().call('POST', '/v1/video', { key, body: current().form(video), headers: wait });
    expect(await send()).toMatchObject({
      status: 402,
      body: { code: 'quota_exceeded', retryable: false, details: { limit: { meter: 'video', max: 0, plan: 'basic' } } },
    });
    expect(await admin('PATCH', 'accounts/free-account', { plan: 'basic', interval: 'yearly' })).toMatchObject({
      status: 200,
      body: { plan: 'basic', interval: 'yearly' },
    });
    expect((await send()).status).toBe(201);
  });

  it('is made, changed and listed by the operator alone', async () => {
    const mine = { name: 'Mine', rank: 5, markupBasisPoints: 0, limits: { requests: { max: 1 } } };
    expect((await admin('PUT', 'plans/mine', mine)).body).toMatchObject({ id: 'mine', perUser: {} });
    const plans = (await admin('GET', 'plans')).body.data.map(({ id }: { id: string }) => id);
    expect(plans).toEqual(['mine', 'free', 'basic', 'pro', 'enterprise']);
    expect((await admin('PUT', 'plans/mine', { ...mine, markupBasisPoints: 0.5 })).status).toBe(400);
    expect((await current().call('GET', '/v1/admin/plans')).status).toBe(403);
    const key = await keyFor('one-a-minute', 'mine');
    await edit(key);
    const second = await edit(key);
    const third = second.status === 201 ? await edit(key) : second;
    expect(third).toMatchObject({ status: 429, body: { code: 'rate_limited', retryable: true } });
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('may ask for consent where a likeness is worked on, and keeps it', async () => {
    const key = await keyFor('likeness', 'basic');
    const swap = (fields: Record<string, string>) => {
      const body = current().form({ model: 'image-face-swap', ...fields, image: photo });
      body.append('face', photo);
      return current().call('POST', '/v1/faceswap', { body, key, headers: { prefer: 'wait=60' } });
    };
    const refused = await swap({});
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request', billed: 'no' } });
    expect(refused.text).toContain('consent');
    expect((await swap({ consent: 'form 7' })).status).toBe(201);
    const events = await current().call('GET', '/v1/usage/events', { key });
    expect(events.body.data).toMatchObject([{ operation: 'faceswap', consent: 'form 7' }]);
    expect((await edit(key)).status).toBe(201);
  });

  it('that is suspended or has ended refuses runs with 402', async () => {
    const key = await keyFor('suspended', 'pro');
    expect((await admin('PATCH', 'accounts/suspended', { active: false })).body).toMatchObject({ active: false });
    expect(await edit(key)).toMatchObject({ status: 402, body: { code: 'plan_inactive' } });
    const ended = { active: true, planEndsAt: '2026-01-01T00:00:00Z' };
    expect((await admin('PATCH', 'accounts/suspended', ended)).body).toMatchObject({ active: true });
    expect(await edit(key)).toMatchObject({ status: 402, body: { code: 'plan_inactive' } });
    expect((await admin('PATCH', 'accounts/unknown', { active: false })).status).toBe(404);
    expect((await admin('PATCH', 'accounts/suspended', { active: false, plan: 'none such' })).status).toBe(404);
    expect((await admin('GET', 'accounts/suspended')).body).toMatchObject({ active: true });
    expect((await admin('POST', 'accounts', { id: 'suspended' })).status).toBe(409);
  });

  it('is overridden for one user, and users are listed with how they stand', async () => {
    const key = await keyFor('with-users', 'pro');
    const limit = { user: 'ada', meter: 'edit', limit: { max: 1 } };
    expect((await admin('PUT', 'accounts/with-users/limits', limit)).status).toBe(200);
    expect((await edit(key, { user: 'ada' })).status).toBe(201);
    expect(await edit(key, { user: 'ada' })).toMatchObject({
      status: 402,
      body: { details: { limit: { subject: 'user', max: 1, used: 1, plan: null } } },
    });
    expect((await edit(key, { user: 'bob' })).status).toBe(201);
    const users = (await admin('GET', 'accounts/with-users/users')).body.data;
    expect(users.map(({ id }: { id: string }) => id)).toEqual(['ada', 'bob']);
    expect(users[0].meters).toContainEqual(expect.objectContaining({ meter: 'edit', current: 1, limit: 1 }));
    expect((await admin('GET', 'accounts/with-users/limits')).body.data).toHaveLength(1);
  });
});

describe('a quote', () => {
  it('can be bound: the same request holds no more, another or an unknown one is refused', async () => {
    const key = await keyFor('quoting', 'basic');
    const fields = { model: 'qwen-edit', prompt: 'x', image: photo };
    const quote = await current().call('POST', '/v1/edit/quote', { key, body: current().form(fields) });
    expect(quote.body).toMatchObject({ price: { micros: 23_000 }, quoteId: expect.stringMatching(/^quote_/) });
    expect(Date.parse(quote.body.expiresAt)).toBeGreaterThan(Date.now());
    const { quoteId } = quote.body;
    expect((await edit(key, { quoteId })).status).toBe(201);
    expect(await edit(key, { quoteId, prompt: 'y' })).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await edit(key, { quoteId: 'quote_unknown' })).status).toBe(404);
    const repeated = { key, headers: { 'idempotency-key': 'once', prefer: 'wait=60' } };
    const again = (more = {}) =>
      current().call('POST', '/v1/edit', { ...repeated, body: current().form({ ...fields, quoteId, ...more }) });
    const first = await again({ maxPrice: '23000' });
    await admin('PATCH', 'accounts/quoting', { plan: 'free' });
    expect(await edit(key, { quoteId })).toMatchObject({
      status: 402,
      body: { code: 'price_exceeded', details: { priceMicros: 24_000, maxMicros: 23_000 } },
    });
    // A repeat of what was accepted is its run, whatever became of the quote.
    for (const more of [{}, { maxPrice: '23000' }, { quoteId: 'quote_gone' }])
      expect(await again(more)).toMatchObject({ status: 200, body: { id: first.body.id } });
    expect((await again({ prompt: 'y', maxPrice: '1' })).status).toBe(402);
  });

  it('says whether the plan allows the run, and holds nothing', async () => {
    const key = await keyFor('asking', 'free');
    const ask = async () =>
      (await current().call('POST', '/v1/edit/quote', { key, body: current().form(fields) })).body;
    const fields = { model: 'qwen-edit', prompt: 'x', image: photo };
    expect(await ask()).toMatchObject({ allowed: true, refusal: null });
    expect((await admin('PUT', 'accounts/asking/limits', { meter: 'edit', limit: { disabled: true } })).status).toBe(
      200,
    );
    expect(await ask()).toMatchObject({
      allowed: false,
      refusal: { code: 'quota_exceeded', details: { limit: { meter: 'edit', max: 0 } } },
      quoteId: expect.stringMatching(/^quote_/),
    });
    await admin('PATCH', 'accounts/asking', { active: false });
    expect(await ask()).toMatchObject({ allowed: false, refusal: { code: 'plan_inactive' } });
  });
});
