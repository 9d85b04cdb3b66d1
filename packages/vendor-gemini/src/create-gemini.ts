import { type Clock, type Provider, StudioError, type VendorPolicy } from '@image-studio/core';
import { createDownload, createHttp, type HttpFetch, type HttpTimeouts, vendorKey } from '@image-studio/http';
import { geminiVendor } from './error-body.ts';
import { geminiPolicy, paidMs } from './policy.ts';
import { prepare } from './prepare.ts';
import { start } from './start.ts';

/** How Gemini is reached. */
export interface GeminiOptions {
  readonly apiKey: string;
  /** Without the version; default `https://generativelanguage.googleapis.com`. */
  readonly baseUrl?: URL | string;
  readonly fetch?: HttpFetch;
  readonly clock?: Pick<Clock, 'now'>;
  /** `paidMs` holds for the one paid POST (default 300 s). */
  readonly timeouts?: Partial<HttpTimeouts>;
  /** Requests at once per process; default 10. Gemini counts requests and pictures by the tier of the account. */
  readonly concurrency?: number;
}

/** Gemini's pictures. All functions throw `StudioError` only. */
export interface Gemini extends Required<Pick<Provider, 'prepare' | 'start' | 'open' | 'download'>> {
  readonly name: 'gemini';
  readonly policy: VendorPolicy;
}

/** A transport to the Gemini API. Makes no request by itself. Throws `unauthorized` for a key that cannot be one. */
export function createGemini(options: GeminiOptions): Gemini {
  const { apiKey, fetch, clock } = options;
  const timeouts = { paidMs, ...options.timeouts };
  const http = createHttp({
    baseUrl: options.baseUrl ?? 'https://generativelanguage.googleapis.com',
    headers: { 'x-goog-api-key': vendorKey(apiKey, 'Gemini API key') },
    timeouts,
    vendor: geminiVendor,
    ...(clock === undefined ? {} : { clock }),
    ...(fetch === undefined ? {} : { fetch }),
  });
  return {
    name: 'gemini',
    policy: {
      ...geminiPolicy,
      arrivesWithinMs: timeouts.paidMs,
      concurrency: options.concurrency ?? geminiPolicy.concurrency,
    },
    prepare,
    start: (call) => start(http, call),
    download: createDownload(),
    open: () =>
      Promise.reject(new StudioError('vendor_output', 'Gemini gives pictures, no addresses.', { billed: 'yes' })),
  };
}
