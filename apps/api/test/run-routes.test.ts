import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current, folder } = useServer();

const upscale = (key?: string) =>
  current().call('POST', '/v1/upscale', {
    body: current().form({ image: photo, model: 'lanczos3' }),
    headers: wait,
    ...(key === undefined ? {} : { key }),
  });
const edit = (fields: Record<string, string> = {}) =>
  current().call('POST', '/v1/edit', {
    body: current().form({ model: 'qwen-edit', prompt: 'x', image: photo, ...fields }),
  });

/** The events of a stream, up to its end. */
function eventsIn(text: string) {
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('event:'))
    .map((block) => Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s))))
    .map(({ event, id, data }) => ({ event, id, data: JSON.parse(data as string) }));
}

describe('the list of runs', () => {
  it('is paged newest first, and filtered by operation, state and user', async () => {
    const key = await current().keyFor('lister');
    const ids: string[] = [];
    for (let index = 0; index < 3; index++) ids.unshift((await upscale(key)).body.id);
    const list = async (query: string) => (await current().call('GET', `/v1/runs?${query}`, { key })).body;
    const first = await list('limit=2');
    expect(first).toMatchObject({ object: 'list', data: [{ id: ids[0] }, { id: ids[1] }], nextCursor: ids[1] });
    expect(await list(`limit=2&cursor=${first.nextCursor}`)).toMatchObject({
      data: [{ id: ids[2] }],
      nextCursor: null,
    });
    expect((await list('state=succeeded&operation=upscale')).data).toHaveLength(3);
    for (const query of ['state=failed', 'operation=edit', 'user=ada']) expect((await list(query)).data).toEqual([]);
  });

  it('shows no other account’s runs, and refuses what it does not know', async () => {
    await upscale();
    const key = await current().keyFor('stranger');
    expect((await current().call('GET', '/v1/runs', { key })).body.data).toEqual([]);
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'state=done', 'page=2'])
      expect((await current().call('GET', `/v1/runs?${query}`)).status).toBe(400);
    expect((await current().call('GET', '/v1/runs', { key: 'is_test_wrong' })).status).toBe(401);
  });
});

describe('following a run over HTTP', () => {
  it('streams its moments until its end, with what is needed to go on', async () => {
    const { id } = (await edit()).body;
    const stream = await current().call('GET', `/v1/runs/${id}/events`);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const events = eventsIn(stream.text);
    expect(events.at(-1)).toMatchObject({ event: 'run.succeeded', id: 'succeeded', data: { id, state: 'succeeded' } });
    expect(events[0]?.data.progress).toMatchObject({ fraction: expect.any(Number) });
    const rest = await current().call('GET', `/v1/runs/${id}/events`, {
      headers: { 'last-event-id': 'running:0.100' },
    });
    expect(eventsIn(rest.text).map(({ event }) => event)).toEqual(['run.succeeded']);
    const none = await current().call('GET', `/v1/runs/${id}/events`, { headers: { 'last-event-id': 'succeeded' } });
    expect(none.status).toBe(204);
  });

  it('ends with its reader, and the run goes on', async () => {
    const { id } = (await edit()).body;
    const stop = new AbortController();
    const headers = { authorization: `Bearer ${current().key}` };
    const answer = await fetch(new URL(`/v1/runs/${id}/events`, current().url), { headers, signal: stop.signal });
    const reader = answer.body!.getReader();
    expect((await reader.read()).done).toBe(false);
    stop.abort();
    await expect(reader.read()).rejects.toThrow('aborted');
    const state = async () => (await current().call('GET', `/v1/runs/${id}`)).body.state;
    await expect.poll(state, { timeout: 20_000 }).toBe('succeeded');
  });

  it('is not for other accounts', async () => {
    const { id } = (await edit()).body;
    const key = await current().keyFor('stranger');
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/events'],
      ['POST', '/cancel'],
      ['DELETE', ''],
    ] as const) {
      const refused = await current().call(method, `/v1/runs/${id}${path}`, { key });
      expect([path, refused.status, refused.body.code]).toEqual([path, 404, 'not_found']);
      expect((await current().call(method, `/v1/runs/${id}${path}`, { key: '' })).status).toBe(401);
      expect((await current().call(method, `/v1/runs/run_none${path}`)).status).toBe(404);
    }
    expect((await current().call('GET', `/v1/runs/${id}`)).body.cancelRequested).toBe(false);
  });
});

describe('canceling a run', () => {
  it('stops what was not sent, keeps what was, and says which', async () => {
    const { id } = (await edit()).body;
    const canceled = await current().call('POST', `/v1/runs/${id}/cancel`, { headers: wait });
    expect(canceled).toMatchObject({ status: 200, body: { id, cancelRequested: true } });
    expect(['canceled', 'succeeded']).toContain(canceled.body.state);
    expect(canceled.body.charge.micros).toBe(canceled.body.state === 'canceled' ? 0 : 20_000);
  });

  it('changes nothing about a run that has ended', async () => {
    const { id } = (await upscale()).body;
    expect((await current().call('POST', `/v1/runs/${id}/cancel`)).body).toMatchObject({ state: 'succeeded' });
  });
});

describe('forgetting a run', () => {
  it('removes it with its files and its job at the vendor; what it cost stays', async () => {
    const key = await current().keyFor('forgetter');
    const body = current().form({ model: 'qwen-edit', prompt: 'a secret wish', image: photo });
    const run = (await current().call('POST', '/v1/edit', { body, headers: wait, key })).body;
    const files = async () => (await readdir(join(folder(), 'files'), { recursive: true })).join(' ');
    const [output] = run.outputs;
    expect(await files()).toContain(run.input.image);
    expect((await current().call('DELETE', `/v1/runs/${run.id}`, { key })).status).toBe(204);
    for (const path of [`/v1/runs/${run.id}`, `/v1/assets/${output.id}/content`, `/v1/assets/${run.input.image}`])
      expect((await current().call('GET', path, { key })).status).toBe(404);
    expect((await fetch(output.url)).status).toBe(404);
    expect((await current().call('DELETE', `/v1/runs/${run.id}`, { key })).status).toBe(404);
    await expect.poll(files, { timeout: 10_000 }).not.toContain(run.input.image);
    const { store } = current().composition;
    const left = () => store.archive.claimRemovals({ now: 9e15, retryAt: 0, limit: 100 });
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
    const usage = await current().call('GET', '/v1/usage', { key });
    expect(usage.body.meters).toContainEqual(expect.objectContaining({ meter: 'spend', used: 20_000 }));
  });

  it('is refused while the run goes on', async () => {
    const { id } = (await edit()).body;
    expect(await current().call('DELETE', `/v1/runs/${id}`)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    await current().call('POST', `/v1/runs/${id}/cancel`, { headers: wait });
  });
});
