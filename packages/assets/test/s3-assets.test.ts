import { readdir } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sha256 } from '@image-studio/core';
import { assetsContract } from '@image-studio/core/contracts';
import { describe, expect, it } from 'vitest';
import { useBucket } from './use-bucket.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const bucket = useBucket();
const { open } = bucket;

/** This server writes a file and what is said of it in two steps, where S3 does it in one: here one file is put after the other. */
function oneAfterTheOther(): typeof fetch {
  let last: Promise<unknown> = Promise.resolve();
  return (input, init) => {
    if ((input as Request).method !== 'PUT') return fetch(input, init);
    const answer = last.then(() => fetch(input, init));
    last = answer.catch(() => {});
    return answer;
  };
}

assetsContract('a bucket', async () => ({ assets: await open({ fetch: oneAfterTheOther() }) }));

const bytes = new TextEncoder().encode('a picture');
const source = () => new Blob([bytes]).stream();

describe('files in a bucket', () => {
  it('are read by strangers with a signed link until it expires', async () => {
    const assets = await open();
    await assets.write('run/a.b-c/0', source(), { maxBytes: 100, mediaType: 'image/png' });
    const link = await assets.sign!('run/a.b-c/0', 60, 'image/webp');
    const answer = await fetch(link);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(await answer.bytes()).toEqual(bytes);
    expect(link.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
    link.searchParams.set('X-Amz-Date', '20200101T000000Z');
    expect((await fetch(link)).status).toBe(403);
  });

  it('are signed for the address strangers know, or for none', async () => {
    const outside = await open({ publicEndpoint: 'https://files.example.test' });
    const link = await outside.sign!('a', 60);
    expect([link.origin, link.searchParams.get('X-Amz-Expires')]).toEqual(['https://files.example.test', '60']);
    expect((await open({ publicEndpoint: false })).sign).toBeUndefined();
  });

  it('tell their SHA-256 without being read, and also when others put them there', async () => {
    const asked: string[] = [];
    const fetching: typeof fetch = (input, init) => {
      asked.push((input as Request).method);
      return fetch(input, init);
    };
    const assets = await open({ prefix: 'told', fetch: fetching });
    await assets.write('a', source(), { maxBytes: 100 });
    const facts = { size: 9, sha256: await sha256(bytes) };
    expect(await assets.stat('a')).toEqual(facts);
    expect(asked).toEqual(['PUT', 'HEAD']);
    const bare: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      const headers = new Headers(answer.headers);
      headers.delete('x-amz-meta-sha256');
      return new Response(answer.body, { status: answer.status, headers });
    };
    const other = await open({ prefix: 'told', fetch: bare });
    expect(await other.stat('a')).toEqual(facts);
  });

  it('are read whole by who begins late, whatever garbage was collected meanwhile', async () => {
    const assets = await open();
    const large = new Uint8Array(300_000).fill(7);
    await assets.write('late', new Blob([large]).stream(), { maxBytes: 1e6 });
    const stream = await assets.read('late');
    for (let round = 0; round < 5; round++) {
      collectGarbage();
      await setImmediate();
    }
    expect(await new Response(stream).bytes()).toEqual(large);
  });

  it('survive an unsteady storage, and say when it is away', async () => {
    let failing = 2;
    const unsteady: typeof fetch = async (input, init) => {
      if (failing-- > 0) return new Response('', { status: 503 });
      return fetch(input, init);
    };
    const assets = await open({ fetch: unsteady });
    await assets.write('a', source(), { maxBytes: 100 });
    expect(await assets.stat('a')).toMatchObject({ size: 9 });
    failing = Infinity;
    await expect(assets.stat('a')).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining('503') });
    expect(await readdir(bucket.tempFolder())).toEqual([]);
  });

  it('are not reached with a wrong key, and the error says what to check', async () => {
    const assets = await open({ accessKeyId: 'nobody', secretAccessKey: 'wrong' });
    const refused = { code: 'internal', message: expect.stringContaining('access key') };
    await expect(assets.write('a', source(), { maxBytes: 100 })).rejects.toMatchObject(refused);
    await expect(assets.stat('a')).rejects.toMatchObject(refused);
    await expect(assets.read('a')).rejects.toMatchObject(refused);
    expect(JSON.stringify(await assets.stat('a').catch((error: unknown) => error))).not.toContain('wrong');
  });
});
