import { getEventListeners } from 'node:events';
import { errorOf } from '@image-studio/core/contracts';
import { createDownload } from '@image-studio/http';
import { describe, expect, test } from 'vitest';
import { bytes, read } from './fetching.ts';
import { serve } from './loopback.ts';

describe('Redirects', () => {
  test('are followed five times, relative ones too, and no further', async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end(bytes);
      else response.writeHead(left % 2 === 0 ? 301 : 307, { location: `./${left - 1}` }).end();
    });
    const options = { allowOrigins: [server.url] };
    expect((await read(`${server.url}/5`, options)).text).toBe(String(bytes));
    expect((await errorOf(read(`${server.url}/6`, options))).message).toMatch(/redirects too often/);
  });

  test('to nowhere are refused', async () => {
    const server = await serve((_request, response) => response.writeHead(302).end());
    const error = await errorOf(read(server.url, { allowOrigins: [server.url] }));
    expect(error.message).toMatch(/redirects to nowhere/);
  });
});

describe('Sizes', () => {
  test('beyond the limit are refused by the announcement, before the body', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000000000000' }).flushHeaders();
    });
    const error = await errorOf(read(server.url, { allowOrigins: [server.url] }));
    expect(error).toMatchObject({ code: 'input_too_large', billed: 'no' });
  });

  test('beyond the limit without announcement end the stream', async () => {
    const server = await serve((_request, response) => {
      for (let part = 0; part < 200; part += 1) response.write(Buffer.alloc(100));
      response.end();
    });
    const error = await errorOf(read(server.url, { allowOrigins: [server.url] }));
    expect(error.code).toBe('input_too_large');
  });

  test('shorter than announced fail', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write(bytes, () => response.destroy());
    });
    const error = await errorOf(read(server.url, { allowOrigins: [server.url], code: 'vendor_output' }));
    expect(error).toMatchObject({ code: 'vendor_output', billed: 'yes' });
    const fetch = () => Promise.resolve(new Response('short', { headers: { 'content-length': '100' } }));
    const origin = 'http://sandbox.invalid';
    expect((await errorOf(read(origin, { allowOrigins: [origin], fetch }))).message).toMatch(/number of bytes/);
  });

  test('of exactly the limit are fine', async () => {
    const server = await serve((_request, response) => response.end(bytes));
    expect((await read(server.url, { allowOrigins: [server.url] }, bytes.length)).text).toBe(String(bytes));
  });
});

describe('Time', () => {
  test('without an answer ends', async () => {
    const server = await serve(() => undefined);
    const error = await errorOf(read(server.url, { allowOrigins: [server.url], answerMs: 60 }));
    expect(error.message).toMatch(/did not answer in time/);
  });

  test('with a name that is never resolved ends', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    const error = await errorOf(read('https://pictures.test/x', { resolve, answerMs: 60 }));
    expect(error.message).toMatch(/did not answer in time/);
  });

  test('with a silent body ends', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write(bytes);
    });
    const error = await errorOf(read(server.url, { allowOrigins: [server.url], stallMs: 60 }));
    expect(error.message).toMatch(/stopped sending/);
  });

  test('ends with the signal', async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort());
    const download = createDownload({ allowOrigins: [server.url] });
    const options = { maxBytes: 10, signal: stop.signal };
    expect((await errorOf(download(new URL(server.url), options))).code).toBe('canceled');
    expect((await errorOf(download(new URL(server.url), options))).code).toBe('canceled');
    expect(server.count()).toBe(1);
  });
});

test.each([204, 404, 410, 500])('HTTP %i is no file', async (status) => {
  const server = await serve((_request, response) => response.writeHead(status).end());
  const error = await errorOf(read(server.url, { allowOrigins: [server.url] }));
  expect(error.message).toContain(`HTTP ${status}`);
});

test('A file compressed without being asked is refused, since its length says nothing', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes);
  });
  expect((await errorOf(read(server.url, { allowOrigins: [server.url] }))).message).toMatch(/compressed/);
});

test('Nothing is read ahead of the reader', async () => {
  let sent = 0;
  const server = await serve((_request, response) => {
    const more = () => {
      do sent += 1;
      while (sent < 1000 && response.write(Buffer.alloc(65_536)));
    };
    response.on('drain', more);
    more();
  });
  const download = createDownload({ allowOrigins: [server.url] });
  const { stream } = await download(new URL(server.url), { maxBytes: 1e9 });
  const reader = stream.getReader();
  await reader.read();
  let last = -1;
  await expect
    .poll(() => {
      const still = sent === last;
      last = sent;
      return still;
    })
    .toBe(true);
  expect(sent).toBeLessThan(900);
  await reader.cancel();
});

test('A signal that outlives a file is let go: when it was read, left, refused or broke off', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/whole') return response.end(bytes);
    if (request.url === '/gone') return response.writeHead(404).end();
    response.writeHead(200, { 'content-length': '100' });
    return response.write(bytes, () => response.destroy());
  });
  const { signal } = new AbortController();
  const download = createDownload({ allowOrigins: [server.url] });
  const open = (path: string) => download(new URL(path, server.url), { maxBytes: 1000, signal });
  await new Response((await open('/whole')).stream).arrayBuffer();
  await (await open('/whole')).stream.cancel();
  await errorOf(open('/gone'));
  await errorOf(open('/broken').then(({ stream }) => new Response(stream).arrayBuffer()));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
