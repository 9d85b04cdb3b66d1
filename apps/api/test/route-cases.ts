import { photo } from './server.ts';
import { operations } from './route-operations.ts';
import type { Fixtures, RouteRequest } from './route-fixtures.ts';

/** Makes the request that a route answers with a status. */
export type MakeRequest = (fixtures: Fixtures) => RouteRequest | Promise<RouteRequest>;

/** By route and status; what a status means on every route (`general`) is not repeated. */
export type RouteCases = Readonly<Record<string, Readonly<Record<number, MakeRequest>>>>;

const get =
  (path: string): MakeRequest =>
  () => ({ path });
const send =
  (path: string, body: unknown): MakeRequest =>
  () => ({ path, body });
const account = '/v1/admin/accounts/owner';
const correction = (reference: string) => ({ micros: 1, reference, reason: 'a bad picture' });

/** What each route is asked for each of its answers. */
export const routeCases: RouteCases = {
  ...operations,
  'get /v1/runs': { 200: get('/v1/runs?limit=1') },
  'get /v1/runs/{id}': { 200: ({ run }) => ({ path: `/v1/runs/${run}` }) },
  'delete /v1/runs/{id}': {
    204: async ({ ended }) => ({ path: `/v1/runs/${await ended()}` }),
    409: async ({ open, input }) => ({ path: `/v1/runs/${await open(input)}` }),
  },
  'get /v1/runs/{id}/events': {
    200: ({ run }) => ({ path: `/v1/runs/${run}/events` }),
    204: ({ run }) => ({ path: `/v1/runs/${run}/events`, headers: { 'last-event-id': 'succeeded' } }),
    503: ({ run, live: key }) => ({ path: `/v1/runs/${run}/events`, key }),
  },
  'post /v1/runs/{id}/cancel': {
    200: ({ run }) => ({ path: `/v1/runs/${run}/cancel` }),
    503: ({ run, live: key }) => ({ path: `/v1/runs/${run}/cancel`, key }),
  },
  'get /v1/models': { 200: get('/v1/models?operation=edit'), 503: ({ live: key }) => ({ path: '/v1/models', key }) },
  'get /v1/models/{id}': {
    200: get('/v1/models/qwen-edit'),
    503: ({ live: key }) => ({ path: '/v1/models/qwen-edit', key }),
  },
  'get /v1/usage': { 200: get('/v1/usage') },
  'get /v1/usage/events': { 200: get('/v1/usage/events') },
  'get /v1/usage/report': { 200: get('/v1/usage/report?by=day') },
  'get /v1/limits': { 200: get('/v1/limits?user=nobody') },
  'get /v1/alerts': { 200: get('/v1/alerts') },
  'get /v1/keys': { 200: get('/v1/keys') },
  'post /v1/keys': { 201: send('/v1/keys', { name: 'mine' }) },
  'delete /v1/keys/{id}': { 200: async ({ newKey }) => ({ path: `/v1/keys/${await newKey()}` }) },
  'post /v1/assets': {
    201: ({ form }) => ({ path: '/v1/assets', body: form({ file: photo }) }),
    503: ({ form, live: key }) => ({ path: '/v1/assets', key, body: form({ file: photo }) }),
  },
  'get /v1/assets/{id}': { 200: ({ asset }) => ({ path: `/v1/assets/${asset}` }) },
  'delete /v1/assets/{id}': {
    204: async ({ upload }) => ({ path: `/v1/assets/${await upload()}` }),
    409: async ({ open, upload }) => {
      const asset = await upload();
      await open(asset);
      return { path: `/v1/assets/${asset}` };
    },
  },
  'get /v1/assets/{id}/content': {
    200: ({ asset }) => ({ path: `/v1/assets/${asset}/content` }),
    206: ({ asset }) => ({ path: `/v1/assets/${asset}/content`, headers: { range: 'bytes=0-1' } }),
    304: ({ asset, etag }) => ({ path: `/v1/assets/${asset}/content`, headers: { 'if-none-match': etag } }),
    416: ({ asset }) => ({ path: `/v1/assets/${asset}/content`, headers: { range: 'bytes=99999999-' } }),
  },
  'post /v1/webhooks': {
    201: send('/v1/webhooks', { url: 'https://example.com/' }),
    409: async ({ newWebhook, busy: key }) => {
      // As many as an account may have.
      for (let made = 0; made < 20; made++) await newWebhook(key);
      return { path: '/v1/webhooks', key, body: { url: 'https://example.com/' } };
    },
  },
  'get /v1/webhooks': { 200: get('/v1/webhooks') },
  'get /v1/webhooks/{id}': { 200: ({ webhook }) => ({ path: `/v1/webhooks/${webhook}` }) },
  'patch /v1/webhooks/{id}': { 200: ({ webhook }) => ({ path: `/v1/webhooks/${webhook}`, body: { active: true } }) },
  'delete /v1/webhooks/{id}': { 204: async ({ newWebhook }) => ({ path: `/v1/webhooks/${await newWebhook()}` }) },
  'get /v1/webhooks/{id}/deliveries': { 200: ({ webhook }) => ({ path: `/v1/webhooks/${webhook}/deliveries` }) },
  'post /v1/webhooks/{id}/deliveries/{delivery}/redeliver': {
    202: ({ webhook, delivery }) => ({ path: `/v1/webhooks/${webhook}/deliveries/${delivery}/redeliver` }),
  },
  'post /webhooks/{vendor}/{token}': { 200: send('/webhooks/wavespeed/unknown', {}) },
  'get /health': { 200: get('/health') },
  'get /ready': { 200: get('/ready') },
  'get /metrics': { 200: get('/metrics') },
  'get /openapi.json': { 200: get('/openapi.json') },
  'get /docs': { 200: get('/docs') },
  'get /docs/plain': { 200: get('/docs/plain') },
  'get /docs/scalar.js': { 200: get('/docs/scalar.js') },
  'get /docs/start.js': { 200: get('/docs/start.js') },
  'post /v1/admin/accounts': {
    201: send('/v1/admin/accounts', { id: 'made' }),
    404: send('/v1/admin/accounts', { id: 'planless', plan: 'no-such-plan' }),
    409: send('/v1/admin/accounts', { id: 'owner' }),
  },
  'get /v1/admin/accounts': { 200: get('/v1/admin/accounts') },
  'get /v1/admin/accounts/{id}': { 200: get(account) },
  'patch /v1/admin/accounts/{id}': { 200: send(account, { active: true }) },
  'get /v1/admin/accounts/{id}/limits': { 200: get(`${account}/limits`) },
  'put /v1/admin/accounts/{id}/limits': {
    200: send(`${account}/limits`, { meter: 'video', limit: { unlimited: true } }),
  },
  'get /v1/admin/accounts/{id}/users': { 200: get(`${account}/users`) },
  'post /v1/admin/accounts/{id}/refunds': {
    201: async ({ charged }) => ({ path: `${account}/refunds`, body: { ...correction('b'), callId: await charged() } }),
    409: async ({ charged }) => ({
      path: `${account}/refunds`,
      body: { ...correction('more than it was charged'), micros: 1e9, callId: await charged() },
    }),
  },
  'post /v1/admin/accounts/{id}/adjustments': {
    201: send(`${account}/adjustments`, correction('a')),
    409: send(`${account}/adjustments`, { ...correction('more than was used'), micros: -1e12 }),
  },
  'get /v1/admin/keys': { 200: get('/v1/admin/keys?account=owner') },
  'post /v1/admin/keys': { 201: send('/v1/admin/keys', { account: 'owner' }) },
  'delete /v1/admin/keys/{id}': {
    200: async ({ newKey }) => ({ path: `/v1/admin/keys/${await newKey()}?account=owner` }),
    404: get('/v1/admin/keys/none?account=owner'),
  },
  'get /v1/admin/plans': { 200: get('/v1/admin/plans') },
  'put /v1/admin/plans/{id}': { 200: send('/v1/admin/plans/mine', { name: 'Mine', rank: 5, markupBasisPoints: 0 }) },
  'get /v1/admin/billing': { 200: get('/v1/admin/billing?test=true'), 503: get('/v1/admin/billing') },
  'get /v1/admin/alerts': { 200: get('/v1/admin/alerts') },
  'get /v1/admin/reconciliation': { 200: get('/v1/admin/reconciliation') },
  'post /v1/admin/reconciliation/{id}': {
    200: async ({ doubtful }) => ({
      path: `/v1/admin/reconciliation/${await doubtful()}`,
      body: { action: 'release' },
    }),
    409: async ({ doubtful, adopt }) => {
      await adopt(await doubtful(), 'job-1');
      return { path: `/v1/admin/reconciliation/${await doubtful()}`, body: { action: 'adopt', ticket: 'job-1' } };
    },
  },
};

/** Answers that no request of this test can bring about, and what brings them about instead. */
export const provedElsewhere: Readonly<Record<string, string>> = {
  'get /v1/assets/{id}/content 302': 'bucket.test.ts: a storage that clients are sent to',
  'get /ready 503': 'app.test.ts: a database that is away',
  'get /docs/scalar.js 304': 'openapi.test.ts',
  'get /docs/scalar.js 404': 'where the package is not installed',
  'post /webhooks/{vendor}/{token} 400': 'callbacks.test.ts: a signed body that is no callback',
  'post /webhooks/{vendor}/{token} 401': 'callbacks.test.ts: a wrong signature of a live vendor',
};
