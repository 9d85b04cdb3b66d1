import type { HttpVendor, Refusal, VendorAnswer } from '@image-studio/http';
import * as z from 'zod';

/** After 150 requests in ten seconds nothing is taken for a minute; no `Retry-After` says so. Milliseconds. */
const lockOutMs = 60_000;

/** `errors` is what version 2 says, `message` what its gateway does. */
const errorBody = z.object({
  name: z.string(),
  errors: z.array(z.string()).optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** Stability for the HTTP policy: an error body of its own is a JSON object with a name. Whatever it refuses it does not charge. */
export const stabilityVendor: HttpVendor = { name: 'Stability', refusal };

function refusal({ status, body }: VendorAnswer): Refusal | undefined {
  if (status === 429) return { code: 'rate_limited', retryAfterMs: lockOutMs };
  const read = errorBody.safeParse(body);
  if (!read.success) return undefined;
  const { name, errors = [], message } = read.data;
  const known = meanings[name] ?? byStatus[status];
  const said = errors.join('; ') || message;
  return known ?? { code: 'vendor_rejected', message: `Stability refused the request (${status}).`, said };
}

const notOurs: Refusal = {
  code: 'vendor_quota',
  message: 'The Stability account may not run this: check its key, its credits and what the key may do.',
};

const byStatus: Readonly<Record<number, Refusal>> = { 401: notOurs, 402: notOurs, 403: notOurs };

const meanings: Readonly<Record<string, Refusal>> = {
  content_moderation: { code: 'moderation_blocked', message: "Stability's content check refused the request." },
  public_figure: {
    code: 'moderation_blocked',
    message: 'Stability sees a public figure in the picture and refuses it.',
  },
  invalid_language: { code: 'vendor_rejected', message: 'Stability understands English only: translate the prompt.' },
  // Documented: a call that failed is not charged. A gateway's page with the same status says no such thing and stays in doubt.
  internal_error: {
    code: 'vendor_unavailable',
    message: 'Stability failed to do the work and does not charge for it; try again later.',
    failure: 'job_failed',
  },
  payload_too_large: { code: 'input_too_large', message: 'Stability takes at most 10 MiB in all: send smaller files.' },
};
