import type { Body, CallAsset, ProviderCall } from '@image-studio/core';
import { callAsset } from '@image-studio/core/contracts';
import { createGemini, type GeminiOptions } from '@image-studio/vendor-gemini';

export const key = 'AIza-secret-0123456789abcdef0123';

/** One request as the pretended vendor got it. */
export interface Got {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** A Gemini whose answers come from a function. */
export function pretend(answer: (got: Got) => Response | Promise<Response>, options: Partial<GeminiOptions> = {}) {
  const got: Got[] = [];
  const fetch = async (request: Request) => {
    const { method, url, headers } = request;
    const one = { method, url, headers, body: new Uint8Array(await request.arrayBuffer()) };
    got.push(one);
    return answer(one);
  };
  return { gemini: createGemini({ apiKey: key, fetch, ...options }), got };
}

/** A call as the runner makes it. */
export function callOf(body: Body, fields: Partial<CallAsset> = {}): ProviderCall {
  return {
    id: 'call_1',
    endpoint: 'gemini-3-pro-image',
    body,
    asset: (name) => callAsset(name, fields),
    signal: new AbortController().signal,
  };
}
