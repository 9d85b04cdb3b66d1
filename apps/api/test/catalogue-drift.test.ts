import { setImmediate as turn } from 'node:timers/promises';
import { type Clock, systemClock } from '@image-studio/core';
import { createSandbox } from '@image-studio/sandbox';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CatalogueDrift, driftSince, type ListedModel, readSeenCatalogue } from '../src/catalogue-drift.ts';
import { createMetrics } from '../src/metrics.ts';
import { keepCatalogueAlert } from '../src/catalogue-alert.ts';
import { logDrift, watchCatalogue } from '../src/watch-catalogue.ts';
import { useServer } from './server.ts';

const baseUrl = 'http://wavespeed.sandbox.invalid';
const sandbox = createSandbox({ baseUrl });
const wavespeed = createWavespeed({ apiKey: 'test', baseUrl, fetch: (request) => sandbox.fetch(request) });

let rows: readonly ListedModel[];
beforeAll(async () => {
  rows = await wavespeed.models();
});
const changed = (id: string, change: Partial<ListedModel>) =>
  rows.map((row) => (row.model_id === id ? { ...row, ...change } : row));
const { current } = useServer();
const upscaler = 'clarity-ai/pro-upscaler';

describe('the drift of a vendor’s catalogue', () => {
  it('is none while the vendor says what it said', async () => {
    expect(await driftSince(await readSeenCatalogue(), rows)).toBeUndefined();
  });

  it('is a new model of a covered type, one that is gone, another price and another schema', async () => {
    const seen = await readSeenCatalogue();
    const today = [
      ...changed(upscaler, { formula: '{"total_price": 1}' })
        .filter(({ model_id }) => model_id !== 'wavespeed-ai/seedvr2/image')
        .map((row) => (row.model_id === 'wavespeed-ai/image-upscaler' ? { ...row, base_price: 9 } : row))
        .map((row) => (row.model_id === 'bria/expand' ? { ...row, api_schema: { api_schemas: [{}] } } : row)),
      { ...rows[0]!, model_id: 'acme/new', type: 'upscaler' },
      { ...rows[0]!, model_id: 'acme/training', type: 'training' },
    ];
    expect(await driftSince(seen, today)).toEqual({
      added: ['acme/new'],
      removed: ['wavespeed-ai/seedvr2/image'],
      price: expect.arrayContaining([upscaler, 'wavespeed-ai/image-upscaler']),
      schema: ['bria/expand'],
    });
  });

  it('is not told by other words for the same schema', async () => {
    const text = JSON.stringify(rows.find(({ model_id }) => model_id === upscaler)!.api_schema);
    const schema = JSON.parse(text.replaceAll('"type":"number"', '"description":"How large","type":"number"'));
    expect(text).toContain('"type":"number"');
    expect(await driftSince(await readSeenCatalogue(), changed(upscaler, { api_schema: schema }))).toBeUndefined();
  });

  it('is not told by an answer without formulas', async () => {
    expect(await driftSince(await readSeenCatalogue(), changed(upscaler, { formula: undefined }))).toBeUndefined();
  });
});

describe('the daily check', () => {
  it('looks every day, tells what it finds, and goes on after a failure', async () => {
    const slept: number[] = [];
    const stop = new AbortController();
    const clock: Clock = {
      ...systemClock,
      sleep: async (ms) => {
        slept.push(ms);
        if (slept.length > 3) stop.abort();
        await turn();
      },
    };
    const logged: { msg: string }[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
    const told: (CatalogueDrift | undefined)[] = [];
    const answers = [rows, undefined, rows.slice(1)];
    await watchCatalogue({
      models: async () => answers.shift() ?? Promise.reject(new Error('away')),
      clock,
      logger,
      onCompared: (drift) => {
        told.push(drift);
        logDrift(logger)(drift);
      },
      signal: stop.signal,
    });
    expect(slept).toEqual([60_000, 86_400_000, 86_400_000, 86_400_000]);
    expect(told).toEqual([undefined, { added: [], removed: [rows[0]!.model_id], price: [], schema: [] }]);
    expect(logged.map(({ msg }) => msg)).toEqual([
      expect.stringContaining('cannot be compared'),
      expect.stringContaining('1 removed'),
    ]);
  });

  it('is a figure for Prometheus, back at 0 when the catalogue is as it was', async () => {
    const standing = { calls: [], waiting: 0, held: [], webhooksPending: 0, removalsPending: 0 };
    const statistics = { standing: async () => standing, ended: async (last: string) => ({ last, sums: [] }) };
    const metrics = createMetrics(statistics, systemClock);
    metrics.catalogue({ added: [], removed: ['a/b', 'a/c'], price: [], schema: [] });
    expect(await metrics.text()).toContain('image_studio_catalogue_drift{what="removed"} 2');
    metrics.catalogue(undefined);
    expect(await metrics.text()).toContain('image_studio_catalogue_drift{what="removed"} 0');
  });
});

describe('the operator', () => {
  it('is alerted to a drift, by any node and since its first day, until it is over', async () => {
    const { services } = current().composition;
    const on = (day: number): Clock => ({ ...systemClock, now: () => Date.UTC(2026, 0, day) });
    const alerts = async () => {
      const answer = await current().call('GET', '/v1/admin/alerts', { key: 'the-operators-own-key' });
      expect(answer.status).toBe(200);
      return answer.body.data;
    };
    const drift = { added: ['acme/new'], removed: [], price: ['acme/dear'], schema: [] };
    await keepCatalogueAlert(services.settings, on(1), undefined);
    expect(await alerts()).toEqual([]);
    await keepCatalogueAlert(services.settings, on(2), { ...drift, price: [] });
    await keepCatalogueAlert(services.settings, on(3), drift);
    const [since, at] = ['2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z'];
    const told = { object: 'alert', kind: 'catalogue_drift', vendor: 'wavespeed', ...drift, since, at };
    expect(await alerts()).toEqual([told]);
    await keepCatalogueAlert(services.settings, on(4), undefined);
    expect(await alerts()).toEqual([]);
    expect((await current().call('GET', '/v1/admin/alerts')).status).toBe(403);
  });
});
