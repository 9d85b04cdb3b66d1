import { fileBody, createHttp, multipart } from '@image-studio/http';
import { expect, test } from 'vitest';
import { bodyOf, serve } from './loopback.ts';

const vendor = { name: 'Acme', refusal: () => undefined };
const megabyte = 1024 * 1024;

/** A file of so many megabytes whose chunks are counted as they are pulled. */
function bigFile(megabytes: number) {
  let pulled = 0;
  const open = () =>
    Promise.resolve(
      new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (pulled === megabytes) return controller.close();
            pulled += 1;
            controller.enqueue(new Uint8Array(megabyte).fill(pulled));
          },
        },
        { highWaterMark: 0 },
      ),
    );
  return { size: megabytes * megabyte, open, pulled: () => pulled };
}

test('A form arrives with its length, not chunked, and parses', async () => {
  const bytes = new TextEncoder().encode('picture bytes');
  let seen: Record<string, unknown> = {};
  const server = await serve((request, response) => {
    void bodyOf(request).then(async (body) => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const form = await new Response(new Uint8Array(body), { headers }).formData();
      const file = form.get('image') as File;
      seen = {
        length: request.headers['content-length'],
        chunked: request.headers['transfer-encoding'],
        received: body.byteLength,
        prompt: form.get('prompt'),
        file: [file.name, file.type, await file.text()],
        empty: (form.get('empty') as File).size,
      };
      response.end('{}');
    });
  });
  const form = multipart([
    { name: 'prompt', value: 'größer\r\nund "schöner"' },
    { name: 'image', filename: 'a "b".png', mediaType: 'image/png', size: bytes.length, open: streamOf(bytes) },
    { name: 'empty', filename: 'e.bin', mediaType: 'application/octet-stream', size: 0, open: streamOf() },
  ]);
  await createHttp({ baseUrl: server.url, vendor }).json({ method: 'POST', path: 'x', body: form, parse: () => null });
  expect(seen).toEqual({
    length: form.headers['content-length'],
    chunked: undefined,
    received: Number(form.headers['content-length']),
    prompt: 'größer\r\nund "schöner"',
    file: ['a "b".png', 'image/png', 'picture bytes'],
    empty: 0,
  });
});

test('A file is read no faster than the server takes it', async () => {
  const file = bigFile(64);
  let length: string | undefined;
  let most = Infinity;
  const server = await serve((request, response) => {
    length = request.headers['content-length'];
    // Reads nothing until the sender has filled every buffer between the two.
    let last = -1;
    const watch = setInterval(() => {
      if (file.pulled() !== last) {
        last = file.pulled();
        return;
      }
      clearInterval(watch);
      most = last;
      request.resume().on('end', () => response.end('{}'));
    }, 50);
  });
  const http = createHttp({ baseUrl: server.url, vendor });
  await http.send({ method: 'PUT', path: 'x', body: fileBody(file) });
  expect(length).toBe(String(file.size));
  expect(file.pulled()).toBe(64);
  expect(most).toBeLessThan(48);
});

test.each([-1, 1])('A file that is %i byte off its size fails the request and is not taken for whole', async (off) => {
  let whole = false;
  const server = await serve((request, response) => {
    void bodyOf(request).then(
      () => {
        whole = true;
        response.end('{}');
      },
      () => undefined,
    );
  });
  const bytes = new Uint8Array(100);
  const http = createHttp({ baseUrl: server.url, vendor });
  const body = fileBody({ size: 100 - off, open: streamOf(bytes) });
  await expect(http.send({ method: 'PUT', path: 'x', body })).rejects.toMatchObject({ code: 'internal', billed: 'no' });
  expect(whole).toBe(false);
});

function streamOf(...chunks: Uint8Array[]) {
  return () => Promise.resolve(new Blob(chunks as Uint8Array<ArrayBuffer>[]).stream());
}
