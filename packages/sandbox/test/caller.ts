import sharp from 'sharp';
import type { Sandbox } from '../src/index.ts';

/** The parts of an answer that tests read. */
export interface Envelope {
  readonly code: number;
  readonly message: string;
  readonly data: {
    readonly id: string;
    readonly status: string;
    readonly code?: number;
    readonly error: string;
    readonly outputs: readonly string[];
    readonly urls: { readonly get: string };
    readonly [field: string]: unknown;
  };
}

export const base = 'http://wavespeed.sandbox.invalid';
export const textModel = 'wavespeed-ai/z-image/turbo';
export const editModel = 'wavespeed-ai/qwen-image/edit';

/** Calls a sandbox in process as a client of the vendor would. */
export function caller(sandbox: Sandbox, apiKey = 'key') {
  const request = (method: string, path: string, body?: unknown, signal?: AbortSignal) =>
    sandbox.fetch(
      new Request(path.startsWith('http') ? path : `${base}/api/v3/${path}`, {
        method,
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      }),
    );
  const json = async (method: string, path: string, body?: unknown) =>
    (await (await request(method, path, body)).json()) as Envelope;
  return {
    request,
    json,
    post: (path: string, body: unknown) => json('POST', path, body),
    get: (path: string) => json('GET', path),
    download: async (url: string) =>
      new Uint8Array(await (await sandbox.fetch(new Request(url))).arrayBuffer()) as Uint8Array<ArrayBuffer>,
    async upload(bytes: Uint8Array, content_type = 'image/png') {
      const ticket = await json('POST', 'media/uploads', { filename: 'a.png', size: bytes.length, content_type });
      const { url, method, headers } = ticket.data['upload'] as UploadTicket;
      const response = await sandbox.fetch(new Request(url, { method, headers, body: bytes as BodyInit }));
      if (!response.ok) throw new Error(await response.text());
      return ticket.data['download_url'] as string;
    },
    /** Submits and reads the result at once; for sandboxes without delays. */
    async run(model: string, inputs: object) {
      const submitted = await json('POST', model, inputs);
      return json('GET', submitted.data.urls.get);
    },
  };
}

export interface UploadTicket {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
}

/** A PNG of one colour. */
export async function plain(width: number, height: number, background = '#3366cc'): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer(),
  );
}

/** A black mask with a white rectangle over its left half. */
export async function leftHalfMask(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const white = { create: { width: Math.floor(width / 2), height, channels: 3, background: '#fff' } } as const;
  const black = sharp({ create: { width, height, channels: 3, background: '#000' } });
  return new Uint8Array(
    await black
      .composite([{ input: white, left: 0, top: 0 }])
      .png()
      .toBuffer(),
  );
}

/** The colour of one pixel as [red, green, blue]. */
export async function pixel(bytes: Uint8Array, left: number, top: number): Promise<readonly number[]> {
  const raw = await sharp(bytes).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...raw];
}

/** The error that a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<Error & { cause?: { code?: string } }> {
  try {
    await promise;
  } catch (error) {
    return error as Error & { cause?: { code?: string } };
  }
  throw new Error('Expected a rejection.');
}
