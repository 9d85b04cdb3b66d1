import { describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current } = useServer();
const operator = { key: 'the-operators-own-key' };
const edit = (key: string) =>
  current().call('POST', '/v1/edit', {
    key,
    body: current().form({ model: 'qwen-edit', prompt: 'x', image: photo }),
    headers: wait,
  });
const makeKey = (body: object, key = current().key) => current().call('POST', '/v1/keys', { key, body });

describe('a key', () => {
  it('does what its scopes say and no more', async () => {
    const reading = (await makeKey({ name: 'reader', scopes: ['read'] })).body.key;
    expect((await current().call('GET', '/v1/usage', { key: reading })).status).toBe(200);
    expect(await edit(reading)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await makeKey({ name: 'x' }, reading)).status).toBe(403);
    const running = (await makeKey({ name: 'runner', scopes: ['run'] })).body.key;
    expect((await edit(running)).status).toBe(201);
    expect((await current().call('GET', '/v1/usage', { key: running })).status).toBe(403);
    // A webhook is told of every run of the account, so setting one up is reading, too.
    const body = { url: 'https://example.com/hook' };
    expect((await current().call('POST', '/v1/webhooks', { key: running, body })).status).toBe(403);
    expect((await current().call('PATCH', '/v1/webhooks/webhook_x', { key: running, body })).status).toBe(403);
    expect((await current().call('POST', '/v1/webhooks', { key: reading, body })).status).toBe(403);
    const admin = (await makeKey({ name: 'admin', scopes: ['admin'] })).body.key;
    expect(await makeKey({ scopes: ['run'] }, admin)).toMatchObject({ status: 403 });
    expect((await makeKey({ scopes: ['admin'] }, admin)).status).toBe(201);
    expect((await makeKey({ test: false })).status).toBe(403);
    expect((await makeKey({ scopes: ['everything'] })).status).toBe(400);
  });

  it('is shown once, listed without its secret, and refused as soon as it is revoked', async () => {
    const made = await makeKey({ name: 'laptop' });
    expect(made).toMatchObject({ status: 201, body: { name: 'laptop', scopes: ['run', 'read'], revokedAt: null } });
    const { id, key } = made.body;
    expect((await edit(key)).status).toBe(201);
    const listed = await current().call('GET', '/v1/keys');
    expect(listed.body.data.map((row: { id: string }) => row.id)).toContain(id);
    expect(listed.text).not.toContain(key.slice(8));
    const other = await current().keyFor('other-owner');
    expect((await current().call('DELETE', `/v1/keys/${id}`, { key: other })).status).toBe(404);
    expect((await current().call('DELETE', `/v1/keys/${id}`)).status).toBe(200);
    expect(await edit(key)).toMatchObject({ status: 401, body: { detail: expect.stringContaining('revoked') } });
    expect((await current().call('DELETE', '/v1/keys/key_unknown')).status).toBe(404);
  });

  it('has a budget of its own and a last day', async () => {
    const { body } = await makeKey({ name: 'small', budget: 30_000 });
    expect((await edit(body.key)).status).toBe(201);
    expect(await edit(body.key)).toMatchObject({
      status: 402,
      body: {
        code: 'budget_exceeded',
        details: { limit: { subject: 'key', meter: 'budget', max: 30_000, used: 20_000 } },
      },
    });
    const limits = await current().call('GET', '/v1/limits', { key: body.key });
    expect(limits.body.key).toMatchObject([{ meter: 'budget', current: 20_000, limit: 30_000 }]);
    expect((await edit(current().key)).status).toBe(201);
    const expired = await makeKey({ name: 'old', expiresAt: '2026-01-01T00:00:00Z' });
    expect((await edit(expired.body.key)).status).toBe(401);
  });

  it('is listed and revoked by the operator, too', async () => {
    const key = await current().keyFor('operated');
    const list = () => current().call('GET', '/v1/admin/keys?account=operated', operator);
    const [{ id }] = (await list()).body.data;
    expect((await current().call('DELETE', `/v1/admin/keys/${id}?account=operated`, operator)).status).toBe(200);
    expect((await list()).body.data).toMatchObject([{ id, revokedAt: expect.any(String) }]);
    expect((await current().call('GET', '/v1/usage', { key })).status).toBe(401);
  });
});
