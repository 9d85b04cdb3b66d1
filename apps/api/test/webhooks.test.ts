import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { announceAlerts } from '../src/announce-alerts.ts';
import { photo, startServer } from './server.ts';

const wait = { prefer: 'wait=60' };
let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
let target: Server;
let targetUrl: string;
/** What came in, and what to answer next (then 204). */
let received: { headers: Record<string, string>; body: string }[] = [];
let answers: number[] = [];

beforeAll(async () => {
  target = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  targetUrl = `http://127.0.0.1:${(target.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'image-studio-webhooks-'));
  server = await startServer(folder, { IMAGE_STUDIO_WEBHOOK_ORIGINS: targetUrl });
}, 60_000);
afterAll(async () => {
  await server.close();
  target.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  received = [];
  answers = [];
});

const run = (key: string, model = 'lanczos3') =>
  server.call('POST', '/v1/upscale', { body: server.form({ image: photo, model }), headers: wait, key });
const make = (key: string, body: unknown) => server.call('POST', '/v1/webhooks', { body, key });
const deliveries = async (key: string, id: string) =>
  (await server.call('GET', `/v1/webhooks/${id}/deliveries`, { key })).body.data;

describe('a webhook', () => {
  it('is told how a run ended, signed after Standard Webhooks', async () => {
    const key = await server.keyFor('told');
    const hook = (await make(key, { url: `${targetUrl}/hook` })).body;
    expect(hook).toMatchObject({ object: 'webhook', events: ['*'], active: true });
    const { id } = (await run(key)).body;
    await expect.poll(() => received.length, { timeout: 15_000 }).toBe(1);
    const [{ headers, body }] = received as [(typeof received)[number]];
    const event = new Webhook(hook.secret).verify(body, headers) as Record<string, unknown>;
    expect(event).toMatchObject({ type: 'run.succeeded', data: { id, state: 'succeeded', outputs: [{ width: 192 }] } });
    expect(() => new Webhook(hook.secret).verify(body.replace(id, 'run_x'), headers)).toThrow('signature');
    await expect.poll(async () => (await deliveries(key, hook.id))[0]?.state).toBe('delivered');
    expect((await server.call('GET', `/v1/webhooks/${hook.id}`, { key })).text).not.toContain(hook.secret);
  });

  it('is tried again after a failure, and once more when asked to', async () => {
    const key = await server.keyFor('retried');
    const hook = (await make(key, { url: targetUrl, events: ['run.succeeded'] })).body;
    answers = [500];
    await run(key);
    const first = async () => (await deliveries(key, hook.id))[0];
    await expect.poll(async () => (await first())?.attempts, { timeout: 15_000 }).toMatchObject([{ status: 500 }]);
    const failed = await first();
    expect(failed).toMatchObject({ state: 'pending', nextAttemptAt: expect.any(String) });
    const again = `/v1/webhooks/${hook.id}/deliveries/${failed.id}/redeliver`;
    expect((await server.call('POST', again, { key })).status).toBe(202);
    await expect.poll(async () => (await first()).state, { timeout: 15_000 }).toBe('delivered');
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([failed.id, failed.id]);
    expect((await first()).attempts).toMatchObject([{ status: 500 }, { status: 204, error: null }]);
  });

  it('that is gone for good gets nothing more', async () => {
    const key = await server.keyFor('gone');
    const hook = (await make(key, { url: targetUrl })).body;
    answers = [410];
    await run(key);
    const active = async () => (await server.call('GET', `/v1/webhooks/${hook.id}`, { key })).body.active;
    await expect.poll(active, { timeout: 15_000 }).toBe(false);
    expect((await deliveries(key, hook.id))[0]).toMatchObject({ state: 'failed' });
    await run(key);
    await server.composition.webhookSender.send();
    expect(received).toHaveLength(1);
    const on = await server.call('PATCH', `/v1/webhooks/${hook.id}`, { key, body: { active: true } });
    expect(on.body.active).toBe(true);
  });

  it('hears only the events it wants, and of an alert once', async () => {
    const key = await server.keyFor('picky');
    const hook = (await make(key, { url: targetUrl, events: ['alert.threshold'] })).body;
    const body = { meter: 'upscale', limit: { max: 2 } };
    const operator = { key: 'the-operators-own-key', body };
    expect((await server.call('PUT', '/v1/admin/accounts/picky/limits', operator)).status).toBe(200);
    await run(key);
    await expect.poll(() => received.length, { timeout: 15_000 }).toBe(1);
    const { services, webhookSender } = server.composition;
    await announceAlerts(services);
    await webhookSender.send();
    const [alert] = (await server.call('GET', '/v1/alerts', { key })).body.data;
    expect(alert).toMatchObject({ meter: 'upscale', threshold: 50, used: 1, max: 2 });
    expect(JSON.parse(received[0]!.body)).toEqual({ type: 'alert.threshold', timestamp: alert.at, data: alert });
    expect(await deliveries(key, hook.id)).toHaveLength(1);
    expect(received).toHaveLength(1);
  });

  it('is told when a limit comes to a threshold, once and in its own mode', async () => {
    const key = await server.keyFor('watchful');
    const { secret } = (await make(key, { url: targetUrl, events: ['alert.threshold'] })).body;
    const { store, webhookSender } = server.composition;
    await store.webhooks.create({ account: 'watchful', test: false, url: targetUrl, secret, events: ['*'], at: 0 });
    const limit = { account: 'watchful', test: true, subject: 'account', meter: 'upscale', limit: { max: 2 } } as const;
    await store.accounts.setLimit(limit);
    await run(key);
    await Promise.all([webhookSender.send(), webhookSender.send()]);
    await expect.poll(() => received.length, { timeout: 15_000 }).toBe(1);
    expect(JSON.parse(received[0]!.body)).toMatchObject({
      type: 'alert.threshold',
      data: { object: 'alert', meter: 'upscale', threshold: 50, used: 1, max: 2, test: true },
    });
    await webhookSender.send();
    expect(received).toHaveLength(1);
  });

  it('that is switched off is sent nothing, not even what was waiting, until it is on again', async () => {
    const key = await server.keyFor('paused');
    const hook = (await make(key, { url: targetUrl })).body;
    answers = [500];
    await run(key);
    const first = async () => (await deliveries(key, hook.id))[0];
    await expect.poll(async () => (await first())?.attempts, { timeout: 15_000 }).toHaveLength(1);
    const path = `/v1/webhooks/${hook.id}`;
    await server.call('PATCH', path, { key, body: { active: false } });
    await server.call('POST', `${path}/deliveries/${(await first()).id}/redeliver`, { key });
    await server.composition.webhookSender.send();
    expect(await first()).toMatchObject({ state: 'pending', attempts: [{ status: 500 }] });
    await server.call('PATCH', path, { key, body: { active: true } });
    await expect.poll(async () => (await first()).state, { timeout: 15_000 }).toBe('delivered');
  });

  it('of one account is none of another’s, and is removed with its log', async () => {
    const [key, other] = [await server.keyFor('owner'), await server.keyFor('stranger')];
    const hook = (await make(key, { url: targetUrl })).body;
    const path = `/v1/webhooks/${hook.id}`;
    for (const [method, end, body] of [
      ['GET', ''],
      ['PATCH', '', { active: false }],
      ['DELETE', ''],
      ['GET', '/deliveries'],
      ['POST', '/deliveries/delivery_x/redeliver'],
    ] as const)
      expect((await server.call(method, `${path}${end}`, { key: other, body })).status).toBe(404);
    expect((await server.call('GET', '/v1/webhooks', { key: other })).body.data).toEqual([]);
    expect((await server.call('GET', '/v1/webhooks', { key })).body.data).toMatchObject([
      { id: hook.id, active: true },
    ]);
    expect((await server.call('DELETE', path, { key })).status).toBe(204);
    expect((await server.call('GET', path, { key })).status).toBe(404);
  });

  it.each([
    [{ url: 'http://example.test/hook' }, 'https'],
    [{ url: 'https://127.0.0.1/' }, 'public'],
    [{ url: 'https://0x7f.1/' }, 'public'],
    [{ url: 'https://[::ffff:169.254.169.254]/' }, 'public'],
    [{ url: 'https://a:b@example.test/' }, 'user name'],
    [{ url: 'https://example.test/', events: ['everything'] }, 'run.succeeded'],
    [{ url: 'no address' }, 'URL'],
    [{}, ''],
    [JSON.parse('['.repeat(40) + ']'.repeat(40)), 'nested'],
  ])('as %j is refused', async (body, why) => {
    const refused = await make(server.key, body);
    expect([refused.status, refused.text.includes(why)]).toEqual([400, true]);
  });

  it('that leads inside by its name is never called', async () => {
    const key = await server.keyFor('rebound');
    const hook = (await make(key, { url: 'https://localhost/hook' })).body;
    await run(key);
    const first = async () => (await deliveries(key, hook.id))[0]?.attempts;
    await expect
      .poll(first, { timeout: 15_000 })
      .toMatchObject([{ status: null, error: 'localhost is not a public address.' }]);
  });

  it('is one of at most twenty', async () => {
    const key = await server.keyFor('many');
    const url = 'https://example.test/';
    for (let count = 0; count < 20; count++) expect((await make(key, { url })).status).toBe(201);
    expect(await make(key, { url })).toMatchObject({ status: 409 });
  });
});
