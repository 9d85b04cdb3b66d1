import { createHttp, type HttpOptions, type HttpVendor } from '@image-studio/http';

/** What no error may show. */
export const key = 'Bearer sk-very-secret-key-000111222';
/** What no error may show either. */
export const prompt = 'a portrait of my neighbour Eleanor in the garden at dusk';

/** A vendor whose error bodies have a `reason`; `overloaded` means that no work was begun. */
export const vendor: HttpVendor = {
  name: 'Acme',
  refusal: ({ body }) => {
    if (typeof body !== 'object' || body === null || !('reason' in body)) return undefined;
    const overloaded = body.reason === 'overloaded';
    return {
      code: overloaded ? 'rate_limited' : 'vendor_rejected',
      said: String(body.reason),
      ...(overloaded ? { failure: 'throttled' as const } : {}),
    };
  },
};

/** The policy with short pauses. */
export function httpTo(baseUrl: string, options: Partial<HttpOptions> = {}) {
  return createHttp({
    baseUrl,
    headers: { authorization: key },
    retry: { limit: 3, firstMs: 1, longestMs: 5_000 },
    vendor,
    ...options,
  });
}

/** The paid request of these tests. */
export const pay = (http: ReturnType<typeof createHttp>, signal?: AbortSignal) =>
  http.json({ method: 'POST', path: 'run', json: { prompt }, signal, parse: (body) => body });
