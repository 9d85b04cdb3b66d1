import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorOf } from '@image-studio/core/contracts';
import { createHttp, jsonBody, type SpooledFile } from '@image-studio/http';
import { afterAll, describe, expect, test } from 'vitest';
import { httpTo, vendor } from './acme.ts';

const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
const open = (content: Uint8Array<ArrayBuffer>, chunk: number) => async () =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < content.length; at += chunk) controller.enqueue(content.slice(at, at + chunk));
      controller.close();
    },
  });

/** A temporary folder of its own, so that nobody else's files are counted. */
const folder = mkdtempSync(join(tmpdir(), 'files-in-json-'));
process.env['TMPDIR'] = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const spooled = () => globSync('image-studio-*', { cwd: folder }).length;

/** A vendor that answers this text in pieces of so many bytes. */
function answering(text: string, piece = 7, cutAt = Infinity) {
  const content = new TextEncoder().encode(text);
  return httpTo('https://acme.test', {
    fetch: async () => {
      let at = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= cutAt) return controller.error(new TypeError('terminated'));
          if (at >= content.length) return controller.close();
          controller.enqueue(content.slice(at, (at += piece)));
        },
      });
      return new Response(body);
    },
  });
}

const ask = <Value>(http: ReturnType<typeof createHttp>, parse: (body: unknown) => Value) =>
  http.json({ method: 'POST', path: 'make', json: {}, files: ['b64_json', 'data'], parse });
const contentOf = async (file: SpooledFile) =>
  new Uint8Array(await new Response(file.stream() as BodyInit).arrayBuffer());

describe('JSON with files in it', () => {
  test.each([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 2],
    [1000, 7],
    [65_537, 16_384],
  ])('is sent as a stream of known length: %d bytes that come %d at a time', async (length, chunk) => {
    const content = bytes(length);
    const { body, headers } = jsonBody({ a: [{ data: { size: length, open: open(content, chunk) } }], 'b"': 'ü\n' });
    const text = await new Response(body as BodyInit).text();
    expect(JSON.parse(text)).toEqual({ a: [{ data: Buffer.from(content).toString('base64') }], 'b"': 'ü\n' });
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
  });

  test('fails when a file is longer than it was said to be', async () => {
    const { body } = jsonBody({ data: { size: 3, open: open(bytes(5), 2) } });
    await expect(new Response(body as BodyInit).text()).rejects.toMatchObject({ code: 'internal' });
  });

  test.each([1, 2, 3, 64, 100_000])('is read file by file, in pieces of %d', async (piece) => {
    const [first, second] = [bytes(1000), bytes(2)];
    const base64 = (content: Uint8Array) => Buffer.from(content).toString('base64');
    const text = `{"created": 1, "data":[ {"b64_json" : "${base64(first)}"}, {"b64_json":"${base64(second).replace('=', '\\u003d')}"}], "data:": "b64_json\\"", "usage":{"n":2}}`;
    const found = await ask(answering(text, piece), (body) => body as Record<string, unknown>);
    expect(found).toMatchObject({ created: 1, 'data:': 'b64_json"', usage: { n: 2 } });
    const files = (found['data'] as { b64_json: SpooledFile }[]).map((item) => item.b64_json);
    expect(files.map(({ size }) => size)).toEqual([1000, 2]);
    expect([await contentOf(files[0]!), await contentOf(files[1]!)]).toEqual([first, second]);
  });

  test('waits in memory while it is small, on the disk beyond, and leaves nothing behind once it is read or discarded', async () => {
    await expect.poll(spooled).toBe(0);
    const small = await ask(
      answering(JSON.stringify({ data: 'AAAA' })),
      (body) => (body as { data: SpooledFile }).data,
    );
    expect(spooled()).toBe(0);
    expect(await contentOf(small)).toEqual(new Uint8Array(3));
    const text = JSON.stringify([{ data: 'A'.repeat(8_000_000) }, { data: 'A'.repeat(8_000_000) }]);
    const files = await ask(answering(text, 100_000), (body) =>
      (body as { data: SpooledFile }[]).map(({ data }) => data),
    );
    expect(spooled()).toBe(2);
    expect((await contentOf(files[0]!)).length).toBe(6_000_000);
    await files[1]!.discard();
    await expect.poll(spooled).toBe(0);
  });

  test('waits on the disk where many small ones wait already, until those are gone', async () => {
    const text = JSON.stringify({ data: 'A'.repeat(4_000_000) });
    const one = () => ask(answering(text, 100_000), (body) => (body as { data: SpooledFile }).data);
    const files: SpooledFile[] = [];
    while (spooled() === 0 && files.length < 100) files.push(await one());
    expect(spooled()).toBe(1);
    await Promise.all(files.map((file) => file.discard()));
    const after = await one();
    expect(spooled()).toBe(0);
    await after.discard();
  });

  test.each([
    ['breaks off', JSON.stringify({ data: 'A'.repeat(400) }), 200],
    ['has something else than base64', JSON.stringify({ data: '<html>??' }), undefined],
    ['has something behind the padding', JSON.stringify({ data: 'AA==AAAA' }), undefined],
    ['is no JSON', '{"data":"AAAA"', undefined],
  ])('is in doubt when it %s, and leaves nothing behind', async (_, text, cutAt) => {
    await expect.poll(spooled).toBe(0);
    const error = await errorOf(ask(answering(text, 16, cutAt), (body) => body));
    expect(error).toMatchObject({ code: 'in_doubt', failure: 'uncertain', billed: 'unknown' });
    expect(spooled()).toBe(0);
  });

  test('says that it is too large, and how much is taken', async () => {
    const http = answering(JSON.stringify({ data: 'AAAA', note: 'x'.repeat(100) }));
    const request = {
      method: 'POST',
      path: 'make',
      json: {},
      files: ['data'],
      parse: (body: unknown) => body,
    } as const;
    const error = await errorOf(http.json({ ...request, maxBytes: 50 }));
    expect(error).toMatchObject({ code: 'in_doubt', billed: 'unknown' });
    expect(error.message).toContain('too large: it has more than 50 bytes');
  });

  test('is removed when the caller cannot use it', async () => {
    await expect.poll(spooled).toBe(0);
    const http = answering(JSON.stringify({ data: 'AAAA' }));
    await errorOf(ask(http, () => Number.parseInt('x', 10) || JSON.parse('no')));
    expect(spooled()).toBe(0);
  });
});

test.each([
  [{ 'retry-after-ms': '1500', 'retry-after': '60' }, undefined, 1500],
  [{}, 34_400, 34_400],
])('A vendor may say how long to wait in %j or in its body', async (headers, retryAfterMs, waits) => {
  const http = createHttp({
    baseUrl: 'https://acme.test',
    vendor: { ...vendor, refusal: () => ({ code: 'rate_limited', retryAfterMs }) },
    fetch: async () => Response.json({}, { status: 429, headers: headers as Record<string, string> }),
  });
  const error = await errorOf(http.json({ method: 'POST', path: 'x', json: {}, parse: (body) => body }));
  expect(error).toMatchObject({ code: 'rate_limited', failure: 'throttled', retryAfterMs: waits });
});
