import { newId, StudioError } from '@image-studio/core';
import { leaseOf, reservationOf } from '@image-studio/core/contracts';
import { photo, type startServer } from './server.ts';

/** A request to a route. Without a key it bears that of the owner, on the operator's routes the operator's. */
export interface RouteRequest {
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** What is there when the routes are asked, and whose it is. */
export type Fixtures = Awaited<ReturnType<typeof makeFixtures>>;

type TestServer = Awaited<ReturnType<typeof startServer>>;

const wait = { prefer: 'wait=60' };

/** The operator's key of test servers. */
export const operatorKey = 'the-operators-own-key';

/** An account with a thing of every kind, and keys that may less. */
export async function makeFixtures(server: TestServer) {
  const { call, form, keyFor } = server;
  const { store } = server.composition;
  const key = await keyFor('owner');
  const made = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const answer = await call(method, path, { body, key, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  };
  const scoped = async (scope: string) =>
    (await made('POST', '/v1/keys', { name: scope, scopes: [scope] })).key as string;
  const webhook = await made('POST', '/v1/webhooks', { url: 'https://example.com/' });
  const upscale = form({ image: photo, model: 'lanczos3' });
  const run = await made('POST', '/v1/upscale', upscale, { ...wait, 'idempotency-key': 'used' });
  const deliveries = () => call('GET', `/v1/webhooks/${webhook.id}/deliveries`, { key });
  for (let looks = 0; looks < 200 && !(await deliveries()).body.data[0]; looks++)
    await server.composition.services.clock.sleep(100);
  await store.accounts.setLimit({
    account: 'owner',
    test: true,
    subject: 'account',
    meter: 'upscale',
    limit: { max: 1000 },
  });
  const [spent, busy] = [await keyFor('spent'), await keyFor('busy')];
  const none = { test: true, subject: 'account', limit: { max: 0 } } as const;
  await store.accounts.setLimit({ ...none, account: 'spent', meter: 'spend' });
  await store.accounts.setLimit({ ...none, account: 'busy', meter: 'requests' });
  await made('POST', '/v1/edit', form({ model: 'qwen-edit', prompt: 'x', image: photo }), wait);
  const events = await call('GET', '/v1/usage/events', { key });
  const charged = events.body.data.find(({ charge }: { charge: { micros: number } }) => charge.micros > 0);
  return {
    key,
    stranger: await keyFor('stranger'),
    live: await keyFor('owner', false),
    spent,
    busy,
    onlyRun: await scoped('run'),
    onlyRead: await scoped('read'),
    picture: `data:image/jpeg;base64,${Buffer.from(await photo.arrayBuffer()).toString('base64')}`,
    asset: run.outputs[0].id as string,
    etag: `"${run.outputs[0].sha256 as string}"`,
    input: run.input.image as string,
    run: run.id as string,
    webhook: webhook.id as string,
    delivery: (await deliveries()).body.data[0].id as string,
    upload: async () => (await made('POST', '/v1/assets', form({ file: photo }))).id as string,
    newKey: async () => (await made('POST', '/v1/keys', { name: 'one more' })).id as string,
    newWebhook: async (whose = key) =>
      (await call('POST', '/v1/webhooks', { key: whose, body: { url: 'https://example.com/' } })).body.id as string,
    ended: async () =>
      (await made('POST', '/v1/upscale', form({ image: photo, model: 'lanczos3' }), wait)).id as string,
    open: async (asset: string) =>
      (await made('POST', '/v1/edit', { model: 'qwen-edit', prompt: 'x', image: asset })).id as string,
    doubtful: () => doubtfulCall(server),
    charged: async () => charged.callId as string,
    adopt: async (id: string, ticket: string) =>
      call('POST', `/v1/admin/reconciliation/${id}`, { key: operatorKey, body: { action: 'adopt', ticket } }),
    form,
  };
}

/** A call nobody knows the fate of. */
async function doubtfulCall({ composition: { store } }: TestServer): Promise<string> {
  const createdAt = Date.now();
  const reservation = reservationOf({ account: 'owner', test: true, createdAt, id: newId('run', createdAt) });
  await store.ledger.reserve(reservation);
  const [call] = reservation.calls;
  const error = new StudioError('in_doubt', 'The line was cut', { billed: 'unknown' }).toJSON();
  await store.journal.advance(leaseOf(call), 'reserved', 'in_doubt', {
    error,
    sent: {},
    submittedAt: createdAt,
    dueAt: createdAt + 1e9,
  });
  return call!.id;
}
