import type { Body, ProviderCall } from '@image-studio/core';
import { callAsset } from '@image-studio/core/contracts';
import { createWavespeed, type WavespeedOptions } from '@image-studio/vendor-wavespeed';

export const base = 'https://api.wavespeed.test';
export const model = 'wavespeed-ai/qwen-image/edit';
export const id = '6488c2754f6f4dfea924382fa14d11bd';
export const signal = new AbortController().signal;

/** One request as the pretended vendor got it. */
export interface Got {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A WaveSpeed whose answers come from a function. */
export function pretend(answer: (got: Got, count: number) => unknown, options: Partial<WavespeedOptions> = {}) {
  const got: Got[] = [];
  const fetch = async (request: Request) => {
    const { method, url, headers } = request;
    const body = await request.text();
    got.push({ method, url, headers, body });
    const answered = answer({ method, url, headers, body }, got.length);
    return answered instanceof Response ? answered : Response.json(answered);
  };
  const retry = { limit: 2, firstMs: 1 };
  return {
    wavespeed: createWavespeed({ apiKey: 'wsk_secret_0123456789abcdef', baseUrl: base, fetch, retry, ...options }),
    got,
  };
}

/** A call as the runner makes it. */
export function callOf(body: Body, fields: Partial<ProviderCall> = {}): ProviderCall {
  return {
    id: 'call_1',
    endpoint: model,
    body,
    asset: (name) => callAsset(name),
    signal,
    ...fields,
  };
}
