import type { FailureKind } from '../run/failure-table.ts';
import { type Billed, type DetailsOf, type ErrorCode, errorTable } from './error-table.ts';

/** How a {@link StudioError} is made. `failure` is set by transports only: it names the row of the failure table. */
export interface StudioErrorOptions<Code extends ErrorCode> {
  readonly billed?: Billed;
  readonly details?: DetailsOf<Code>;
  readonly failure?: FailureKind;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** An error as data: what is stored with a run and answered over HTTP. Holds no request body, header, key or prompt. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly retryable: boolean;
  readonly billed: Billed;
  readonly details?: unknown;
}

const brand = Symbol.for('@image-studio/error');

/**
 * The one error class. `code` is from the table, `billed` says whether the vendor took money.
 * Narrow it with {@link isStudioError}: two copies of this package recognise each other's errors, `instanceof` would not.
 */
export class StudioError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'StudioError';
  readonly [brand] = true;
  readonly code: Code;
  readonly retryable: boolean;
  readonly billed: Billed;
  readonly hint: string;
  readonly details: DetailsOf<Code>;
  readonly failure: FailureKind | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: Code, message: string, options: StudioErrorOptions<Code> = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.retryable = errorTable[code].retryable;
    this.hint = errorTable[code].hint;
    this.billed = options.billed ?? 'no';
    this.details = options.details as DetailsOf<Code>;
    this.failure = options.failure;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** The error as data, without stack and cause. */
  toJSON(): ErrorBody {
    const { code, message, hint, retryable, billed, details } = this;
    return { code, message, hint, retryable, billed, ...(details === undefined ? {} : { details }) };
  }
}

/** Is this an error of Image Studio, and of this code when one is given? */
export function isStudioError<Code extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: Code,
): error is { [C in Code]: StudioError<C> }[Code] {
  if (typeof error !== 'object' || error === null || !(brand in error)) return false;
  return code === undefined || (error as StudioError).code === code;
}

/** Any thrown value as a {@link StudioError}: strangers become `internal`, with the original as cause and not in the message. */
export function toStudioError(error: unknown): StudioError {
  if (isStudioError(error)) return error;
  return new StudioError('internal', 'Something went wrong inside Image Studio.', { cause: error });
}

/** Stored error data as an error again. */
export function fromErrorBody(body: ErrorBody): StudioError {
  const details = body.details as never;
  return new StudioError(body.code, body.message, {
    billed: body.billed,
    ...(details === undefined ? {} : { details }),
  });
}
