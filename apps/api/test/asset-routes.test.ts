import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { photo, useServer } from './server.ts';

const wait = { prefer: 'wait=60' };
const { current, folder } = useServer();
const bytes = new Uint8Array(await photo.arrayBuffer());

const upload = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(new URL('/v1/assets', current().url), {
    method: 'POST',
    headers: { authorization: `Bearer ${current().key}`, ...headers },
    body,
  });
const stored = async () => (await readdir(join(folder(), 'files/inputs')).catch(() => [])).toSorted();
const open = async () => (await readdir(join(folder(), 'files/.tmp'))).length;

describe('an upload', () => {
  it.each([
    ['as the body', () => upload(bytes, { 'content-type': 'image/jpeg' })],
    ['of any declared type', () => upload(bytes, { 'content-type': 'text/html' })],
    ['as a part', () => upload(current().form({ file: photo }))],
  ])('%s is kept, read for what it is, and serves as an input', async (_, send) => {
    const answer = await send();
    expect(answer.status).toBe(201);
    const asset = (await answer.json()) as Record<string, string>;
    expect(asset).toMatchObject({ object: 'asset', kind: 'image', mediaType: 'image/jpeg', width: 96, height: 64 });
    expect(answer.headers.get('location')).toBe(`/v1/assets/${asset['id']}`);
    expect((await current().call('GET', `/v1/assets/${asset['id']}`)).body).toMatchObject({ sha256: asset['sha256'] });
    expect(new Uint8Array(await (await fetch(asset['url']!)).arrayBuffer())).toEqual(bytes);
    const body = { model: 'lanczos3', image: asset['id'] };
    expect((await current().call('POST', '/v1/upscale', { body, headers: wait })).body.state).toBe('succeeded');
  });

  it.each([
    ['no file', () => upload('{}', { 'content-type': 'application/json' }), 400],
    ['nothing', () => upload('', { 'content-type': 'image/png' }), 400],
    ['two files', () => upload(current().form({ a: photo, b: photo })), 400],
    ['a text part', () => upload(current().form({ a: 'x' })), 400],
    ['a page that calls itself a picture', () => upload('<script>1</script>', { 'content-type': 'image/png' }), 400],
    [
      'active content',
      () => upload('<svg xmlns="http://www.w3.org/2000/svg"/>', { 'content-type': 'image/svg+xml' }),
      400,
    ],
    ['a broken multipart body', () => upload('x', { 'content-type': 'multipart/form-data; boundary=b' }), 400],
  ])('of %s is refused and leaves nothing', async (_, send, status) => {
    const before = await stored();
    const answer = await send();
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, 'invalid_request']);
    await expect.poll(stored).toEqual(before);
  });

  it('of more than is allowed is refused before it is read', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(current().url);
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /v1/assets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${current().key}\r\nContent-Type: image/png\r\nContent-Length: 60000000\r\n\r\n`,
        );
      });
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(answer).toContain('413');
  });

  it.each([
    ['image/jpeg', ''],
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'],
  ])('that breaks off (%s) leaves nothing', async (type, head) => {
    const before = await stored();
    const { hostname, port } = new URL(current().url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /v1/assets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${current().key}\r\nContent-Type: ${type}\r\nContent-Length: 5000000\r\n\r\n${head}`,
    );
    socket.write(Buffer.concat([bytes, Buffer.alloc(200_000)]));
    await expect.poll(open).toBe(1);
    socket.destroy();
    await expect.poll(open).toBe(0);
    expect(await stored()).toEqual(before);
  });
});

describe('a kept file', () => {
  const kept = async () => ((await (await upload(bytes)).json()) as { id: string }).id;

  it('is removed by its owner only, and not while a run needs it', async () => {
    const id = await kept();
    const key = await current().keyFor('stranger');
    for (const method of ['GET', 'DELETE'])
      expect((await current().call(method, `/v1/assets/${id}`, { key })).status).toBe(404);
    const run = await current().call('POST', '/v1/edit', { body: { model: 'qwen-edit', prompt: 'x', image: id } });
    expect(await current().call('DELETE', `/v1/assets/${id}`)).toMatchObject({ status: 409 });
    await current().call('POST', `/v1/runs/${run.body.id}/cancel`, { headers: wait });
    expect((await current().call('DELETE', `/v1/assets/${id}`)).status).toBe(204);
    expect((await current().call('GET', `/v1/assets/${id}`)).status).toBe(404);
    expect((await current().call('DELETE', `/v1/assets/${id}`)).status).toBe(404);
    await expect.poll(stored).not.toContain(id);
  });

  it('answers HEAD, a list of tags, and a range of another version whole', async () => {
    const id = await kept();
    const get = (headers: Record<string, string>, method = 'GET') =>
      fetch(new URL(`/v1/assets/${id}/content`, current().url), {
        method,
        headers: { authorization: `Bearer ${current().key}`, ...headers },
      });
    const head = await get({}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    expect(head.headers.get('content-disposition')).toBe('inline');
    const etag = head.headers.get('etag')!;
    expect((await get({ 'if-none-match': `"other", W/${etag}` })).status).toBe(304);
    expect((await get({ range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    expect((await get({ range: 'bytes=-4', 'if-range': etag })).status).toBe(206);
  });

  it('goes when its time is over and no run has used it', async () => {
    const [used, unused] = [await kept(), await kept()];
    await current().call('POST', '/v1/upscale', { body: { model: 'lanczos3', image: used }, headers: wait });
    const { janitor, store } = current().composition;
    expect(await janitor.expire()).toBe(0);
    const at = Date.now();
    await store.archive.expireAssets({ unusedBefore: at + 1000, at, limit: 100 });
    expect((await current().call('GET', `/v1/assets/${unused}`)).status).toBe(404);
    expect((await current().call('GET', `/v1/assets/${used}`)).status).toBe(200);
    await janitor.remove();
    expect(await stored()).toContain(used);
    expect(await stored()).not.toContain(unused);
  });
});

describe('files of requests that came to nothing', () => {
  it.each([
    ['a quote', '/v1/edit/quote', { prompt: 'x', model: 'qwen-edit' }, 200],
    ['a refusal', '/v1/edit', { model: 'qwen-edit', prompt: 'x', nonsense: '1' }, 400],
  ])('are not kept after %s', async (_, path, fields, status) => {
    const before = await stored();
    const body = current().form({ image: photo, ...fields } as Record<string, string | Blob>);
    expect((await current().call('POST', path, { body })).status).toBe(status);
    await expect.poll(stored).toEqual(before);
  });
});
