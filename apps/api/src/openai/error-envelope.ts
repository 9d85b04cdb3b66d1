import { type ErrorCode, isStudioError, toStudioError } from '@image-studio/core';
import { statusOf } from '../problem.ts';

/** The codes OpenAI's clients know, where there is one. */
const codes: Readonly<Partial<Record<ErrorCode, string>>> = {
  unauthorized: 'invalid_api_key',
  unknown_model: 'model_not_found',
  rate_limited: 'rate_limit_exceeded',
  quota_exceeded: 'insufficient_quota',
  budget_exceeded: 'insufficient_quota',
};

/** An error as OpenAI's clients read it. */
export function errorEnvelope(error: unknown) {
  const { code, message, hint, details } = toStudioError(error);
  const status = statusOf(code);
  const [issue] =
    (details as { readonly issues?: readonly { readonly path: readonly unknown[] }[] } | undefined)?.issues ?? [];
  const type =
    code === 'moderation_blocked'
      ? 'image_generation_user_error'
      : status >= 500
        ? 'server_error'
        : 'invalid_request_error';
  return {
    status,
    body: {
      error: {
        message: `${message}${/[.!?]$/.test(message) ? '' : '.'} ${hint}`,
        type,
        param: issue && issue.path.length > 0 ? issue.path.join('.') : null,
        code: codes[code] ?? code,
      },
    },
  };
}

/**
 * The same as an answer. `begun`: a run exists, so a client that repeats the request would pay twice; its retries are switched off with the
 * header that OpenAI's own clients obey.
 */
export function errorResponse(
  error: unknown,
  { begun, headers = {} }: { readonly begun: boolean; readonly headers?: Record<string, string> },
): Response {
  const { status, body } = errorEnvelope(error);
  const answer = new Headers({ 'content-type': 'application/json', ...headers });
  if (begun || status === 409) answer.set('x-should-retry', 'false');
  const after = isStudioError(error) ? error.retryAfterMs : undefined;
  if (after !== undefined) answer.set('retry-after', String(Math.ceil(after / 1000)));
  return new Response(JSON.stringify(body), { status, headers: answer });
}
