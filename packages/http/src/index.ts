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
export { type Expected, incoming } from './incoming.ts';
export { type FileText, jsonBody, type JsonWithFiles } from './json-body.ts';
export type { SpooledFile } from './spooled-file.ts';
export { fileBody, multipart, type Part } from './multipart.ts';
export { isPublicAddress } from './public-address.ts';
export { readText } from './read-text.ts';
export { type HttpVendor, type Refusal, refusalError, type Unsuccessful, type VendorAnswer } from './refusal.ts';
export { retryAfterMs } from './retry-after.ts';
export { vendorKey } from './vendor-key.ts';
export { vendorWords } from './vendor-words.ts';
