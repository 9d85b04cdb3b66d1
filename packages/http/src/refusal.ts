import { type ErrorCode, type FailureKind, failureTable, StudioError } from '@image-studio/core';
import { vendorWords } from './vendor-words.ts';

/** An answer that is no success. `body` is the parsed JSON, the text where it is none, undefined when it could not be read. */
export interface VendorAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What a vendor's error body means to us. */
export interface Refusal {
  readonly code: ErrorCode;
  /** Our own sentence; a general one is made when absent. */
  readonly message?: string;
  /** The vendor's words; cleaned of what was sent before they enter the message. */
  readonly said?: string | undefined;
  /** Set only where the vendor says more than the status: for example `throttled` for "no work begun". */
  readonly failure?: FailureKind;
  /** How long the vendor asks to wait, where its body says so instead of a header. */
  readonly retryAfterMs?: number | undefined;
}

/** A vendor's name for messages, and how to recognise its own error bodies; undefined = not the vendor's, perhaps a gateway's page. */
export interface HttpVendor {
  readonly name: string;
  readonly refusal: (answer: VendorAnswer) => Refusal | undefined;
}

/** What an unsuccessful answer is translated with. `sent` = all that must not come back in a message. */
export interface Unsuccessful {
  readonly vendor: HttpVendor;
  readonly free: boolean;
  readonly answer: VendorAnswer;
  readonly retryAfterMs: number | undefined;
  readonly sent: readonly unknown[];
}

/** The error for an answer that is no success, after the table of what every answer means. */
export function refusalError({ vendor, free, answer, sent, ...asked }: Unsuccessful): StudioError {
  const refusal = vendor.refusal(answer);
  const retryAfterMs = asked.retryAfterMs ?? refusal?.retryAfterMs;
  const failure = refusal?.failure ?? failureOf(answer.status, free, refusal !== undefined);
  const code = codeOf(failure, answer.status, refusal);
  const sentence = refusal?.message ?? sentenceOf(vendor.name, failure, answer.status);
  const said = refusal?.said === undefined ? '' : vendorWords(refusal.said, sent);
  const options = { failure, billed: failureTable[failure].billed, retryAfterMs };
  const message = said === '' ? sentence : `${sentence} It said: ${said}`;
  return code === 'rate_limited' && retryAfterMs !== undefined
    ? new StudioError(code, message, { ...options, details: { retryAfterMs } })
    : new StudioError(code, message, options);
}

function failureOf(status: number, free: boolean, recognised: boolean): FailureKind {
  if (status === 429) return 'throttled';
  const plainRefusal = status >= 400 && status < 500 && status !== 408 && status !== 409;
  if (free) return plainRefusal ? 'refused' : 'never_sent';
  return plainRefusal && recognised ? 'refused' : 'uncertain';
}

function codeOf(failure: FailureKind, status: number, refusal: Refusal | undefined): ErrorCode {
  if (failure === 'uncertain') return 'in_doubt';
  if (refusal !== undefined && (failure === 'refused' || refusal.failure !== undefined)) return refusal.code;
  return status === 429 ? 'rate_limited' : 'vendor_unavailable';
}

function sentenceOf(vendor: string, failure: FailureKind, status: number): string {
  if (failure === 'throttled') return `${vendor} takes no more requests at the moment (HTTP ${status}).`;
  if (failure === 'uncertain') return `${vendor} answered HTTP ${status}; it may have taken the job.`;
  if (failure === 'refused') return `${vendor} refused the request (HTTP ${status}).`;
  return `${vendor} cannot answer at the moment (HTTP ${status}).`;
}
