import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { errorOf } from '@image-studio/core/contracts';
import { createWavespeed, wavespeedPolicy } from '@image-studio/vendor-wavespeed';
import { describe, expect, onTestFinished, test } from 'vitest';
import { base, callOf, id, model, pretend, signal } from './pretend.ts';

const get = `${base}/api/v3/predictions/${id}/result`;
const created = { id, model, status: 'created', outputs: [], urls: { get }, error: '', executionTime: 0 };
const ticket = { id, url: get };

describe('A submission', () => {
  test('is one POST of the body as it stands, to the unencoded model path, with the webhook as query', async () => {
    const { wavespeed, got } = pretend(() => ({ code: 200, message: 'success', data: created }));
    const body = { prompt: 'dusk', seed: 7, loras: [{ path: 'a', scale: 1 }] };
    const webhookUrl = new URL('https://studio.test/webhooks/wavespeed/t0ken?a=1');
    expect(await wavespeed.start(callOf(body, { webhookUrl }))).toEqual({ state: 'pending', ticket });
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({
      method: 'POST',
      url: `${base}/api/v3/${model}?webhook=https%3A%2F%2Fstudio.test%2Fwebhooks%2Fwavespeed%2Ft0ken%3Fa%3D1`,
    });
    expect(JSON.parse(got[0]?.body ?? '')).toEqual(body);
    expect(got[0]?.headers.get('authorization')).toBe('Bearer wsk_secret_0123456789abcdef');
    expect(got[0]?.headers.get('content-type')).toBe('application/json');
  });

  test.each([
    ['as recorded', { code: 200, message: 'success', data: { ...created, created_at: '2025-10-31T23:02:36.92Z' } }],
    ['with outputs null', { code: 200, data: { ...created, outputs: null } }],
    ['with a bare verdict on nudity', { code: 200, data: { ...created, has_nsfw_contents: false } }],
    ['with a list of them', { code: 200, data: { ...created, has_nsfw_contents: [false] } }],
    ['with null for it', { code: 200, data: { ...created, has_nsfw_contents: null } }],
    ['with nine digits of a second', { code: 200, data: { ...created, created_at: '2025-09-25T09:12:48.239112031Z' } }],
    ['without a code', { data: created }],
    ['without an envelope', created],
    ['with fields of strange kinds', { code: 200, data: { ...created, error: null, code: null, created_at: 5 } }],
    ['with a status nobody knows', { code: 200, data: { ...created, status: 'warming' } }],
    ['with a code of failure but a job', { code: 500, data: created }],
    [
      'as a synchronous request whose time is over',
      { data: { ...created, status: 'processing', code: 5004, error: 'Sync mode timed out' } },
    ],
  ])('is accepted %s', async (_how, answer) => {
    expect(await pretend(() => answer).wavespeed.start(callOf({}))).toEqual({ state: 'pending', ticket });
  });

  test('with the least an answer may have is accepted', async () => {
    const progress = await pretend(() => ({ data: { id } })).wavespeed.start(callOf({}));
    expect(progress).toEqual({ state: 'pending', ticket: { id } });
  });

  test('may be answered with the finished job', async () => {
    const url = 'https://cdn.wavespeed.test/out/1.png';
    const answer = { code: 200, data: { ...created, status: 'completed', outputs: [url] } };
    const progress = await pretend(() => answer).wavespeed.start(callOf({ enable_sync_mode: true }));
    expect(progress).toEqual({ state: 'done', outputs: [{ url }], ticket });
  });

  test('may be answered with the failed job, which is refunded', async () => {
    const answer = { code: 200, data: { ...created, status: 'failed', code: 1200, error: 'flagged' } };
    const progress = await pretend(() => answer).wavespeed.start(callOf({}));
    expect(progress).toMatchObject({ state: 'failed', billed: 'no', error: { code: 'moderation_blocked' } });
  });

  test('answered by a gateway time-out that names the job is that job', async () => {
    const late = { code: 504, message: 'timeout', data: { ...created, status: 'processing', code: 5004 } };
    const { wavespeed } = pretend(() => Response.json(late, { status: 504 }));
    expect(await wavespeed.start(callOf({}))).toEqual({ state: 'pending', ticket });
  });

  test('with files left unprepared is never sent', async () => {
    const { wavespeed, got } = pretend(() => ({ data: created }));
    const error = await errorOf(wavespeed.start(callOf({ images: [{ $asset: 'a' }] })));
    expect(error).toMatchObject({ code: 'internal', billed: 'no' });
    expect(got).toHaveLength(0);
  });
});

