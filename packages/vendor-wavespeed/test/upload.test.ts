import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callAsset, errorOf } from '@image-studio/core/contracts';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import { describe, expect, onTestFinished, test } from 'vitest';
import { base, callOf, pretend, signal } from './pretend.ts';

const storage = 'https://bucket.storage.test';

/** Answers upload tickets one after the other, and takes the files. */
function storing() {
  let tickets = 0;
  return pretend(({ method, url }) => {
    if (method === 'PUT') return new Response(null, { status: 200 });
    if (!url.endsWith('/media/uploads')) return new Response('', { status: 500 });
    tickets += 1;
    return {
      code: 200,
      data: {
        download_url: `https://cdn.wavespeed.test/${tickets}.png`,
        upload: {
          url: `${storage}/${tickets}?sig=s`,
          method: 'PUT',
          headers: { 'x-acl': 'read', 'Content-Type': 'image/png' },
        },
      },
    };
  });
}

describe('Preparing', () => {
  test('uploads each asset once per call and puts its address in every slot, however deep', async () => {
    const { wavespeed, got } = storing();
    const body = {
      prompt: 'x',
      image: { $asset: 'a' },
      images: [{ $asset: 'b' }, { $asset: 'a' }],
      deep: { list: [{ mask: { $asset: 'b' }, keep: null, n: 1 }] },
    };
    expect(await wavespeed.prepare(callOf(body))).toEqual({
      prompt: 'x',
      image: 'https://cdn.wavespeed.test/1.png',
      images: ['https://cdn.wavespeed.test/2.png', 'https://cdn.wavespeed.test/1.png'],
      deep: { list: [{ mask: 'https://cdn.wavespeed.test/2.png', keep: null, n: 1 }] },
    });
    expect(got.filter(({ method }) => method === 'PUT').map(({ body: bytes }) => bytes)).toEqual([
      'bytes of a',
      'bytes of b',
    ]);
    const again = await wavespeed.prepare(callOf(body));
    expect(again.image).toBe('https://cdn.wavespeed.test/3.png');
  });

  test('asks for a ticket with name, size and type, and puts with its headers and without the key', async () => {
    const { wavespeed, got } = storing();
    await wavespeed.prepare(callOf({ image: { $asset: 'a' } }));
    expect(got[0]?.url).toBe(`${base}/api/v3/media/uploads`);
    expect(JSON.parse(got[0]?.body ?? '')).toEqual({ filename: 'call_1-0.png', size: 10, content_type: 'image/png' });
    expect(got[0]?.headers.get('authorization')).toMatch(/^Bearer /);
    expect(got[1]?.url).toBe(`${storage}/1?sig=s`);
    expect(Object.fromEntries(got[1]?.headers ?? [])).toEqual({
      'content-length': '10',
      'content-type': 'image/png',
      'x-acl': 'read',
    });
  });

  test('puts without the key on our own origin too', async () => {
    const data = { download_url: 'https://cdn.test/1', upload: { url: `${base}/put`, headers: null } };
    const { wavespeed, got } = pretend(() => ({ code: 200, data }));
    await wavespeed.prepare(callOf({ image: { $asset: 'a' } }));
    expect(got.map(({ method, headers }) => [method, headers.has('authorization')])).toEqual([
      ['POST', true],
      ['PUT', false],
    ]);
  });

  test('takes the signed address where our storage makes one', async () => {
    const { wavespeed, got } = storing();
    const signed = () => Promise.resolve(new URL('https://files.studio.test/a?sig=1'));
    const call = callOf({ image: { $asset: 'a' } }, { asset: (name) => callAsset(name, { signed }) });
    expect(await wavespeed.prepare(call)).toEqual({ image: 'https://files.studio.test/a?sig=1' });
    expect(got).toHaveLength(0);
  });

  test('leaves a body without files as it is', async () => {
    const { wavespeed, got } = storing();
    expect(await wavespeed.prepare(callOf({ prompt: 'x', list: [1, [2]] }))).toEqual({ prompt: 'x', list: [1, [2]] });
    expect(got).toHaveLength(0);
  });
});

describe('A failing upload is never billed', () => {
  const ticket = (url: string) => ({ code: 200, data: { download_url: 'https://cdn.test/1', upload: { url } } });
  const refusal = { code: 403, message: 'upload quota used up', data: null };
  test.each([
    ['no ticket', () => new Response('', { status: 500 }), 'never_sent', 'vendor_unavailable'],
    ['refused', () => Response.json(refusal, { status: 403 }), 'refused', 'vendor_quota'],
    [
      'too large',
      () => Response.json({ code: 413, message: 'too large' }, { status: 413 }),
      'refused',
      'vendor_rejected',
    ],
    ['too many', () => new Response('', { status: 429 }), 'throttled', 'rate_limited'],
    ['another shape', () => Response.json({ code: 200, data: { url: 'x' } }), 'never_sent', 'vendor_unavailable'],
    ['an address in the clear', () => Response.json(ticket('http://storage.test/x')), 'refused', 'vendor_unavailable'],
    [
      'another method',
      () =>
        Response.json({
          code: 200,
          data: { download_url: 'https://c.test/1', upload: { url: 'https://s.test/x', method: 'POST' } },
        }),
      'never_sent',
      'vendor_unavailable',
    ],
  ])('%s', async (_name, answer, failure, code) => {
    const { wavespeed, got } = pretend(answer);
    const error = await errorOf(wavespeed.prepare(callOf({ image: { $asset: 'a' } })));
    expect(error).toMatchObject({ billed: 'no', failure, code });
    expect(got.every(({ method }) => method === 'POST')).toBe(true);
  });

  test.each([
    [403, 'refused'],
    [503, 'never_sent'],
  ])('the storage answers %i, and a file is not put twice', async (status, failure) => {
    const { wavespeed, got } = pretend(({ method }) =>
      method === 'PUT' ? new Response('<Error/>', { status }) : ticket('https://storage.test/x'),
    );
    const error = await errorOf(wavespeed.prepare(callOf({ image: { $asset: 'a' } })));
    expect(error).toMatchObject({ billed: 'no', failure });
    expect(got.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });
});

test('An upload streams with a Content-Length: our file is read no faster than the storage takes it', async () => {
  const megabytes = 64;
  let pulled = 0;
  const open = () =>
    Promise.resolve(
      new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (pulled === megabytes) return controller.close();
            pulled += 1;
            controller.enqueue(new Uint8Array(1024 * 1024));
          },
        },
        { highWaterMark: 0 },
      ),
    );
  let length: string | undefined;
  let most = Infinity;
  let received = 0;
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      const url = `http://${request.headers.host}/put`;
      request.resume();
      response.end(JSON.stringify({ code: 200, data: { download_url: 'https://cdn.test/1', upload: { url } } }));
      return;
    }
    length = request.headers['content-length'];
    let last = -1;
    const watch = setInterval(() => {
      if (pulled !== last) {
        last = pulled;
        return;
      }
      clearInterval(watch);
      most = last;
      request.on('data', (chunk: Buffer) => (received += chunk.length)).on('end', () => response.end());
    }, 50);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const size = megabytes * 1024 * 1024;
  const wavespeed = createWavespeed({ apiKey: 'k', baseUrl });
  const address = await wavespeed.upload({ filename: 'a.png', size, mediaType: 'image/png', open }, signal);
  expect(address).toBe('https://cdn.test/1');
  expect({ length, received }).toEqual({ length: String(size), received: size });
  expect(most).toBeLessThan(48);
});
