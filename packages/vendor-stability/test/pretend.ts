import type { Body, Progress, ProviderCall } from '@image-studio/core';
import { callAsset } from '@image-studio/core/contracts';
import { createStability, type StabilityOptions } from '@image-studio/vendor-stability';

export const base = 'https://api.stability.test/behind/a/path';
export const signal = new AbortController().signal;

/** One request as the pretended vendor got it. */
export interface Got {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly form: FormData;
}

/** A Stability whose answers come from a function. */
export function pretend(answer: (got: Got, count: number) => Response, options: Partial<StabilityOptions> = {}) {
  const got: Got[] = [];
  const fetch = async (request: Request) => {
    const { method, url, headers } = request;
    const form = method === 'POST' ? await request.formData() : new FormData();
    const one = { method, url, headers, form };
    got.push(one);
    return answer(one, got.length);
  };
  const retry = { limit: 2, firstMs: 1 };
  return {
    stability: createStability({ apiKey: 'sk-secret0123456789abcdef', baseUrl: base, fetch, retry, ...options }),
    got,
  };
}

/** A call as the runner makes it. */
export function callOf(body: Body, fields: Partial<ProviderCall> = {}): ProviderCall {
  const endpoint = 'stable-image/edit/inpaint';
  return { id: 'call_1', endpoint, body, asset: (name) => callAsset(name), signal, ...fields };
}

/** The file that came with an answer. */
export async function bytesOf(progress: Progress): Promise<Buffer<ArrayBuffer>> {
  if (progress.state !== 'done' || !('body' in progress.outputs[0]!)) throw new Error('Expected a file.');
  const chunks: Uint8Array[] = [];
  for await (const chunk of progress.outputs[0].body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
