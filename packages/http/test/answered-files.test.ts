import { inspect } from 'node:util';
import { errorOf } from '@image-studio/core/contracts';
import { incoming, multipart, readText } from '@image-studio/http';
import { describe, expect, test } from 'vitest';
import { httpTo, prompt, vendor } from './acme.ts';
import { serve } from './loopback.ts';

const url = new URL('https://acme.test/run?token=abc');
const expected = { url, code: 'vendor_output', maxBytes: 10, stallMs: 1000 } as const;

describe('a file that comes with an answer', () => {
  test('is a stream with its length and type', async () => {
    const headers = { 'content-type': 'Image/PNG; q=1', 'content-length': '3' };
    const { stream, size, mediaType } = await incoming(new Response('abc', { headers }), expected);
    expect([await new Response(stream as BodyInit).text(), size, mediaType]).toEqual(['abc', 3, 'image/png']);
  });

  test.each([
    ['shorter than announced', new Response('abc', { headers: { 'content-length': '4' } })],
    ['longer than allowed', new Response('x'.repeat(11))],
    ['that never comes', new Response(new ReadableStream())],
  ])('%s fails while it is read, without the address', async (_what, answer) => {
    const { stream } = await incoming(answer, { ...expected, stallMs: 30 });
    const error = await errorOf(new Response(stream as BodyInit).text());
    expect(error).toMatchObject({ code: 'vendor_output', billed: 'yes' });
    expect(error.message).not.toContain('token');
  });
});

test('An answer is text up to a cap', async () => {
  const limits = { maxBytes: 3, timeoutMs: 1000 };
  expect(await readText(new Response('abc'), limits)).toBe('abc');
  await expect(readText(new Response('abcd'), limits)).rejects.toThrow('more than');
});

test('What a streamed body says does not come back in a message', async () => {
  const server = await serve((request, response) => {
    request.resume().on('end', () => response.writeHead(400).end(JSON.stringify({ reason: `No: ${prompt}` })));
  });
  const body = multipart([{ name: 'prompt', value: prompt }]);
  const error = await errorOf(httpTo(server.url).send({ method: 'POST', path: 'run', body, sent: { prompt } }));
  expect(error.failure).toBe('refused');
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('Eleanor');
});

test('A vendor that says how long to wait without `Retry-After` is believed', async () => {
  const patient = { ...vendor, refusal: () => ({ code: 'rate_limited' as const, retryAfterMs: 60_000 }) };
  const waits = ['', '7'].map(async (seconds) => {
    const server = await serve((_request, response) => {
      response.writeHead(429, seconds === '' ? {} : { 'retry-after': seconds }).end();
    });
    const http = httpTo(server.url, { vendor: patient });
    return (await errorOf(http.send({ method: 'POST', path: 'run', json: {} }))).retryAfterMs;
  });
  expect(await Promise.all(waits)).toEqual([60_000, 7000]);
});
