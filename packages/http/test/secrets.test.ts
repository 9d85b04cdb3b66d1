import { inspect } from 'node:util';
import { errorOf } from '@image-studio/core/contracts';
import { describe, expect, test } from 'vitest';
import { httpTo, key, pay, prompt } from './acme.ts';
import { closedPort, serve } from './loopback.ts';

describe('an error', () => {
  test('holds neither key nor prompt, even when the vendor echoes them', async () => {
    const echo = `Your prompt "${prompt}" with ${key} was refused, see https://acme.test/help?token=abc`;
    const server = await serve((_request, response) => {
      response.writeHead(400).end(JSON.stringify({ reason: echo }));
    });
    const error = await errorOf(pay(httpTo(server.url)));
    const seen = inspect(error, { depth: 20, showHidden: true });
    expect(error.message).toContain('was refused');
    for (const secret of [prompt, key, 'Eleanor', 'sk-very', 'token=abc']) expect(seen).not.toContain(secret);
  });

  test('of the network carries the cause without the request', async () => {
    const error = await errorOf(pay(httpTo(`http://127.0.0.1:${await closedPort()}`)));
    expect(error.cause).toMatchObject({ code: 'ECONNREFUSED' });
    const seen = inspect(error, { depth: 20, showHidden: true });
    for (const secret of [prompt, 'sk-very']) expect(seen).not.toContain(secret);
  });

  test('with an endless body is read only at its start', async () => {
    let cut = false;
    const server = await serve((_request, response) => {
      response.writeHead(400);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384, 'x')));
      };
      response.on('drain', more).on('close', () => (cut = true));
      more();
    });
    expect(await errorOf(pay(httpTo(server.url)))).toMatchObject({ failure: 'uncertain' });
    await expect.poll(() => cut).toBe(true);
  });
});

test('The key goes to the configured origin only', async () => {
  const keys: (string | undefined)[] = [];
  const other = await serve((request, response) => {
    keys.push(request.headers.authorization);
    response.end('{}');
  });
  const home = await serve((request, response) => {
    keys.push(request.headers.authorization);
    response.writeHead(302, { location: other.url }).end();
  });
  const http = httpTo(home.url);
  await http.json({ path: other.url, parse: (body) => body });
  await errorOf(http.json({ path: 'moved', parse: (body) => body }));
  expect(keys).toEqual([undefined, key]);
});

test('A base URL may have a path, and slashes of a path stay', async () => {
  const seen: (string | undefined)[] = [];
  const server = await serve((request, response) => {
    seen.push(request.url);
    response.end('{}');
  });
  const http = httpTo(`${server.url}/proxy/`);
  await http.json({
    path: 'api/v3/a/b-c/d',
    query: { webhook: 'https://us.test/hook?a=1&b=2' },
    parse: (body) => body,
  });
  expect(seen).toEqual(['/proxy/api/v3/a/b-c/d?webhook=https%3A%2F%2Fus.test%2Fhook%3Fa%3D1%26b%3D2']);
});

test.each([
  ['a header that cannot be written', { headers: { authorization: 'Bearer sesame\nkey' } }, { a: 1 }],
  ['a body that cannot be written', {}, { a: 1n }],
])('%s is refused before anything is sent, without quoting it', async (_name, options, json) => {
  const server = await serve((_request, response) => response.end('{}'));
  const error = await errorOf(
    httpTo(server.url, options).json({ method: 'POST', path: 'run', json, parse: (body) => body }),
  );
  expect(error).toMatchObject({ code: 'internal', failure: 'refused', billed: 'no' });
  expect(inspect(error, { depth: 20 })).not.toContain('sesame');
  expect(server.count()).toBe(0);
});
