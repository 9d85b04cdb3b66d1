import type { Body, ProviderCall } from '@image-studio/core';
import { callAsset } from '@image-studio/core/contracts';
import { createHuggingface, type HuggingfaceOptions } from '../src/index.ts';

export const base = 'https://router.huggingface.test';
export const fal = 'fal-ai/fal-ai/flux/dev';
export const inference = 'hf-inference/models/stabilityai/stable-diffusion-3-medium-diffusers';
export const path = '/fal-ai/flux/requests/764cabcf-b745-4b3e-ae38-1200304cf45b';
export const signal = new AbortController().signal;

/** One request as the pretended vendor got it. */
export interface Got {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A router whose answers come from a function. */
export function pretend(answer: (got: Got) => unknown, options: Partial<HuggingfaceOptions> = {}) {
  const got: Got[] = [];
  const fetch = async (request: Request) => {
    const { method, url, headers } = request;
    const seen = { method, url, headers, body: await request.text() };
    got.push(seen);
    const answered = answer(seen);
    return answered instanceof Response ? answered : Response.json(answered);
  };
  const retry = { limit: 1, firstMs: 1 };
  return {
    huggingface: createHuggingface({ token: 'hf_secret_0123456789', baseUrl: base, fetch, retry, ...options }),
    got,
  };
}

/** A call as the runner makes it. */
export function callOf(endpoint: string, body: Body, fields: Partial<ProviderCall> = {}): ProviderCall {
  return { id: 'call_1', endpoint, body, asset: (name) => callAsset(name), signal, ...fields };
}
