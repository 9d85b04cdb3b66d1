import { connectionCut } from '../connection-cut.ts';
import type { Fault } from '../faults.ts';

const google = 'type.googleapis.com/google.rpc.';

/** What is wrong, as a `google.rpc.Status`. */
export interface GeminiError {
  readonly code: number;
  readonly status: string;
  readonly message: string;
  readonly details?: readonly object[];
}

/** An error as Gemini answers it. */
export function errorAnswer(error: GeminiError): Response {
  return Response.json({ error }, { status: error.code });
}

/** Something in the request is wrong. */
export function invalid(message: string): GeminiError {
  return { code: 400, status: 'INVALID_ARGUMENT', message };
}

/** A key that does not exist: a 400, not a 401. */
export const wrongKey: GeminiError = {
  ...invalid('API key not valid. Please pass a valid API key.'),
  details: [{ '@type': `${google}ErrorInfo`, reason: 'API_KEY_INVALID', domain: 'googleapis.com' }],
};

/** An account without billing or money. */
export const noMoney: GeminiError = {
  code: 400,
  status: 'FAILED_PRECONDITION',
  message: 'Billing is not active for this project.',
};

/** A model that does not exist, or not any more. */
export function noModel(name: string): GeminiError {
  const message = `models/${name} is not found for API version v1beta, or is not supported for generateContent.`;
  return { code: 404, status: 'NOT_FOUND', message };
}

/** The answer to a fault that strikes before anything is billed; undefined for the others. Throws for a cut connection. */
export function refusalOf(fault: Fault): Response | undefined {
  switch (fault.kind) {
    case 'too_many': {
      // Only in the body: Gemini sends no header.
      const retry = { '@type': `${google}RetryInfo`, retryDelay: `${fault.retryAfterSeconds ?? 1}s` };
      const quota = {
        '@type': `${google}QuotaFailure`,
        violations: [{ quotaId: 'GenerateRequestsPerMinutePerProject' }],
      };
      const message = 'You exceeded your current quota, please check your plan.';
      return errorAnswer({ code: 429, status: 'RESOURCE_EXHAUSTED', message, details: [quota, retry] });
    }
    case 'error_before':
      return errorAnswer({
        code: 503,
        status: 'UNAVAILABLE',
        message: 'The model is overloaded. Please try again later.',
      });
    case 'cut_before_billing':
      throw connectionCut();
    case 'rejected':
      return errorAnswer(invalid('Request contains an invalid argument.'));
    case 'vendor_quota':
      return errorAnswer(noMoney);
    default:
      return undefined;
  }
}
