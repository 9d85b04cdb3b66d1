import { beforeAll, describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current } = useServer();
const operator = { key: 'the-operators-own-key' };
let key: string;
const edit = (user: string) =>
  current().call('POST', '/v1/edit', {
    key,
    body: current().form({ model: 'qwen-edit', prompt: 'x', image: photo, user }),
    headers: wait,
  });
const get = (path: string, headers: Record<string, string> = {}) => current().call('GET', path, { key, headers });
const operate = (path: string, body: object) =>
  current().call('POST', `/v1/admin/accounts/accounting/${path}`, { ...operator, body });

beforeAll(async () => {
  key = await current().keyFor('accounting');
  const body = { meter: 'budget', limit: { max: 100_000 } };
  await current().call('PUT', '/v1/admin/accounts/accounting/limits', { ...operator, body });
  for (const user of ['ada', '=bob', 'ada']) await edit(user);
});

describe('accounting', () => {
  it('tells previous, held, current, limit and total of each meter', async () => {
    const { meters } = (await get('/v1/usage')).body;
    const budget = { meter: 'budget', previous: 0, held: 0, current: 60_000, limit: 100_000, total: 60_000 };
    expect(meters).toContainEqual(expect.objectContaining(budget));
    expect(meters).toContainEqual(expect.objectContaining({ meter: 'edit', current: 3, limit: null, total: 3 }));
  });

  it('lists every call page by page, with all that is known of it', async () => {
    const first = (await get('/v1/usage/events?limit=2')).body;
    expect(first.data).toHaveLength(2);
    const second = (await get(`/v1/usage/events?limit=2&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ nextCursor: null, data: [{ user: 'ada' }] });
    expect(first.data[0]).toMatchObject({
      object: 'usage_event',
      kind: 'call',
      operation: 'edit',
      vendor: 'wavespeed',
      outcome: 'succeeded',
      catalogueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      quote: { micros: 20_000 },
      cost: { micros: 20_000 },
      charge: { micros: 20_000 },
      inputBytes: photo.size,
      test: true,
    });
    expect(first.data[0].outputBytes).toBeGreaterThan(100);
    expect(first.data[0].timings.vendor).toBeLessThanOrEqual(first.data[0].timings.total);
    expect((await get('/v1/usage/events?limit=0')).status).toBe(400);
  });

  it('exports them as CSV that no sheet takes for formulas', async () => {
    for (const csv of [
      await get('/v1/usage/events?format=csv'),
      await get('/v1/usage/events', { accept: 'text/csv' }),
    ]) {
      expect(csv.headers.get('content-type')).toContain('text/csv');
      const [head, ...lines] = csv.text.trimEnd().split('\r\n');
      expect(head).toMatch(/^id,at,kind,runId,callId,user,/);
      expect(lines).toHaveLength(3);
      expect(lines[1]).toContain(",'=bob,");
    }
  });

  it('sums them by day, operation, model, vendor, key and user', async () => {
    const report = async (query: string) => (await get(`/v1/usage/report?${query}`)).body;
    expect((await report('by=user')).data).toMatchObject([
      { group: '=bob', calls: 1, charge: { micros: 20_000 } },
      { group: 'ada', calls: 2, count: 2, charge: { micros: 40_000 } },
    ]);
    for (const by of ['day', 'operation', 'model', 'vendor', 'key'])
      expect(await report(`by=${by}`)).toMatchObject({ object: 'report', by, data: [{ calls: 3, succeeded: 3 }] });
    expect((await report('by=day&until=2026-01-01T00:00:00Z')).data).toEqual([]);
    expect((await get('/v1/usage/report?by=colour')).status).toBe(400);
  });

  it('tells when a limit came to a share, and takes refunds and adjustments as new events', async () => {
    expect((await get('/v1/alerts')).body.data).toMatchObject([
      { object: 'alert', meter: 'budget', threshold: 50, used: 60_000 },
    ]);
    const [{ callId }] = (await get('/v1/usage/events?limit=1')).body.data;
    const refund = { callId, micros: 5000, reference: 'ticket 1', reason: 'blurred' };
    expect(await operate('refunds', refund)).toMatchObject({
      status: 201,
      body: { kind: 'refund', callId, charge: { micros: -5000 }, reason: 'blurred' },
    });
    expect((await operate('refunds', refund)).status).toBe(201);
    expect((await operate('refunds', { ...refund, micros: 20_000, reference: 'ticket 2' })).status).toBe(409);
    expect((await operate('refunds', { ...refund, callId: 'call_x', reference: 'ticket 3' })).status).toBe(404);
    const fee = { micros: 30_000, reference: 'fee 1', reason: 'set-up' };
    expect((await operate('adjustments', fee)).body).toMatchObject({ kind: 'adjustment', charge: { micros: 30_000 } });
    // Totals for those who watch only rise: corrections are no calls.
    const { sums } = await current().composition.store.statistics.ended('', Date.now() + 1);
    expect(sums.every(({ vendor, count, chargeMicros }) => vendor !== null && count > 0 && chargeMicros >= 0)).toBe(
      true,
    );
    const early = await get('/v1/usage/report?from=1960-01-01T00:00:00Z');
    expect(early.body.data).not.toEqual([]);
    const { meters } = (await get('/v1/usage')).body;
    expect(meters).toContainEqual(expect.objectContaining({ meter: 'spend', current: 85_000 }));
    expect((await get('/v1/alerts?limit=1')).body).toMatchObject({
      data: [{ threshold: 80 }],
      nextCursor: expect.any(String),
    });
  });
});
