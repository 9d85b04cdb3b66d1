import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { errorOf } from '@image-studio/core/contracts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { httpTo, pay } from './acme.ts';
import { closedPort, serve } from './loopback.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

describe('a paid POST', () => {
  const table = [
    { status: 400, body: '{"reason":"bad size"}', failure: 'refused', code: 'vendor_rejected', billed: 'no' },
    { status: 400, body: '<html>gateway</html>', failure: 'uncertain', code: 'in_doubt', billed: 'unknown' },
    { status: 404, body: '', failure: 'uncertain', code: 'in_doubt', billed: 'unknown' },
    { status: 408, body: '{"reason":"slow"}', failure: 'uncertain', code: 'in_doubt', billed: 'unknown' },
    { status: 409, body: '{"reason":"twice"}', failure: 'uncertain', code: 'in_doubt', billed: 'unknown' },
    { status: 429, body: '', failure: 'throttled', code: 'rate_limited', billed: 'no' },
    { status: 500, body: '{"reason":"oops"}', failure: 'uncertain', code: 'in_doubt', billed: 'unknown' },
    { status: 502, body: '', failure: 'uncertain', code: 'in_doubt', billed: 'unknown' },
    { status: 503, body: '{"reason":"overloaded"}', failure: 'throttled', code: 'rate_limited', billed: 'no' },
    { status: 504, body: '', failure: 'uncertain', code: 'in_doubt', billed: 'unknown' },
    { status: 307, body: '', failure: 'uncertain', code: 'in_doubt', billed: 'unknown' },
    { status: 200, body: '{"half":', failure: 'uncertain', code: 'in_doubt', billed: 'unknown' },
    { status: 200, body: '', failure: 'uncertain', code: 'in_doubt', billed: 'unknown' },
  ];
  test.each(table)('answered $status "$body" is $failure and sent once', async ({ status, body, ...expected }) => {
    const server = await serve((_request, response) => {
      response.writeHead(status, { location: '/elsewhere', 'content-type': 'application/json' }).end(body);
    });
    const { failure, code, billed } = await errorOf(pay(httpTo(server.url)));
    expect({ failure, code, billed }).toEqual(expected);
    expect(server.count()).toBe(1);
  });

  test('whose connection is reset is uncertain and sent once', async () => {
    const server = await serve((request) => request.socket.destroy());
    expect(await errorOf(pay(httpTo(server.url)))).toMatchObject({ failure: 'uncertain', billed: 'unknown' });
    expect(server.count()).toBe(1);
  });

  test('on a kept connection that the server closes under it is not sent again', async () => {
    const server = await serve((request, response, count) => {
      if (count === 1) response.end('{}');
      else request.socket.destroy();
    });
    const http = httpTo(server.url);
    await pay(http);
    expect(await errorOf(pay(http))).toMatchObject({ failure: 'uncertain' });
    expect(server.count()).toBe(2);
  });

  test('that is never answered is uncertain after its time-out and sent once', async () => {
    const server = await serve(() => undefined);
    const http = httpTo(server.url, { timeouts: { paidMs: 80 } });
    expect(await errorOf(pay(http))).toMatchObject({ failure: 'uncertain', code: 'in_doubt' });
    expect(server.count()).toBe(1);
  });

  test('gives a picture whole to who keeps its stream alone and begins to read late', async () => {
    const picture = Buffer.alloc(300_000, 7);
    const server = await serve((_request, response) => response.end(picture));
    const http = httpTo(server.url);
    const stream = await http
      .send({ method: 'POST', path: '/v1/jobs', json: {}, free: false })
      .then(({ body }) => body);
    for (let round = 0; round < 5; round++) {
      collectGarbage();
      await setImmediate();
    }
    expect(Buffer.from(await new Response(stream).bytes())).toEqual(picture);
  });

  test('whose answer is left in the middle ends its connection, and disturbs nothing', async () => {
    const { promise: left, resolve } = Promise.withResolvers<void>();
    const server = await serve((_request, response) => {
      response.once('close', resolve);
      for (let piece = 0; piece < 200; piece++) response.write(Buffer.alloc(65_536, 'A'));
    });
    const { body } = await httpTo(server.url).send({ method: 'POST', path: 'run', json: {}, free: false });
    const reader = body!.getReader();
    // A reader so slow that much waits for it, and that leaves right after it asked for more.
    for (let piece = 0; piece < 5; piece++) {
      for (let turn = 0; turn < 20; turn++) await setImmediate();
      await reader.read();
    }
    await reader.cancel();
    await left;
    // An error of what still came would be thrown in a later turn.
    for (let turn = 0; turn < 20; turn++) await setImmediate();
    expect(server.count()).toBe(1);
  });

  test('whose answer stops in the middle is uncertain', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"id":');
    });
    const http = httpTo(server.url, { timeouts: { paidMs: 80 } });
    expect(await errorOf(pay(http))).toMatchObject({ failure: 'uncertain' });
  });

  test('that is stopped while it waits is uncertain, stopped before it is not sent', async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort());
    expect(await errorOf(pay(httpTo(server.url), stop.signal))).toMatchObject({ failure: 'uncertain' });
    const before = await errorOf(pay(httpTo(server.url), stop.signal));
    expect(before).toMatchObject({ code: 'canceled', failure: 'never_sent', billed: 'no' });
    expect(server.count()).toBe(1);
  });

  test('to a port where nobody listens was never sent', async () => {
    const error = await errorOf(pay(httpTo(`http://127.0.0.1:${await closedPort()}`)));
    expect(error).toMatchObject({ failure: 'never_sent', code: 'vendor_unavailable', billed: 'no' });
  });

  test('to a server that takes connections and lets none stand was never sent', { timeout: 20_000 }, async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const error = await errorOf(pay(httpTo(`https://127.0.0.1:${port}`)));
    expect(error).toMatchObject({ failure: 'never_sent', code: 'vendor_unavailable', billed: 'no' });
  });

  test('over TLS to a server that speaks none was never sent', async () => {
    const server = await serve((_request, response) => response.end());
    const error = await errorOf(pay(httpTo(server.url.replace('http:', 'https:'))));
    expect(error).toMatchObject({ failure: 'never_sent', billed: 'no' });
  });

  test.each([
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'never_sent'],
    [{ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }, 'never_sent'],
    [{ code: 'ETIMEDOUT', syscall: 'connect' }, 'never_sent'],
    [{ code: 'ETIMEDOUT', syscall: 'read' }, 'uncertain'],
    [{ code: 'EHOSTUNREACH', syscall: 'connect' }, 'never_sent'],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'never_sent'],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, 'uncertain'],
    [{ code: 'UND_ERR_SOCKET' }, 'uncertain'],
    [{ code: 'ECONNRESET', syscall: 'read' }, 'uncertain'],
    [{ code: 'EPIPE', syscall: 'write' }, 'uncertain'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'never_sent'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'never_sent'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'never_sent'],
    [{}, 'uncertain'],
  ])('that fails with %o is %s', async (fields, failure) => {
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), fields) }));
    expect((await errorOf(pay(httpTo('http://vendor.test', { fetch })))).failure).toBe(failure);
  });

  test('tried at several addresses was never sent only when every one refused', async () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const reset = Object.assign(new Error('x'), { code: 'ECONNRESET', syscall: 'read' });
    const failing = (errors: Error[]) => () =>
      Promise.reject(new TypeError('fetch failed', { cause: new AggregateError(errors, 'all failed') }));
    const outcome = async (errors: Error[]) =>
      (await errorOf(pay(httpTo('http://vendor.test', { fetch: failing(errors) })))).failure;
    expect(await outcome([refused, refused])).toBe('never_sent');
    expect(await outcome([refused, reset])).toBe('uncertain');
  });

  test('may find in an unsuccessful answer that the job goes on', async () => {
    const server = await serve((_request, response) => response.writeHead(504).end('{"job":"j1"}'));
    const job = await httpTo(server.url).json({
      method: 'POST',
      path: 'run',
      json: {},
      parse: () => 'unused',
      salvage: ({ body }) => (body as { job: string }).job,
    });
    expect(job).toBe('j1');
  });
});
