import { errorOf } from '@image-studio/core/contracts';
import { describe, expect, test } from 'vitest';
import { bytes, read } from './fetching.ts';
import { serve } from './loopback.ts';

describe('An allowed origin', () => {
  test('is read with its size and type', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200, { 'content-type': 'Image/PNG; charset=x', 'content-length': bytes.length });
      response.end(request.headers['accept-encoding'] === 'identity' ? bytes : '');
    });
    const file = await read(`${server.url}/a.png`, { allowOrigins: [server.url] });
    expect(file).toMatchObject({ text: String(bytes), size: bytes.length, mediaType: 'image/png' });
  });

  test('goes through the handed-in fetch', async () => {
    const fetch = (request: Request) => Promise.resolve(new Response(`asked ${request.url}`));
    const origin = 'http://sandbox.invalid';
    expect(await read(`${origin}/f`, { allowOrigins: [origin], fetch })).toMatchObject({
      text: 'asked http://sandbox.invalid/f',
      size: undefined,
    });
  });

  test('allows no other port of the same machine', async () => {
    const server = await serve((_request, response) => response.end(bytes));
    const error = await errorOf(read(server.url, { allowOrigins: ['http://127.0.0.1:9999'] }));
    expect(error.code).toBe('input_unreachable');
    expect(server.count()).toBe(0);
  });
});

describe('A private address is refused', () => {
  test.each([
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.0.0.1/x',
    'https://0177.0.0.1/x',
    'https://127.1/x',
    'https://0/x',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://[64:ff9b::a00:1]/x',
    'https://[2002:a00:1::]/x',
    'https://%31%32%37.0.0.1/x',
    'https://127.0.0.1./x',
    'https://localhost/x',
  ])('as %s', async (url) => {
    const error = await errorOf(read(url));
    expect(error).toMatchObject({ code: 'input_unreachable', billed: 'no' });
    expect(error.message).toMatch(/not a public address/);
  });

  test('behind a name, also when only one of its addresses is private', async () => {
    const resolve = () =>
      Promise.resolve([
        { address: '8.8.8.8', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    const error = await errorOf(read('https://pictures.test/x', { resolve }));
    expect(error.message).toMatch(/pictures.test is not a public address/);
  });

  test('when a redirect leads there, from an allowed origin too', async () => {
    const inner = await serve((_request, response) => response.end('secret'));
    const outer = await serve((_request, response) => response.writeHead(302, { location: inner.url }).end());
    const options = { allowOrigins: [outer.url] };
    expect(await errorOf(read(outer.url, options))).toMatchObject({ code: 'input_unreachable' });
    const tls = await serve((_request, response) =>
      response.writeHead(302, { location: inner.url.replace('http:', 'https:') }).end(),
    );
    const error = await errorOf(read(tls.url, { allowOrigins: [tls.url] }));
    expect(error.message).toMatch(/not a public address/);
    expect(inner.count()).toBe(0);
  });

  test('the name is asked once and the connection goes to the address that was checked', async () => {
    const server = await serve((_request, response) => response.end(bytes));
    let asked = 0;
    const resolve = () => {
      asked += 1;
      return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    };
    const origin = server.url.replace('127.0.0.1', 'pictures.test');
    expect((await read(origin, { allowOrigins: [origin], resolve })).text).toBe(String(bytes));
    expect(asked).toBe(1);
  });

  test('the next file of a server comes over the same connection, and over another once that was closed', async () => {
    const ports: (number | undefined)[] = [];
    const server = await serve((request, response, count) => {
      ports.push(request.socket.remotePort);
      if (count === 3) request.socket.destroy();
      else response.end(bytes);
    });
    const again = async () => (await read(server.url, { allowOrigins: [server.url] })).text;
    expect([await again(), await again(), await again()]).toEqual([String(bytes), String(bytes), String(bytes)]);
    const [first, second, closed, fourth] = ports;
    expect([second, closed]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
  });

  test('a connection of an allowed origin is never used for the same address where that is not allowed', async () => {
    const server = await serve((_request, response) => response.end(bytes));
    const origin = server.url.replace('127.0.0.1', 'pictures.test');
    const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    await read(origin, { allowOrigins: [origin], resolve });
    const error = await errorOf(read(origin.replace('http:', 'https:'), { resolve }));
    expect(error.message).toMatch(/not a public address/);
    expect(server.count()).toBe(1);
  });
});

test.each(['http://example.com/x', 'ftp://example.com/x', 'file:///etc/passwd', 'data:text/plain,x'])(
  '%s is refused before any connection',
  async (url) => {
    const resolve = () => Promise.reject(new Error('must not be asked'));
    expect((await errorOf(read(url, { resolve }))).message).toMatch(/is not https/);
  },
);

test('An address with a user name is refused, and no message shows more than the host', async () => {
  const error = await errorOf(read('https://me:pass@example.com/x?signature=abc'));
  expect(error.message).toMatch(/example.com carries a user name/);
  expect(error.message).not.toMatch(/pass|abc|me:/);
});
