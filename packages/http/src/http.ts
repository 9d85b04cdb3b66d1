import type { Clock } from '@image-studio/core';
import type { HttpVendor, VendorAnswer } from './refusal.ts';

/** Sends a request in place of the network: a server in this process, or what counts and delays. */
export type HttpFetch = (request: Request) => Promise<Response>;

/** A body whose length is known, sent as a stream with a Content-Length. */
export interface StreamedBody {
  readonly body: ReadableStream<Uint8Array>;
  readonly headers: Readonly<Record<string, string>>;
}

/** How long things may take, in ms. `freeMs` holds for each attempt of a free request, `paidMs` for the one paid one. */
export interface HttpTimeouts {
  readonly freeMs: number;
  readonly paidMs: number;
}

/** Free requests are repeated `limit` times, the first after `firstMs`, then twice as long each; a longer `Retry-After` than `longestMs` ends it. */
export interface HttpRetry {
  readonly limit: number;
  readonly firstMs: number;
  readonly longestMs: number;
}

/** What an {@link Http} is made of. */
export interface HttpOptions {
  readonly baseUrl: URL | string;
  /** Sent with every request to the base URL's origin, never to another: the place for the key. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: HttpFetch;
  readonly clock?: Pick<Clock, 'now'>;
  readonly timeouts?: Partial<HttpTimeouts>;
  readonly retry?: Partial<HttpRetry>;
  readonly vendor: HttpVendor;
}

/** One request. `path` is appended to the base URL as it stands, or is a whole address. */
export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string | URL;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: StreamedBody;
  /** What no error may repeat, where the body is a stream: the words in it. */
  readonly sent?: unknown;
  /** May be repeated without cost. GET, PUT and DELETE are free unless this says otherwise, POST is not. */
  readonly free?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
}

/** A request whose answer is JSON. */
export interface JsonRequest<Value> extends HttpRequest {
  /** Turns the parsed body into what the caller wants. A `StudioError` it throws goes on as it is, anything else means "unreadable". */
  readonly parse: (body: unknown) => Value;
  /** Finds in an unsuccessful answer what it proves all the same, such as the id of a job that goes on; undefined = nothing. */
  readonly salvage?: (answer: VendorAnswer) => Value | undefined;
  /** The largest answer that is read, in bytes; files within it apart. */
  readonly maxBytes?: number;
  /**
   * Names of fields whose texts are files in base64. They are decoded as they come, and `parse` gets a {@link SpooledFile} for each;
   * those that it does not hand on it discards. When `parse` throws all are removed.
   */
  readonly files?: readonly string[];
}

/** The one way out to a vendor. Both functions throw only `StudioError`, with `failure`, `billed` and `retryAfterMs` set. */
export interface Http {
  /** A successful answer, its body unread. */
  send(request: HttpRequest): Promise<Response>;
  json<Value>(request: JsonRequest<Value>): Promise<Value>;
}
