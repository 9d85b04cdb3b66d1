import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';

/** Headers that every answer bears. Pictures may be shown on other sites by their signed links, so resources are not bound to ours. */
export function securityHeaders(publicUrl: string | undefined): MiddlewareHandler {
  return secureHeaders({
    xFrameOptions: 'DENY',
    crossOriginResourcePolicy: 'cross-origin',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: publicUrl?.startsWith('https:') === true ? 'max-age=31536000' : false,
  });
}

/** Lets pages of these origins use the API from a browser; with none, browsers keep them out. */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: [
      'authorization',
      'content-type',
      'idempotency-key',
      'prefer',
      'last-event-id',
      'range',
      'traceparent',
    ],
    exposeHeaders: [
      'x-request-id',
      'x-run-id',
      'x-cost-usd',
      'x-ignored-parameters',
      'x-should-retry',
      'location',
      'retry-after',
      'etag',
      'content-range',
      'content-length',
    ],
    maxAge: 600,
  });
}
