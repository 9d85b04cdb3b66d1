import { type ErrorCode, isStudioError, StudioError, toStudioError } from '@image-studio/core';

/** The HTTP status of each error, for refusals before a run exists. */
const statuses: Readonly<Record<ErrorCode, number>> = {
  invalid_request: 400,
  unknown_model: 404,
  unsupported: 400,
  quota_exceeded: 402,
  budget_exceeded: 402,
  plan_inactive: 402,
  price_exceeded: 402,
  rate_limited: 429,
  moderation_blocked: 400,
  vendor_rejected: 400,
  vendor_quota: 503,
  vendor_unavailable: 503,
  vendor_output: 502,
  timed_out: 504,
  canceled: 409,
  in_doubt: 504,
  conflict: 409,
  not_found: 404,
  unauthorized: 401,
  forbidden: 403,
  input_unreachable: 400,
  input_too_large: 413,
  internal: 500,
};

/** The HTTP status of an error. */
export const statusOf = (code: ErrorCode): number => statuses[code];

/** An error as `application/problem+json` (RFC 9457) with our code, what to do, and the request's id. */
export function problemOf(error: unknown, requestId: string): Response {
  const known = isStudioError(error) ? error : toStudioError(error);
  const { code, message, hint, retryable, billed, details } = known.toJSON();
  const status = statuses[code];
  const body = {
    type: 'about:blank',
    title: titleOf(code),
    status,
    detail: message,
    hint,
    code,
    retryable,
    billed,
    requestId,
    ...(details === undefined ? {} : { details }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (known.retryAfterMs !== undefined) headers.set('retry-after', String(Math.ceil(known.retryAfterMs / 1000)));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(body), { status, headers });
}

/** A thing that is not there, or is someone else's. */
export function notFound(what: string): StudioError<'not_found'> {
  return new StudioError('not_found', `No such ${what}`);
}

const titleOf = (code: string) => (code[0]!.toUpperCase() + code.slice(1)).replaceAll('_', ' ');
