import { type Clock, type Progress, type Provider, type ProviderCall, StudioError } from '@image-studio/core';
import {
  createDownload,
  createHttp,
  type Http,
  type HttpFetch,
  type HttpRetry,
  type HttpTimeouts,
  vendorKey,
} from '@image-studio/http';
import { falStatus, falSubmit } from './fal-queue.ts';
import { infer } from './hf-inference.ts';
import { huggingfacePolicy } from './policy.ts';
import { huggingfaceVendor } from './refusal.ts';

/** How Hugging Face is reached. */
export interface HuggingfaceOptions {
  /** A fine-grained token with the permission to make calls to Inference Providers. */
  readonly token: string;
  /** Default `https://router.huggingface.co`. Its origin is exempt from the private-address rule. */
  readonly baseUrl?: URL | string;
  /** The organization that pays instead of the token's owner. */
  readonly billTo?: string;
  readonly fetch?: HttpFetch;
  readonly clock?: Pick<Clock, 'now'>;
  /** `paidMs` holds for the paid POST (default 120 s: hf-inference works while one waits), `freeMs` for each free request (30 s). */
  readonly timeouts?: Partial<HttpTimeouts>;
  readonly retry?: Partial<HttpRetry>;
  /** Requests and jobs at once per process; default 10. */
  readonly concurrency?: number;
}

/** The routes of Hugging Face's router that make pictures. All functions throw `StudioError` only; all but `start` are free. */
export interface Huggingface extends Required<Pick<Provider, 'policy' | 'start' | 'status' | 'open' | 'download'>> {
  readonly name: 'huggingface';
}

type Start = (http: Http, call: ProviderCall) => Promise<Progress>;

/** A provider behind the router, by the first part of a model's path; each speaks its own protocol. */
const routes: Readonly<Record<string, Start>> = { 'hf-inference': infer, 'fal-ai': falSubmit };

/** A transport to Hugging Face. Makes no request by itself. Throws `unauthorized` for a token that cannot be one. */
export function createHuggingface(options: HuggingfaceOptions): Huggingface {
  const { token, billTo, fetch, clock, timeouts, retry } = options;
  const baseUrl = new URL(options.baseUrl ?? 'https://router.huggingface.co');
  const reach = fetch === undefined ? {} : { fetch };
  const http = createHttp({
    ...reach,
    baseUrl,
    headers: {
      authorization: `Bearer ${vendorKey(token, 'Hugging Face token')}`,
      ...(billTo === undefined ? {} : { 'x-hf-bill-to': billTo }),
    },
    vendor: huggingfaceVendor,
    ...(clock === undefined ? {} : { clock }),
    ...(timeouts === undefined ? {} : { timeouts }),
    ...(retry === undefined ? {} : { retry }),
  });
  const openOutput = createDownload({ ...reach, allowOrigins: [baseUrl.origin], code: 'vendor_output' });
  return {
    name: 'huggingface',
    policy: { ...huggingfacePolicy, concurrency: options.concurrency ?? huggingfacePolicy.concurrency },
    start: async (call) => routeOf(call.endpoint)(http, call),
    status: (ticket, context) => falStatus(http, ticket, context),
    open: async ({ url }, limits) => openOutput(addressOf(url), limits),
    download: createDownload(),
  };
}

function routeOf(endpoint: string): Start {
  const [provider = ''] = endpoint.split('/');
  const route = Object.hasOwn(routes, provider) ? routes[provider] : undefined;
  if (route !== undefined) return route;
  const message = `The route of "${endpoint}" is not spoken here; spoken are: ${Object.keys(routes).join(', ')}.`;
  throw new StudioError('internal', message, { failure: 'refused' });
}

function addressOf(url: string): URL {
  if (URL.canParse(url)) return new URL(url);
  throw new StudioError('vendor_output', 'Hugging Face gave an address that is none.', { billed: 'yes' });
}
