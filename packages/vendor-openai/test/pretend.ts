import { inspect } from 'node:util';
import { type Body, type CallAsset, isStudioError, type ProviderCall, type StudioError } from '@image-studio/core';
import { createOpenai, type OpenaiOptions } from '@image-studio/vendor-openai';

export const key = 'sk-secret-0123456789abcdef0123';

/** One request as the pretended vendor got it. */
export interface Got {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** An OpenAI whose answers come from a function. */
export function pretend(answer: (got: Got) => Response | Promise<Response>, options: Partial<OpenaiOptions> = {}) {
  const got: Got[] = [];
  const fetch = async (request: Request) => {
    const { method, url, headers } = request;
    const one = { method, url, headers, body: new Uint8Array(await request.arrayBuffer()) };
    got.push(one);
    return answer(one);
  };
  return { openai: createOpenai({ apiKey: key, fetch, ...options }), got };
}

/** A call as the runner makes it. */
export function callOf(body: Body, fields: Partial<CallAsset> = {}): ProviderCall {
  return {
    id: 'call_1',
    endpoint: 'gpt-image-2',
    body,
    asset: (name) => assetOf(name, fields),
    signal: new AbortController().signal,
  };
}

function assetOf(name: string, fields: Partial<CallAsset>): CallAsset {
  const bytes = new TextEncoder().encode(`bytes of ${name}`);
  return {
    id: name,
    key: `k/${name}`,
    account: null,
    test: false,
    runId: null,
    createdAt: 0,
    kind: 'image',
    mediaType: 'image/png',
    size: bytes.length,
    sha256: '0'.repeat(64),
    width: 8,
    height: 8,
    seconds: null,
    open: () => Promise.resolve(new Blob([bytes]).stream()),
    ...fields,
  };
}

/** The StudioError that a promise ends with. */
export async function errorOf(work: Promise<unknown>): Promise<StudioError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isStudioError(error)) throw new Error(`Expected a StudioError, got ${inspect(error)}`);
  return error;
}
