import { connectionCut } from '../connection-cut.ts';
import type { Fault } from '../faults.ts';
import { refuse } from './envelope.ts';

/** The answer of a fault that strikes before anything is billed; undefined for the others. Throws where the connection is cut. */
export function answerOfFault(fault: Fault): Response | undefined {
  switch (fault.kind) {
    case 'too_many':
      return refuse(429, 'Too many requests', { 'retry-after': String(fault.retryAfterSeconds ?? 1) });
    case 'error_before':
      return refuse(503, 'Service temporarily unavailable');
    case 'cut_before_billing':
      throw connectionCut();
    case 'rejected':
      return refuse(400, 'Invalid request parameters');
    case 'vendor_quota':
      return insufficientBalance();
    default:
      return undefined;
  }
}

/** How the vendor answers an account without money; neither its status nor its text is documented. */
export function insufficientBalance(): Response {
  return refuse(403, 'Insufficient balance. Please top up your account.');
}
