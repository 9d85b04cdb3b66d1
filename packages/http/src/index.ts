export { createHttp } from './create-http.ts';
export { createDeliver, type Deliver, type DeliverOptions } from './deliver.ts';
export { createDownload, type DownloadOptions } from './download.ts';
export type {
  Http,
  HttpFetch,
  HttpOptions,
  HttpRequest,
  HttpRetry,
  HttpTimeouts,
  JsonRequest,
  StreamedBody,
} from './http.ts';
export type { Resolve } from './guarded-get.ts';
export { fileBody, multipart, type Part } from './multipart.ts';
export { isPublicAddress } from './public-address.ts';
export { type HttpVendor, type Refusal, refusalError, type Unsuccessful, type VendorAnswer } from './refusal.ts';
export { retryAfterMs } from './retry-after.ts';
export { vendorWords } from './vendor-words.ts';
