import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wavespeedSignature } from '@image-studio/sandbox';
import { readConfig } from '../src/config.ts';
import { callbackChecks, createCallbacks } from '../src/vendor-callbacks.ts';
import { createVendors } from '../src/vendors.ts';
import { photo, startServer } from './server.ts';

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'image-studio-callbacks-'));
  const port = String(await freePort());
  server = await startServer(folder, { PORT: port, IMAGE_STUDIO_PUBLIC_URL: `http://127.0.0.1:${port}` });
}, 60_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A call under way at the vendor, its webhook token, and the secret the sandbox signs with. */
async function underWay() {
  const body = server.form({ model: 'qwen-edit', prompt: 'x', image: photo });
  const { id } = (await server.call('POST', '/v1/edit', { body })).body;
  const scope = { account: 'local', test: true };
  const call = async () => (await server.composition.store.journal.getRun(scope, id))!.calls[0]!;
  return { id, call, token: (await call()).token };
}

async function callback(token: string, headers: Record<string, string>, text: string, vendor = 'wavespeed') {
  const answer = await fetch(new URL(`/webhooks/${vendor}/${token}`, server.url), {
    method: 'POST',
    headers,
    body: text,
  });
  return [answer.status, ((await answer.json()) as { status: unknown }).status];
}

const done = (id: string) => JSON.stringify({ id, status: 'completed', outputs: [] });
const { wavespeed } = createVendors(readConfig({})).test;
const secret = await wavespeed!.webhookSecret();
function signed(body: string, { id = 'job', at = Date.now(), key = secret } = {}) {
  const timestamp = String(Math.floor(at / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': wavespeedSignature(key, { id, timestamp, body }),
  };
}

describe('a vendor’s callback', () => {
  it('comes to the address the call was sent with and is taken', async () => {
    const { id } = await underWay();
    const lines = () => server.logged.filter((line) => line.includes('/webhooks/wavespeed/…') && line.includes('200'));
    await expect.poll(lines, { timeout: 20_000 }).not.toEqual([]);
    const state = async () => (await server.call('GET', `/v1/runs/${id}`)).body.state;
    await expect.poll(state, { timeout: 20_000 }).toBe('succeeded');
    expect(server.logged.join('')).not.toMatch(/webhooks\/wavespeed\/[\w-]{10}/);
  });

  it('wakes its call once, and a repeat does nothing', async () => {
    const { call, token } = await underWay();
    const woken: string[] = [];
    const { journal, signals, clock } = server.composition.services;
    const parts = { journal, signals, clock, checkOf: () => callbackChecks({ wavespeed: wavespeed! })['wavespeed'] };
    const wake = async ({ id }: { id: string }) => woken.push(id) > 0;
    const answer = createCallbacks({ ...parts, wake });
    const body = Buffer.from(done('job'));
    const headers = new Headers(signed(done('job')));
    expect(await answer('wavespeed', token, headers, body)).toBe('woken');
    expect(await answer('wavespeed', token, headers, body)).toBe('ignored');
    expect(woken).toEqual([(await call()).id]);
    const sent: unknown[] = [];
    const elsewhere = { send: async (signal: unknown) => void sent.push(signal), listen: () => () => {} };
    const other = createCallbacks({ ...parts, signals: elsewhere, wake: async () => false });
    expect(await other('wavespeed', token, headers, body)).toBe('woken');
    expect(sent).toEqual([{ kind: 'wake', token }]);
  });

  it('that is forged, altered or old is refused; one that names no open call is ignored', async () => {
    const { token } = await underWay();
    const text = done('job');
    expect(await callback(token, signed(text, { key: 'whsec_other' }), text)).toEqual([401, 401]);
    expect(await callback(token, signed(text), done('other'))).toEqual([401, 401]);
    expect(await callback(token, signed(text, { at: Date.now() - 301_000 }), text)).toEqual([401, 401]);
    expect(await callback(token, {}, text)).toEqual([401, 401]);
    expect(await callback(token, signed('[]'), '[]')).toEqual([400, 400]);
    expect(await callback(token, signed(text), text)).toEqual([200, 'woken']);
    for (const [unknown, vendor] of [
      ['no-such-token', 'wavespeed'],
      [token, 'stability'],
      [token, 'local'],
    ] as const)
      expect(await callback(unknown, signed(text), text, vendor)).toEqual([200, 'ignored']);
    const long = 'x'.repeat(1_000_001);
    expect(await callback(token, signed(long), long)).toEqual([413, 413]);
  });
});
