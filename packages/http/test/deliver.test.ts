import { createDeliver } from '@image-studio/http';
import { expect, test } from 'vitest';
import { bodyOf, closedPort, serve } from './loopback.ts';

const message = { headers: { 'content-type': 'application/json', 'webhook-id': 'a' }, body: '{"é":1}' };

test('A delivery posts the text and tells the status', async () => {
  const seen: unknown[] = [];
  const server = await serve((request, response) => {
    void bodyOf(request).then((body) => {
      seen.push([request.method, request.url, request.headers['webhook-id'], String(body)]);
      response.writeHead(204).end();
    });
  });
  const deliver = createDeliver({ allowOrigins: [server.url] });
  expect(await deliver(new URL(`${server.url}/hook?a=1`), message)).toBe(204);
  expect(seen).toEqual([['POST', '/hook?a=1', 'a', message.body]]);
});

test('A delivery follows no redirect', async () => {
  const inner = await serve((_request, response) => response.end());
  const outer = await serve((_request, response) => response.writeHead(307, { location: inner.url }).end());
  const deliver = createDeliver({ allowOrigins: [outer.url, inner.url] });
  expect(await deliver(new URL(outer.url), message)).toBe(307);
  expect(inner.count()).toBe(0);
});

test.each([
  ['http://example.test/hook', /is not https/],
  ['https://127.0.0.1/hook', /is not a public address/],
  ['https://0x7f000001/hook', /is not a public address/],
  ['https://[::ffff:10.0.0.1]/hook', /is not a public address/],
  ['https://user:password@example.test/', /user name/],
])('A delivery to %s is refused', async (url, why) => {
  const refused = createDeliver({})(new URL(url), message);
  await expect(refused).rejects.toMatchObject({ code: 'input_unreachable', message: expect.stringMatching(why) });
});

test('A delivery to a name that leads inside is refused', async () => {
  const deliver = createDeliver({ resolve: async () => [{ address: '10.0.0.1', family: 4 }] });
  await expect(deliver(new URL('https://hooks.test/'), message)).rejects.toThrow('hooks.test is not a public address');
});

test('A server that is away or silent is unreachable', async () => {
  const url = `http://127.0.0.1:${await closedPort()}`;
  await expect(createDeliver({ allowOrigins: [url] })(new URL(url), message)).rejects.toThrow('cannot be reached');
  const silent = await serve(() => {});
  const deliver = createDeliver({ allowOrigins: [silent.url], answerMs: 50 });
  await expect(deliver(new URL(silent.url), message)).rejects.toThrow('did not answer in time');
});
