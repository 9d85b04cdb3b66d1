import { errorOf } from '@image-studio/core/contracts';
import { describe, expect, test } from 'vitest';
import { httpTo, pay } from './acme.ts';
import { serve } from './loopback.ts';

describe('a free request', () => {
  test.each([429, 500, 502, 503, 504])('is repeated after %i', async (status) => {
    const server = await serve((_request, response, count) => {
      response.writeHead(count < 3 ? status : 200).end('{"ok":true}');
    });
    expect(await httpTo(server.url).json({ path: 'thing', parse: (body) => body })).toEqual({ ok: true });
    expect(server.count()).toBe(3);
  });

  test('is repeated after a reset and a time-out, as a POST with its body too', async () => {
    const bodies: string[] = [];
    const server = await serve((request, response, count) => {
      request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
      if (count === 1) request.socket.destroy();
      if (count > 2) request.on('end', () => response.end('{"price":1}'));
    });
    const http = httpTo(server.url, { timeouts: { freeMs: 500 } });
    const price = await http.json({ method: 'POST', path: 'price', json: { n: 2 }, free: true, parse: (body) => body });
    expect(price).toEqual({ price: 1 });
    expect(bodies.at(-1)).toBe('{"n":2}');
    expect(server.count()).toBe(3);
  });

  test('gives up after its repetitions, as not billed', async () => {
    const server = await serve((_request, response) => response.writeHead(503).end());
    const error = await errorOf(httpTo(server.url).json({ path: 'thing', parse: (body) => body }));
    expect(error).toMatchObject({ code: 'vendor_unavailable', failure: 'never_sent', billed: 'no' });
    expect(server.count()).toBe(4);
  });

  test('is not repeated after a refusal', async () => {
    const server = await serve((_request, response) => response.writeHead(404).end('{"reason":"no such job"}'));
    const error = await errorOf(httpTo(server.url).json({ path: 'thing', parse: (body) => body }));
    expect(error).toMatchObject({ code: 'vendor_rejected', failure: 'refused', billed: 'no' });
    expect(error.message).toContain('no such job');
    expect(server.count()).toBe(1);
  });

  test('tells a long Retry-After at once instead of sleeping', async () => {
    const server = await serve((_request, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    const error = await errorOf(httpTo(server.url).json({ path: 'thing', parse: (body) => body }));
    expect(error).toMatchObject({ code: 'rate_limited', failure: 'throttled', retryAfterMs: 3_600_000 });
    expect(server.count()).toBe(1);
  });

  test('ends with its signal while it waits for the next attempt', async () => {
    const stop = new AbortController();
    const server = await serve((_request, response) => {
      response.writeHead(503, { 'retry-after': '4' }).end();
      setImmediate(() => stop.abort());
    });
    const error = await errorOf(httpTo(server.url).json({ path: 'thing', signal: stop.signal, parse: (body) => body }));
    expect(error).toMatchObject({ code: 'canceled', billed: 'no' });
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  test.each([
    ['7', 7_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 10:01:30 GMT', 90_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('"%s" means %s ms', async (value, expected) => {
    const server = await serve((_request, response) => response.writeHead(429, { 'retry-after': value }).end());
    const error = await errorOf(pay(httpTo(server.url, { clock: { now: () => now } })));
    expect(error.retryAfterMs).toBe(expected);
  });
});