describe('What an unsuccessful answer means', () => {
  const json = (status: number, body: unknown) => () => Response.json(body, { status });
  const message = (status: number, text: string) => json(status, { code: status, message: text, data: null });
  test.each([
    ['400', message(400, 'aspect_ratio must be one of 1:1'), 'refused', 'vendor_rejected'],
    [
      '400 that carries an id of its own',
      json(400, { code: 400, message: 'no', id: 'req-1' }),
      'refused',
      'vendor_rejected',
    ],
    [
      '400 with the id of something',
      json(400, { code: 400, message: 'no', data: { id: 'req-1' } }),
      'refused',
      'vendor_rejected',
    ],
    ['400 about content', message(400, 'NSFW content detected'), 'refused', 'moderation_blocked'],
    ['401', message(401, 'Invalid API key'), 'refused', 'vendor_quota'],
    ['402', message(402, 'Payment required'), 'refused', 'vendor_quota'],
    ['403', message(403, 'role viewer may not run models'), 'refused', 'vendor_quota'],
    ['400 about money', message(400, 'Insufficient balance'), 'refused', 'vendor_quota'],
    ['404', message(404, 'Product Not Found'), 'refused', 'vendor_rejected'],
    ['413', message(413, 'too large'), 'refused', 'vendor_rejected'],
    ['422 in another form', json(422, { detail: 'bad field' }), 'refused', 'vendor_rejected'],
    ['429', message(429, 'rate limit'), 'throttled', 'rate_limited'],
    ['408', message(408, 'timeout'), 'uncertain', 'in_doubt'],
    ['409', message(409, 'conflict'), 'uncertain', 'in_doubt'],
    ['500', message(500, 'internal'), 'uncertain', 'in_doubt'],
    ['502', () => new Response('<html>', { status: 502 }), 'uncertain', 'in_doubt'],
    ['503', message(503, 'unavailable'), 'uncertain', 'in_doubt'],
    ['504', message(504, 'timeout'), 'uncertain', 'in_doubt'],
    ['404 of a stranger', () => new Response('not here', { status: 404 }), 'uncertain', 'in_doubt'],
    ['200 with code 400', json(200, { code: 400, message: 'bad size', data: null }), 'refused', 'vendor_rejected'],
    ['200 with code 401', json(200, { code: 401, message: 'bad key' }), 'refused', 'vendor_quota'],
    ['200 with code 1401', json(200, { code: 1401, message: 'bad size', data: null }), 'refused', 'vendor_rejected'],
    ['200 with code 429', json(200, { code: 429, message: 'slow down' }), 'throttled', 'rate_limited'],
    ['200 with code 500', json(200, { code: 500, message: 'oops', data: null }), 'uncertain', 'in_doubt'],
    ['200 with code 5000', json(200, { code: 5000, message: 'oops', data: {} }), 'uncertain', 'in_doubt'],
    ['200 without an id', json(200, { code: 200, data: { status: 'created' } }), 'uncertain', 'in_doubt'],
    ['200 with an empty id', json(200, { code: 200, data: { id: '' } }), 'uncertain', 'in_doubt'],
    ['200 without data', json(200, { code: 200, message: 'success', data: null }), 'uncertain', 'in_doubt'],
    ['200 that is no JSON', () => new Response('ok'), 'uncertain', 'in_doubt'],
    ['302', () => new Response(null, { status: 302, headers: { location: '/login' } }), 'uncertain', 'in_doubt'],
  ])('%s', async (_name, answer, failure, code) => {
    const { wavespeed, got } = pretend(answer);
    const error = await errorOf(wavespeed.start(callOf({ prompt: 'x' })));
    expect(error).toMatchObject({ failure, code, billed: failure === 'uncertain' ? 'unknown' : 'no' });
    expect(got).toHaveLength(1);
  });

  test('429 says how long to wait', async () => {
    const { wavespeed } = pretend(() => new Response('', { status: 429, headers: { 'retry-after': '12' } }));
    expect((await errorOf(wavespeed.start(callOf({})))).retryAfterMs).toBe(12_000);
  });

  test.each(['HTTP 400', 'code 400 in a 200'])('%s: no message repeats the prompt or the key', async (how) => {
    const prompt = 'my neighbour Eleanor in her garden';
    const answer = {
      code: 400,
      message: `Prompt '${prompt}' of wsk_secret_0123456789abcdef is not allowed`,
      data: null,
    };
    const { wavespeed } = pretend(() => Response.json(answer, { status: how === 'HTTP 400' ? 400 : 200 }));
    const error = await errorOf(wavespeed.start(callOf({ prompt })));
    expect(error.message).toContain('is not allowed');
    const seen = inspect(error, { depth: 20, showHidden: true });
    expect(seen).not.toMatch(how === 'HTTP 400' ? /Eleanor|wsk_secret/ : /Eleanor/);
  });
});

describe('On a real connection a paid request is sent once, whatever happens', () => {
  const endings: readonly (readonly [string, (response: ServerResponse) => unknown])[] = [
    ['500', (response) => response.writeHead(500).end()],
    ['429', (response) => response.writeHead(429).end()],
    ['a redirect', (response) => response.writeHead(307, { location: '/again' }).end()],
    ['a reset', (response) => response.destroy()],
    ['silence', () => undefined],
    ['half an answer', (response) => response.writeHead(200, { 'content-length': '50' }).write('{"code":200,')],
  ];
  test.each(endings)('%s', async (_name, end) => {
    let posts = 0;
    const server = createServer((request, response) => {
      posts += 1;
      request.resume().on('end', () => end(response));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const wavespeed = createWavespeed({ apiKey: 'k', baseUrl, timeouts: { paidMs: 1500 } });
    expect((await errorOf(wavespeed.start(callOf({ prompt: 'x' })))).failure).toMatch(/uncertain|throttled/);
    expect(posts).toBe(1);
  });
});

test('The transport is a provider, as many jobs at once as it was told', async () => {
  const { wavespeed } = pretend(() => ({ data: created }), { concurrency: 3 });
  expect(wavespeed.policy).toEqual({ ...wavespeedPolicy, concurrency: 3 });
  expect(await wavespeed.start(callOf({}))).toMatchObject({ state: 'pending' });
  expect(await wavespeed.status(ticket, { signal })).toMatchObject({ state: 'pending' });
});
