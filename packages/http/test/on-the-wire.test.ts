import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createDownload } from '@image-studio/http';
import { errorOf } from '@image-studio/core/contracts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { httpTo, pay } from './acme.ts';
import { serve } from './loopback.ts';

/** A server that says what it likes to whatever it is sent. */
async function raw(answer: (socket: Socket, heard: Buffer) => void): Promise<string> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined).once('data', (heard) => answer(socket, heard));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe.each([
  ['a status that is none', 'HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n'],
  ['a status of no kind', 'HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n'],
  ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: odd\r\n\r\n'],
  ['another protocol without a name', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
  ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
])('an answer with %s', (_what, head) => {
  test('leaves a paid request uncertain', async () => {
    const url = await raw((socket) => socket.write(head));
    const error = await errorOf(pay(httpTo(url, { timeouts: { paidMs: 3_000 } })));
    expect(error).toMatchObject({ code: 'in_doubt', failure: 'uncertain' });
  });

  test('is no file', async () => {
    const url = await raw((socket) => socket.write(head));
    const download = createDownload({ allowOrigins: [url], answerMs: 3_000 });
    const error = await errorOf(download(new URL(url), { maxBytes: 1_000 }));
    expect(error).toMatchObject({ code: 'input_unreachable', billed: 'no' });
  });
});

test('A body whose source cannot be reached after a part of it was sent leaves the request uncertain', async () => {
  const server = await serve((request) => request.resume());
  const unreachable = Object.assign(new Error('storage is away'), { code: 'ECONNREFUSED', syscall: 'connect' });
  let pieces = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (pieces++ === 0) return controller.enqueue(new Uint8Array(10));
      return new Promise((resolve) => setTimeout(resolve, 50)).then(() => controller.error(unreachable));
    },
  });
  const sent = { method: 'POST', path: 'x', body: { body, headers: { 'content-length': '20' } }, free: false } as const;
  expect(await errorOf(httpTo(server.url).send(sent))).toMatchObject({ failure: 'uncertain', billed: 'unknown' });
});

test('A server that answers before it has taken the body gets no more of it, and the file is let go', async () => {
  const { promise: released, resolve } = Promise.withResolvers<void>();
  const url = await raw((socket) => socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\n{}'));
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    cancel: () => resolve(),
  });
  const sent = { method: 'PUT', path: 'x', body: { body, headers: { 'content-length': '1000000000' } } } as const;
  expect(await errorOf(httpTo(url).send(sent))).toMatchObject({ failure: 'refused' });
  await released;
});

test('A header goes out byte for byte, beside a body in UTF-8', async () => {
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  const url = await raw((socket, heard) => {
    resolve(heard);
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
  });
  await httpTo(url, { headers: { 'x-name': 'café' } }).json({
    method: 'POST',
    path: 'x',
    json: 'café',
    parse: (it) => it,
  });
  const heard = await promise;
  expect(heard.includes(Buffer.from('x-name: café', 'latin1'))).toBe(true);
  expect(heard.includes(Buffer.from('"café"', 'utf8'))).toBe(true);
  expect(heard.toString('latin1')).toMatch(/^content-type: application\/json\r$/im);
  expect(heard.toString('latin1')).toMatch(/^accept-encoding: identity\r$/im);
});
