import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photo, startServer } from './server.ts';

const wait = { prefer: 'wait=60' };
let directory: string;
let bucket: S3rver;
let server: Awaited<ReturnType<typeof startServer>>;
const environment = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
let endpoint: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'image-studio-bucket-'));
  const configureBuckets = [{ name: 'pictures', configs: [] }];
  bucket = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(directory, 's3'),
    configureBuckets,
  });
  endpoint = `http://127.0.0.1:${((await bucket.run()) as AddressInfo).port}`;
  const STORAGE_URL = `s3://pictures/studio?endpoint=${endpoint}&public=${endpoint}&links=direct`;
  server = await startServer(join(directory, 'data'), { ...environment, STORAGE_URL });
}, 60_000);
afterAll(async () => {
  await server.close();
  await bucket.close();
  await rm(directory, { recursive: true, force: true });
});

describe('with a bucket as storage', () => {
  it('runs keep their files there, and clients read them from there', async () => {
    const body = server.form({ image: photo, model: 'lanczos3' });
    const run = await server.call('POST', '/v1/upscale', { body, headers: wait });
    expect(run.body).toMatchObject({ state: 'succeeded', outputs: [{ width: 192 }] });
    const [output] = run.body.outputs;
    const link = await fetch(output.url, { redirect: 'manual' });
    expect([link.status, link.headers.get('location')?.startsWith(endpoint)]).toEqual([302, true]);
    const file = await fetch(output.url);
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    expect((await file.arrayBuffer()).byteLength).toBe(output.size);
    expect(await readdir(join(directory, 'data/uploads'))).toEqual([]);
    expect((await server.call('DELETE', `/v1/runs/${run.body.id}`)).status).toBe(204);
    const left = async () => (await readdir(join(directory, 's3'), { recursive: true })).join(' ');
    await expect.poll(left, { timeout: 10_000 }).not.toContain(output.sha256);
    await expect.poll(left, { timeout: 10_000 }).not.toContain(run.body.id);
  });

  it('a start without a key or with a wrong one says what to set', async () => {
    const folder = join(directory, 'other');
    const STORAGE_URL = `s3://pictures?endpoint=${endpoint}`;
    await expect(startServer(folder, { STORAGE_URL })).rejects.toThrow('AWS_ACCESS_KEY_ID');
    const wrong = { STORAGE_URL, AWS_ACCESS_KEY_ID: 'nobody', AWS_SECRET_ACCESS_KEY: 'x' };
    await expect(startServer(folder, wrong)).rejects.toThrow('STORAGE_URL cannot be used');
    await expect(startServer(folder, { STORAGE_URL: 'ftp://x' })).rejects.toThrow('STORAGE_URL: Expected');
  });
});
