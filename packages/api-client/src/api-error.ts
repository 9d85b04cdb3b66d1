import type { Billed, ErrorCode, ErrorDetails } from '@image-studio/core';

/** What an error says: the fields of the answer `application/problem+json`. `status` 0 = no answer came. */
export interface ApiProblem<Code extends ApiErrorCode = ApiErrorCode> {
  readonly code: Code;
  readonly status: number;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  readonly retryable: boolean;
  readonly billed: Billed;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  readonly details: Code extends keyof ErrorDetails ? ErrorDetails[Code] | undefined : undefined;
}

/** A code of the server's table, or what only a client meets: `unreachable` (no answer) and `unreadable` (not our API's answer). */
export type ApiErrorCode = ErrorCode | 'unreachable' | 'unreadable';

const brand = Symbol.for('@image-studio/api-error');

/** What every function of the client throws, abort of the caller's own signal excepted. Narrow it with {@link isApiError}. */
export class ApiError<Code extends ApiErrorCode = ApiErrorCode> extends Error {
  override readonly name = 'ApiError';
  readonly [brand] = true;
  readonly problem: ApiProblem<Code>;

  constructor(problem: ApiProblem<Code>, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }

  get code(): Code {
    return this.problem.code;
  }
}

/** Is this an error of the client, and of this code when one is given? Copies of this package recognise each other's. */
export function isApiError<Code extends ApiErrorCode = ApiErrorCode>(
  error: unknown,
  code?: Code,
): error is { [C in Code]: ApiError<C> }[Code] {
  if (typeof error !== 'object' || error === null || !(brand in error)) return false;
  return code === undefined || (error as ApiError).problem.code === code;
}

/** No answer came: the name, the network, the server. A start may have arrived; send it again with the same idempotency key. */
export function unreachable(cause: unknown): ApiError {
  return clientError(
    'unreachable',
    0,
    'The server did not answer',
    'Check the address and the network, then try again.',
    cause,
  );
}

/** The answer is an error: as the server says it, or `unreadable` when it is not one of ours. */
export function errorOfAnswer(status: number, text: string, retryAfter: string | null): ApiError {
  const body = parse(text);
  if (!isRecord(body) || typeof body['code'] !== 'string' || typeof body['detail'] !== 'string')
    return unreadable(status);
  const { code, detail, hint, retryable, billed, requestId, details } = body;
  return new ApiError({
    code: code as ApiErrorCode,
    status,
    message: detail,
    hint: typeof hint === 'string' ? hint : '',
    retryable: retryable === true,
    billed: billed === 'yes' || billed === 'unknown' ? billed : 'no',
    requestId: typeof requestId === 'string' ? requestId : null,
    retryAfterMs: retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : null,
    details: details as undefined,
  });
}

/** The answer is not what this API says. */
export function unreadable(status: number): ApiError {
  const hint = 'Check that the address is that of an Image Studio server.';
  return clientError('unreadable', status, `The server answered ${status} with something else than its API`, hint);
}

function clientError(
  code: 'unreachable' | 'unreadable',
  status: number,
  message: string,
  hint: string,
  cause?: unknown,
) {
  const facts = { billed: 'no', requestId: null, retryAfterMs: null, details: undefined } as const;
  return new ApiError({ code, status, message, hint, retryable: true, ...facts }, { cause });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
