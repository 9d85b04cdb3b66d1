import { randomBytes } from 'node:crypto';
import { connectionCut } from '../connection-cut.ts';
import type { Fault } from '../faults.ts';

/** A refusal in the vendor's words: its name for it, and what is wrong. */
export function refuse(status: number, name: string, error: string): Response {
  return Response.json({ id: randomBytes(16).toString('hex'), name, errors: [error] }, { status });
}

/** A refusal of the gateway in front, which speaks the older version. */
export function refuseAtGate(status: number, name: string, message: string): Response {
  return Response.json({ id: randomBytes(16).toString('hex'), name, message }, { status });
}

/** What comes when something between the vendor and its caller breaks: a page. */
export function brokenGateway(status: number): Response {
  const page = `<!doctype html><title>${status}</title><h1>The server had a problem</h1>`;
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** A field that is missing, unknown or out of bounds. */
export function badRequest(error: string): Response {
  return refuse(400, 'bad_request', error);
}

/** What the vendor says for a minute after 150 requests in ten seconds. */
export function lockedOut(retryAfterSeconds?: number): Response {
  const name = 'rate_limit_exceeded';
  const error =
    'You have exceeded the rate limit of 150 requests within a 10 second period, and have been timed out for 60 seconds.';
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return Response.json({ id: name, name, errors: [error] }, { status: 429, headers });
}

/** How the vendor answers an account without credits; its text is not documented. */
export function outOfCredits(): Response {
  return refuseAtGate(402, 'payment_required', 'You lack sufficient credits to make this request.');
}

/** An unknown path or result. */
export function notFound(what: string): Response {
  return refuse(404, 'not_found', `${what}: not found`);
}

const flagged =
  'Your request was flagged by our content moderation system, as a result your request was denied and you were not charged.';

/** The answer of a fault that strikes before anything is billed; undefined for the others. Throws where the connection is cut. */
export function answerOfFault(fault: Fault): Response | undefined {
  switch (fault.kind) {
    case 'too_many':
      return lockedOut(fault.retryAfterSeconds);
    case 'error_before':
      return brokenGateway(503);
    case 'cut_before_billing':
      throw connectionCut();
    case 'rejected':
      return badRequest('some-field: is required');
    case 'vendor_quota':
      return outOfCredits();
    case 'moderation':
      return refuse(403, 'content_moderation', flagged);
    case 'job_failed':
      return refuse(500, 'internal_error', 'An unexpected error occurred while processing your request.');
    default:
      return undefined;
  }
}
