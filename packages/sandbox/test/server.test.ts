import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { Client } from 'wavespeed';
import { createSandbox, listen, type SandboxOptions } from '../src/index.ts';
import { editModel, plain, rejection, textModel } from './caller.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

async function served(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, stateless: false, ...options });
  const { url, close } = await listen(sandbox, { host: '127.0.0.1', port: 0 });
  cleanups.push(close);
  const post = (path: string, body: unknown, signal?: AbortSignal) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer key' },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal }),
    });
  return { sandbox, url, post };
}

test('the official client uploads a file, runs a model on it and gets addresses that download', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-client-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'photo.png'), await plain(320, 200));
  const { sandbox, url } = await served();
  const client = new Client('key', { baseUrl: url });
  const image = await client.upload(join(folder, 'photo.png'));
  const { outputs } = await client.run(editModel, { prompt: 'dusk', image }, { pollInterval: 0.01 });
  const file = await (await fetch(String(outputs[0]))).arrayBuffer();
  expect(await sharp(file).metadata()).toMatchObject({ width: 320, height: 200 });
  expect(sandbox.bills()).toMatchObject([{ model: editModel, micros: 20_000 }]);
});

test('the official client uses sync mode and reports a failed job', async () => {
  const { sandbox, url } = await served();
  const client = new Client('key', { baseUrl: url });
  const { outputs } = await client.run(textModel, { prompt: 'x' }, { enableSyncMode: true });
  expect(String(outputs[0])).toContain(url);
  sandbox.faults.add({ kind: 'moderation' });
  const failed = await client.runNoThrow(textModel, { prompt: 'x' }, { pollInterval: 0.01 });
  expect([failed.outputs, failed.detail.status]).toEqual([null, 'failed']);
});

test('a cut connection is cut on the wire, and an upload without a length is refused', async () => {
  const { sandbox, post, url } = await served();
  sandbox.faults.add({ kind: 'cut_after_billing' });
  expect((await rejection(post(`/api/v3/${textModel}`, { prompt: 'x' }))).message).toBe('fetch failed');
  expect(sandbox.bills()).toHaveLength(1);
  const ticket = (await (await post('/api/v3/media/uploads', { filename: 'a.png', size: 3 })).json()) as {
    data: { upload: { url: string; headers: Record<string, string> } };
  };
  const { upload } = ticket.data;
  expect(upload.url.startsWith(url)).toBe(true);
  const stream = new Blob(['abc']).stream();
  const init = { method: 'PUT', headers: upload.headers, body: stream, duplex: 'half' };
  expect((await fetch(upload.url, init as RequestInit)).status).toBe(411);
});

test('a truncated download breaks off on the wire, a silent server hears the caller leave', async () => {
  const { sandbox, post } = await served();
  const body = { prompt: 'x', size: '256*256', enable_sync_mode: true };
  const done = (await (await post(`/api/v3/${textModel}`, body)).json()) as { data: { outputs: string[] } };
  sandbox.faults.add({ kind: 'truncated_output' });
  const download = await fetch(done.data.outputs[0] ?? '');
  expect((await rejection(download.arrayBuffer())).message).toBe('terminated');
  sandbox.faults.add({ kind: 'silence' });
  const leaving = new AbortController();
  const silent = post(`/api/v3/${textModel}`, body, leaving.signal);
  await expect.poll(() => sandbox.bills().length).toBe(2);
  leaving.abort();
  expect((await rejection(silent)).name).toBe('AbortError');
});

test('the program prints its address and is driven from another process', async () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--port', '0', '--queue-ms', '0', '--image-ms', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { url: string };
  const control = async (method: string, path: string, body?: unknown) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${url}/__sandbox/${path}`, init);
    return {
      status: response.status,
      body: response.status === 204 ? undefined : ((await response.json()) as unknown),
    };
  };
  expect((await control('POST', 'faults', { kind: 'rejected', times: 2 })).status).toBe(204);
  expect((await control('POST', 'faults', { kind: 'nonsense' })).status).toBe(400);
  const submit = () =>
    fetch(`${url}/api/v3/${textModel}`, {
      method: 'POST',
      headers: { authorization: 'Bearer key' },
      body: JSON.stringify({ prompt: 'x' }),
    });
  expect((await submit()).status).toBe(400);
  expect((await control('GET', 'faults')).body).toMatchObject([{ kind: 'rejected', times: 1 }]);
  expect((await control('DELETE', 'faults')).status).toBe(204);
  expect((await submit()).status).toBe(200);
  expect((await control('GET', 'bills')).body).toMatchObject([{ model: textModel, micros: 5000 }]);
  expect((await control('GET', 'requests')).body).toMatchObject([
    { method: 'POST', path: `/api/v3/${textModel}` },
    { method: 'POST', path: `/api/v3/${textModel}` },
  ]);
  expect((await control('GET', 'balance')).body).toEqual({ balanceMicros: 999_995_000 });
  expect((await control('GET', 'nothing')).status).toBe(404);
});
