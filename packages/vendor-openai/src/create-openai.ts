import { type Clock, type Provider, StudioError, type VendorPolicy } from '@image-studio/core';
import { createDownload, createHttp, type HttpFetch, type HttpTimeouts, vendorKey } from '@image-studio/http';
import { openaiVendor } from './error-body.ts';
import { openaiPolicy, paidMs } from './policy.ts';
import { prepare } from './prepare.ts';
import { start } from './start.ts';

/** How OpenAI is reached. */
export interface OpenaiOptions {
  readonly apiKey: string;
  /** With the version, as OpenAI's own client takes it; default `https://api.openai.com/v1`. */
  readonly baseUrl?: URL | string;
  readonly fetch?: HttpFetch;
  readonly clock?: Pick<Clock, 'now'>;
  /** `paidMs` holds for the one paid POST (default 300 s). */
  readonly timeouts?: Partial<HttpTimeouts>;
  /** Requests at once per process; default 10. OpenAI counts pictures per minute by the tier of the account. */
  readonly concurrency?: number;
}

/** OpenAI's image endpoints. All functions throw `StudioError` only. */
export interface Openai extends Required<Pick<Provider, 'prepare' | 'start' | 'open' | 'download'>> {
  readonly name: 'openai';
  readonly policy: VendorPolicy;
}

/** A transport to OpenAI. Makes no request by itself. Throws `unauthorized` for a key that cannot be one. */
export function createOpenai(options: OpenaiOptions): Openai {
  const { apiKey, fetch, clock } = options;
  const timeouts = { paidMs, ...options.timeouts };
  const http = createHttp({
    baseUrl: options.baseUrl ?? 'https://api.openai.com/v1',
    headers: { authorization: `Bearer ${vendorKey(apiKey, 'OpenAI API key')}` },
    timeouts,
    vendor: openaiVendor,
    ...(clock === undefined ? {} : { clock }),
    ...(fetch === undefined ? {} : { fetch }),
  });
  return {
    name: 'openai',
    policy: {
      ...openaiPolicy,
      arrivesWithinMs: timeouts.paidMs,
      concurrency: options.concurrency ?? openaiPolicy.concurrency,
    },
    prepare,
    start: (call) => start(http, call),
    download: createDownload(),
    open: () =>
      Promise.reject(new StudioError('vendor_output', 'OpenAI gives pictures, no addresses.', { billed: 'yes' })),
  };
}
