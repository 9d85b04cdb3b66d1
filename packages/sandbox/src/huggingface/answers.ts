import { connectionCut } from '../connection-cut.ts';
import type { Fault } from '../faults.ts';

/** A refusal of the router. */
export function refuse(status: number, error: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ error }, { status, headers });
}

/** The answer of a fault that strikes before anything is billed; undefined for the others. Throws where the connection is cut. */
export function answerOfFault(fault: Fault): Response | undefined {
  switch (fault.kind) {
    case 'too_many':
      return refuse(429, 'Too Many Requests', { 'retry-after': String(fault.retryAfterSeconds ?? 1) });
    case 'error_before':
      return refuse(503, 'Service Unavailable');
    case 'cut_before_billing':
      throw connectionCut();
    case 'rejected':
      return refuse(400, 'Bad Request: the request cannot be processed');
    case 'vendor_quota':
      return outOfCredits();
    default:
      return undefined;
  }
}

/** How the router answers an account without credits. */
export function outOfCredits(): Response {
  return refuse(
    402,
    'You have exceeded your monthly included credits for Inference Providers. Subscribe to PRO to get 20x more monthly included credits.',
  );
}
