import { randomUUID } from 'node:crypto';
import { connectionCut } from '../connection-cut.ts';
import type { Fault } from '../faults.ts';

/** What is wrong, in OpenAI's envelope. */
export interface OpenaiError {
  readonly status: number;
  readonly message: string;
  readonly type?: string;
  readonly param?: string | null;
  readonly code?: string | null;
}

/** An id as every answer carries it in `x-request-id`. */
export const requestId = (): string => `req_${randomUUID().replaceAll('-', '')}`;

/** An error as OpenAI answers it. */
export function errorAnswer(error: OpenaiError, headers: Readonly<Record<string, string>> = {}): Response {
  const { status, message, type = 'invalid_request_error', param = null, code = null } = error;
  return Response.json(
    { error: { message, type, param, code } },
    { status, headers: { 'x-request-id': requestId(), ...headers } },
  );
}

/** How OpenAI answers an account that met its limit. */
export const noMoney: OpenaiError = {
  status: 429,
  message: 'You exceeded your current quota, please check your plan and billing details.',
  type: 'insufficient_quota',
  code: 'insufficient_quota',
};

/** How the safety system refuses. */
export const moderated: OpenaiError = {
  status: 400,
  message:
    'Your request was rejected by the safety system. If you believe this is an error, contact us at help.openai.com and include the request ID. safety_violations=[violence].',
  type: 'image_generation_user_error',
  code: 'moderation_blocked',
};

/** The answer to a fault that strikes before anything is billed; undefined for the others. Throws for a cut connection. */
export function refusalOf(fault: Fault): Response | undefined {
  switch (fault.kind) {
    case 'too_many': {
      const headers = { 'retry-after': String(fault.retryAfterSeconds ?? 1) };
      const error = { status: 429, message: 'Rate limit reached for images per min.', type: 'requests' };
      return errorAnswer({ ...error, code: 'rate_limit_exceeded' }, headers);
    }
    case 'error_before':
      return errorAnswer({ status: 503, message: 'The engine is currently overloaded.', type: 'server_error' });
    case 'cut_before_billing':
      throw connectionCut();
    case 'rejected':
      return errorAnswer({ status: 400, message: "Invalid value: 'prompt'.", param: 'prompt', code: 'invalid_value' });
    case 'vendor_quota':
      return errorAnswer(noMoney);
    case 'moderation':
      return errorAnswer(moderated);
    default:
      return undefined;
  }
}
