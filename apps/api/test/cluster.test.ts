import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { startPostgres } from './postgres.ts';
import { photo, startServer } from './server.ts';

type Server = Awaited<ReturnType<typeof startServer>>;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let folder: string;
const open: Server[] = [];

/** A node of this role; nodes share the database and the folder. */
async function node(role: 'all' | 'api' | 'worker'): Promise<Server> {
  const server = await startServer(folder, { DATABASE_URL: postgres.url, IMAGE_STUDIO_ROLE: role });
  open.push(server);
  return server;
}
async function stop(server: Server): Promise<void> {
  open.splice(open.indexOf(server), 1);
  await server.close();
}

beforeAll(async () => {
  postgres = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), 'image-studio-cluster-'));
}, 60_000);
afterAll(async () => {
  while (open[0]) await stop(open[0]);
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const edit = (server: Server, prefer = 'wait=60') =>
  server.call('POST', '/v1/edit', {
    body: server.form({ model: 'qwen-edit', prompt: 'x', image: photo }),
    headers: { prefer },
  });

describe('nodes on one PostgreSQL', { timeout: 120_000 }, () => {
  it('one accepts, the other works; who accepted follows the run to its end', async () => {
    const api = await node('api');
    const alone = await edit(api, 'wait=1');
    expect(alone).toMatchObject({ status: 202, body: { state: 'queued' } });
    const worker = await node('worker');
    expect((await worker.call('GET', '/health')).status).toBe(200);
    expect((await worker.call('GET', '/v1/runs')).status).toBe(404);
    const events = await api.call('GET', `/v1/runs/${alone.body.id}/events`);
    expect(events.text).toContain('event: run.succeeded');
    expect((await edit(api)).body).toMatchObject({ state: 'succeeded', charge: { micros: 20_000 } });
    await stop(worker);
    await stop(api);
  });

  it('a node that stops hands its runs over at once, and waiting clients are told where it stands', async () => {
    const [first, second] = [await node('all'), await node('all')];
    const waiting = edit(first);
    const list = async () => (await second.call('GET', '/v1/runs?state=running')).body.data;
    await expect.poll(list, { timeout: 20_000 }).not.toEqual([]);
    const [{ id }] = await list();
    await stop(first);
    expect((await waiting).status).toBe(202);
    const state = async () => (await second.call('GET', `/v1/runs/${id}`)).body.state;
    // A lease lasts 30 s: without a hand-over nobody would have it so soon.
    await expect.poll(state, { timeout: 20_000 }).toBe('succeeded');
    await stop(second);
  });

  it('a cancel reaches the node that drives the run', async () => {
    const [first, second] = [await node('all'), await node('all')];
    const { id } = (await edit(first, 'wait=0')).body;
    const canceled = await second.call('POST', `/v1/runs/${id}/cancel`, { headers: { prefer: 'wait=60' } });
    expect(canceled.body.cancelRequested).toBe(true);
    expect(['canceled', 'succeeded']).toContain(canceled.body.state);
    await stop(first);
    await stop(second);
  });

  it('roles need a common database, and the start says so', () => {
    expect(() => readConfig({ IMAGE_STUDIO_ROLE: 'worker' })).toThrow('DATABASE_URL');
    expect(() => readConfig({ IMAGE_STUDIO_ROLE: 'boss' })).toThrow('IMAGE_STUDIO_ROLE');
  });
});

describe('figures', { timeout: 60_000 }, () => {
  it('tell of requests, calls and money, to the operator only', async () => {
    const server = await startServer(folder, {
      DATABASE_URL: postgres.url,
      IMAGE_STUDIO_METRICS_KEY: 'a-key-for-prometheus',
    });
    open.push(server);
    await edit(server);
    expect((await server.call('GET', '/metrics')).status).toBe(403);
    const text = async () => (await server.call('GET', '/metrics', { key: 'a-key-for-prometheus' })).text;
    const charged =
      /image_studio_charge_micros_total\{vendor="wavespeed",operation="edit",test="true",outcome="succeeded"\} 20000/;
    await expect.poll(text, { timeout: 20_000, interval: 500 }).toMatch(charged);
    const all = (await server.call('GET', '/metrics', { key: 'the-operators-own-key' })).text;
    expect(all).toMatch(/image_studio_http_request_seconds_count\{method="POST",route="\/v1\/edit",status="201"\} 1/);
    expect(all).toMatch(/image_studio_calls_waiting \d/);
    expect(all).toContain('process_resident_memory_bytes');
    expect(all).not.toMatch(/is_test_|run_0/);
    await stop(server);
  });
});
