import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useBucket } from './use-bucket.ts';

const bucket = useBucket();
const { open } = bucket;

describe('a large file in a bucket', () => {
  const megabyte = new Uint8Array(1024 * 1024).fill(7);
  /** So many megabytes, then the end or a fault; `read` tells how many were asked for. */
  function large(megabytes: number, fault?: Error) {
    const told = { read: 0, canceled: false };
    const stream = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          if (told.read++ < megabytes) controller.enqueue(megabyte);
          else if (fault) controller.error(fault);
          else controller.close();
        },
        cancel: () => void (told.canceled = true),
      },
      { highWaterMark: 0 },
    );
    return { stream, told };
  }
  /** Notes what goes to the storage, and may answer instead of it. */
  function noting(instead: (line: string, count: number) => Response | undefined = () => undefined) {
    const lines: string[] = [];
    const fetching: typeof fetch = async (input, init) => {
      const { method, url } = input as Request;
      const line = `${method} ${[...new URL(url).searchParams.keys()].join(' ')}`.trim();
      lines.push(line);
      return instead(line, lines.filter((one) => one === line).length) ?? fetch(input, init);
    };
    return { lines, fetch: fetching };
  }

  it('goes there in parts without its length being known, and is one file', async () => {
    const { lines, fetch } = noting();
    const assets = await open({ fetch });
    const { stream, told } = large(20);
    const stored = await assets.write('big', stream, { maxBytes: 50e6, mediaType: 'video/mp4' });
    expect(lines).toEqual([
      'POST uploads',
      ...Array.from({ length: 3 }, () => 'PUT partNumber uploadId'),
      'POST uploadId',
    ]);
    expect([stored.size, told.read]).toEqual([20 * megabyte.length, 21]);
    expect(await assets.stat('big')).toEqual(stored);
    const tail = await assets.read('big', { start: stored.size - 2 });
    expect(await new Response(tail).bytes()).toEqual(new Uint8Array([7, 7]));
    expect(await readdir(bucket.tempFolder())).toEqual([]);
  });

  it('is sent on while it comes: no more than a part waits here', async () => {
    const waiting: number[] = [];
    const { fetch } = noting((line) => {
      if (line.startsWith('PUT')) waiting.push(told.read);
      return undefined;
    });
    const assets = await open({ fetch });
    const { stream, told } = large(16);
    await assets.write('big', stream, { maxBytes: 50e6 });
    expect(waiting).toEqual([8, 16]);
  });

  it.each([
    ['its source fails', 'cut off', () => large(12, new Error('cut off')), 50e6, undefined],
    ['it is too large', 'larger than', () => large(30), 12e6, undefined],
    [
      'a part is refused',
      'HTTP 403',
      () => large(20),
      50e6,
      (line: string) => (line.startsWith('PUT') ? new Response('', { status: 403 }) : undefined),
    ],
    [
      'it cannot be made whole',
      'HTTP 200',
      () => large(20),
      50e6,
      (line: string) =>
        line === 'POST uploadId' ? new Response('<Error><Code>InternalError</Code></Error>') : undefined,
    ],
  ] as const)('is taken back when %s', async (_, message, make, maxBytes, instead) => {
    const { lines, fetch } = noting((line) => (line.startsWith('DELETE') ? new Response() : instead?.(line)));
    const assets = await open({ fetch });
    const { stream, told } = make();
    await expect(assets.write('big', stream, { maxBytes })).rejects.toThrow(message);
    expect(lines.at(-1)).toBe('DELETE uploadId');
    expect(await assets.stat('big')).toBeUndefined();
    expect(told.canceled || told.read === 13 || told.read === 21).toBe(true);
    expect(await readdir(bucket.tempFolder())).toEqual([]);
  });

  it('is there when only the answer to its end was lost', async () => {
    const { fetch: noted } = noting((line, count) =>
      line === 'POST uploadId' && count === 2 ? new Response('', { status: 404 }) : undefined,
    );
    let lost = 1;
    const losing: typeof fetch = async (input, init) => {
      const answer = await noted(input, init);
      const isEnd =
        (input as Request).method === 'POST' && new URL((input as Request).url).searchParams.has('uploadId');
      return isEnd && lost-- > 0 ? new Response('', { status: 503 }) : answer;
    };
    const assets = await open({ fetch: losing });
    const stored = await assets.write('big', large(9).stream, { maxBytes: 50e6 });
    expect(await assets.stat('big')).toEqual(stored);
  });
});
