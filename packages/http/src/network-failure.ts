import { isStudioError, StudioError } from '@image-studio/core';

/** What is known about a request that got no answer. */
export interface Unanswered {
  readonly vendor: string;
  readonly free: boolean;
  readonly error: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The error for a request without an answer. A paid one is `never_sent` only when the connection surely never stood
 * (unknown name, refused, no route, certificate or handshake failure); everything else may have been taken: `uncertain`.
 */
export function networkFailure({ vendor, free, error, signal }: Unanswered): StudioError {
  const ours = studioErrorIn(error);
  if (free && ours !== undefined) return ours;
  const causes = systemErrors(error);
  const options = { cause: causes[0] };
  if (free && signal?.aborted === true && !isTimeout(signal.reason)) return stopped(signal);
  if (causes.length > 0 && causes.every(isBeforeSending)) {
    const message = `${vendor} cannot be reached (${causes[0]?.code ?? 'connection failed'}); nothing was sent.`;
    return new StudioError('vendor_unavailable', message, { ...options, failure: 'never_sent', billed: 'no' });
  }
  if (free) {
    const message = `${vendor} did not answer; try again later.`;
    return new StudioError('vendor_unavailable', message, { ...options, failure: 'never_sent', billed: 'no' });
  }
  const message = `The connection to ${vendor} ended before the answer; it may have taken the job.`;
  return new StudioError('in_doubt', message, { ...options, failure: 'uncertain', billed: 'unknown' });
}

/** The error for a request that was stopped by its signal before anything was sent. */
export function stopped(signal: AbortSignal): StudioError {
  if (isTimeout(signal.reason)) {
    return new StudioError('vendor_unavailable', 'The time for this request was over before it was sent.', {
      failure: 'never_sent',
      billed: 'no',
    });
  }
  return new StudioError('canceled', 'The request was stopped.', { failure: 'never_sent', billed: 'no' });
}

interface SystemError extends Error {
  readonly code: string;
  readonly syscall?: string;
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

/** A body that streams from our storage may fail with an error of ours. */
function studioErrorIn(error: unknown): StudioError | undefined {
  if (isStudioError(error)) return error;
  return error instanceof Error && error.cause !== undefined ? studioErrorIn(error.cause) : undefined;
}

/** The innermost errors of a chain: the outer ones (those of `fetch`) hold the request with its headers and must not travel on. */
function systemErrors(error: unknown): readonly SystemError[] {
  if (!(error instanceof Error)) return [];
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(systemErrors);
  if ('code' in error && typeof error.code === 'string') return [error as SystemError];
  return error.cause === undefined ? [] : systemErrors(error.cause);
}

function isBeforeSending({ code, syscall }: SystemError): boolean {
  return syscall === 'connect' || syscall === 'getaddrinfo' || beforeSending.has(code) || code.startsWith('CERT_');
}

/** Codes of Node, undici and OpenSSL that only occur before the first byte of a request is written. */
const beforeSending: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  'ERR_SSL_NO_PROTOCOLS_AVAILABLE',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_TLSV1_UNRECOGNIZED_NAME',
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'INVALID_CA',
  'PATH_LENGTH_EXCEEDED',
  'INVALID_PURPOSE',
  'HOSTNAME_MISMATCH',
]);
