import { type Body, type Clock, type Micros, type Provider, StudioError, type VendorPolicy } from '@image-studio/core';
import {
  createDownload,
  createHttp,
  type HttpFetch,
  type HttpRetry,
  type HttpTimeouts,
  vendorKey,
} from '@image-studio/http';
import { balance, models, priceOfRun, type WavespeedModel, type WavespeedPrice, webhookSecret } from './account.ts';
import { wavespeedVendor } from './envelope.ts';
import { find, type Window } from './find.ts';
import { type JobBill, jobBills } from './job-bills.ts';
import { billings, type BillingsQuery, deletePredictions, predictions, type PredictionsQuery } from './history.ts';
import { listedWithinMs, wavespeedPolicy } from './policy.ts';
import { status } from './status.ts';
import { submit } from './submit.ts';
import { prepare, upload, type UploadFile } from './upload.ts';

/** How WaveSpeed is reached. */
export interface WavespeedOptions {
  readonly apiKey: string;
  /** Default `https://api.wavespeed.ai`. Its origin is exempt from the private-address rule. */
  readonly baseUrl?: URL | string;
  readonly fetch?: HttpFetch;
  readonly clock?: Pick<Clock, 'now'>;
  /** `paidMs` holds for the paid POST (default 120 s, as long as a synchronous request may take), `freeMs` for each free one (30 s). */
  readonly timeouts?: Partial<HttpTimeouts>;
  readonly retry?: Partial<HttpRetry>;
  /** Jobs at once per process; default 20. The account level decides what WaveSpeed runs at once. */
  readonly concurrency?: number;
}

type Transport = Required<
  Pick<Provider, 'policy' | 'prepare' | 'start' | 'status' | 'find' | 'listPrice' | 'open' | 'download'>
>;

/** The whole of WaveSpeed's API v3. All functions throw `StudioError` only; all but `start` are free. */
export interface Wavespeed extends Transport {
  readonly name: 'wavespeed';
  readonly policy: VendorPolicy;
  /** Answers the address of the uploaded file, readable for seven days. */
  upload(file: UploadFile, signal?: AbortSignal): Promise<string>;
  price(model: string, inputs: Body, signal?: AbortSignal): Promise<WavespeedPrice>;
  balance(signal?: AbortSignal): Promise<Micros>;
  models(signal?: AbortSignal): Promise<readonly WavespeedModel[]>;
  predictions(query: PredictionsQuery, signal?: AbortSignal): ReturnType<typeof predictions>;
  deletePredictions(ids: readonly string[], signal?: AbortSignal): Promise<void>;
  billings(query: BillingsQuery, signal?: AbortSignal): ReturnType<typeof billings>;
  /** What was taken for the jobs of a stretch of time, job by job. */
  jobBills(window: Window, signal?: AbortSignal): Promise<readonly JobBill[]>;
  webhookSecret(signal?: AbortSignal): Promise<string>;
}

/** A transport to WaveSpeed. Makes no request by itself. Throws `unauthorized` for a key that cannot be one. */
export function createWavespeed(options: WavespeedOptions): Wavespeed {
  const { apiKey, fetch, clock = { now: () => Date.now() }, timeouts = {}, retry = {} } = options;
  const baseUrl = new URL(options.baseUrl ?? 'https://api.wavespeed.ai');
  const common = {
    baseUrl,
    clock,
    timeouts,
    retry,
    vendor: wavespeedVendor,
    ...(fetch === undefined ? {} : { fetch }),
  };
  const api = createHttp({ ...common, headers: { authorization: `Bearer ${vendorKey(apiKey, 'WaveSpeed API key')}` } });
  const paths = { api, storage: createHttp(common), baseUrl };
  const reach = { allowOrigins: [baseUrl.origin], ...(fetch === undefined ? {} : { fetch }) };
  const openOutput = createDownload({ ...reach, code: 'vendor_output' });
  return {
    name: 'wavespeed',
    policy: {
      ...wavespeedPolicy,
      concurrency: options.concurrency ?? wavespeedPolicy.concurrency,
      ...(timeouts.paidMs === undefined ? {} : { arrivesWithinMs: timeouts.paidMs + listedWithinMs }),
    },
    prepare: (call) => prepare(paths, call),
    start: (call) => submit(api, call),
    status: (ticket, context) => status(api, baseUrl, ticket, context),
    find: (call, window, { signal }) => find(api, clock, call.endpoint, window, signal),
    open: async ({ url }, limits) => openOutput(addressOf(url), limits),
    download: createDownload(reach),
    upload: (file, signal = never) => upload(paths, file, signal),
    price: (model, inputs, signal) => priceOfRun(api, model, inputs, signal),
    listPrice: async ({ endpoint, body }, { signal }) => (await priceOfRun(api, endpoint, body, signal)).listMicros,
    balance: (signal) => balance(api, signal),
    models: (signal) => models(api, signal),
    predictions: (query, signal) => predictions(api, query, signal),
    deletePredictions: (ids, signal) => deletePredictions(api, ids, signal),
    billings: (query, signal) => billings(api, query, signal),
    jobBills: (window, signal) => jobBills(api, window, signal),
    webhookSecret: (signal) => webhookSecret(api, signal),
  };
}

function addressOf(url: string): URL {
  if (URL.canParse(url)) return new URL(url);
  throw new StudioError('vendor_output', 'WaveSpeed gave an address that is none.', { billed: 'yes' });
}

/** A signal that never fires. */
const never: AbortSignal = new AbortController().signal;
