import type { Clock, Micros, Provider, VendorPolicy } from '@image-studio/core';
import {
  createDownload,
  createHttp,
  type HttpFetch,
  type HttpRetry,
  type HttpTimeouts,
  vendorKey,
} from '@image-studio/http';
import { balance } from './balance.ts';
import { withLockOut } from './lock-out.ts';
import { paidMs, stabilityPolicy } from './policy.ts';
import { stabilityVendor } from './refusal.ts';
import { openResult, status } from './results.ts';
import { start } from './start.ts';

/** How Stability is reached. */
export interface StabilityOptions {
  readonly apiKey: string;
  /** Default `https://api.stability.ai`. */
  readonly baseUrl?: URL | string;
  readonly fetch?: HttpFetch;
  readonly clock?: Pick<Clock, 'now'>;
  /** `paidMs` holds for the paid POST up to the head of its answer (default 180 s), `freeMs` for each free request (30 s). */
  readonly timeouts?: Partial<HttpTimeouts>;
  readonly retry?: Partial<HttpRetry>;
  /** Requests at once per process; default 20. */
  readonly concurrency?: number;
}

type Transport = Required<Pick<Provider, 'policy' | 'start' | 'status' | 'open' | 'download'>>;

/** Stability's REST API v2beta. All functions throw `StudioError` only; all but `start` are free. */
export interface Stability extends Transport {
  readonly name: 'stability';
  readonly policy: VendorPolicy;
  balance(signal?: AbortSignal): Promise<Micros>;
}

/** A transport to Stability. Makes no request by itself. Throws `unauthorized` for a key that cannot be one. */
export function createStability(options: StabilityOptions): Stability {
  const { apiKey, fetch, clock = { now: () => Date.now() }, timeouts = {}, retry = {} } = options;
  const baseUrl = new URL(options.baseUrl ?? 'https://api.stability.ai');
  const direct = createHttp({
    baseUrl,
    clock,
    timeouts: { paidMs, ...timeouts },
    retry,
    vendor: stabilityVendor,
    headers: { authorization: `Bearer ${vendorKey(apiKey, 'Stability API key')}` },
    ...(fetch === undefined ? {} : { fetch }),
  });
  const http = withLockOut(direct, clock);
  return {
    name: 'stability',
    policy: {
      ...stabilityPolicy,
      concurrency: options.concurrency ?? stabilityPolicy.concurrency,
      arrivesWithinMs: timeouts.paidMs ?? stabilityPolicy.arrivesWithinMs,
    },
    start: (call) => start(http, baseUrl, call),
    status: (ticket, context) => status(http, baseUrl, ticket, context),
    open: (output, limits) => openResult(http, baseUrl, output, limits),
    download: createDownload(),
    balance: (signal) => balance(http, signal),
  };
}
