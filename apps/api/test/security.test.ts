import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photo, startServer } from './server.ts';

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'image-studio-security-'));
  server = await startServer(folder, {
    IMAGE_STUDIO_CORS_ORIGINS: 'https://app.example.test, https://b.example.test/',
  });
}, 60_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const edit = { model: 'qwen-edit', prompt: 'x' };
const refusedInside = { status: 400, body: { code: 'input_unreachable', billed: 'no' } };

describe('addresses a user names', () => {
  it.each([
    'https://127.0.0.1/a.png',
    'https://2130706433/a.png',
    'https://0x7f.0.0.1/a.png',
    'https://0177.0.0.1/a.png',
    'https://[::1]/a.png',
    'https://[::ffff:10.0.0.1]/a.png',
    'https://[64:ff9b::a00:1]/a.png',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/a.png',
  ])('%s leads inside and is refused on every route that fetches', async (image) => {
    const body = { ...edit, image };
    expect(await server.call('POST', '/v1/edit', { body })).toMatchObject(refusedInside);
    expect(await server.call('POST', '/v1/edit/quote', { body })).toMatchObject(refusedInside);
    const openai = { ...edit, images: [{ image_url: image }] };
    expect((await server.call('POST', '/v1/images/edits', { body: openai })).status).toBe(400);
  });

  it('are not followed without encryption', async () => {
    const body = { ...edit, image: 'http://example.test/a.png' };
    expect(await server.call('POST', '/v1/edit', { body })).toMatchObject(refusedInside);
  });
});

describe('bodies', () => {
  const deep = (levels: number) => `{"prompt":"x","options":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  const post = (path: string, body: string, type = 'application/json') =>
    fetch(new URL(path, server.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${server.key}`, 'content-type': type },
      body,
    });

  it.each(['/v1/edit', '/v1/edit/quote', '/v1/images/generations', '/v1/webhooks'])(
    'of %s are bounded in depth and size',
    async (path) => {
      for (const body of [deep(40_000), '[', '{"a":', 'null', '"x"', ''])
        expect((await post(path, body)).status).toBe(400);
      expect((await post(path, `{"prompt":"${'x'.repeat(31_000_000)}"}`)).status).toBe(413);
    },
  );

  it('in multipart may be larger than JSON may, file by file', async () => {
    const large = new Blob([await photo.arrayBuffer(), new Uint8Array(32_000_000)]);
    const body = server.form({ image: large, model: 'lanczos3' });
    expect((await server.call('POST', '/v1/upscale/quote', { body })).status).toBe(200);
  });

  it('that unpack to too many pixels are refused before they are unpacked', async () => {
    // The header of a PNG that says it is 50,000 pixels wide and high.
    const bomb = Buffer.alloc(60);
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bomb);
    bomb.writeUInt32BE(50_000, 16);
    bomb.writeUInt32BE(50_000, 20);
    Buffer.from('0806000000', 'hex').copy(bomb, 24);
    const body = server.form({ file: new Blob([bomb]) });
    expect((await server.call('POST', '/v1/assets', { body })).status).toBe(400);
  });
});

describe('answers', () => {
  it('bear headers that keep browsers careful', async () => {
    for (const path of ['/health', '/v1/runs', '/v1/none', '/docs']) {
      const { headers } = await server.call('GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('are for pages of the configured origins only', async () => {
    const ask = (origin: string, method = 'GET') =>
      fetch(new URL('/v1/runs', server.url), {
        method,
        headers: { origin, 'access-control-request-method': 'GET', authorization: `Bearer ${server.key}` },
      });
    const allowed = await ask('https://app.example.test');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.test');
    expect((await ask('https://b.example.test', 'OPTIONS')).status).toBe(204);
    expect((await ask('https://evil.example.test')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('name no secret: not the key, not the database, not the machine', async () => {
    const bodies = await Promise.all([
      server.call('GET', '/v1/runs/%00'),
      server.call('GET', `/v1/assets/${'x'.repeat(5_000)}`),
      server.call('POST', '/v1/edit', { body: { ...edit, image: `data:image/png;base64,${'A'.repeat(100)}` } }),
      server.call('GET', '/v1/runs', { key: 'is_test_a-wrong-key-that-is-secret' }),
    ]);
    for (const { status, text } of bodies) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(/secret|select |\/tmp\/|node_modules/);
    }
  });
});
