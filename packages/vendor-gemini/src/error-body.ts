import type { HttpVendor, Refusal, VendorAnswer } from '@image-studio/http';
import * as z from 'zod';

const detail = z.looseObject({ reason: z.string().optional(), retryDelay: z.string().optional() });
const errorBody = z.object({
  error: z.object({
    message: z.string(),
    status: z.string().optional(),
    details: z.array(detail).optional().catch(undefined),
  }),
});

/** Gemini for the HTTP policy: an error body of its own is a `google.rpc.Status`, in an `error`. */
export const geminiVendor: HttpVendor = { name: 'Gemini', refusal };

function refusal({ status, body }: VendorAnswer): Refusal | undefined {
  const read = errorBody.safeParse(body);
  if (!read.success) return undefined;
  const { message: said, status: word, details = [] } = read.data.error;
  // A wrong key is a 400 here.
  const keyFault = details.some(({ reason }) => reason === 'API_KEY_INVALID') || status === 401;
  if (keyFault) return { code: 'vendor_quota', message: 'Gemini does not accept the API key.' };
  if (status === 403 || word === 'FAILED_PRECONDITION') {
    return {
      code: 'vendor_quota',
      message: 'The Gemini account may not do this: check its billing, region and rights.',
    };
  }
  if (status === 429) {
    return { code: 'rate_limited', retryAfterMs: delayMs(details.find(({ retryDelay }) => retryDelay)?.retryDelay) };
  }
  return { code: 'vendor_rejected', message: `Gemini refused the request (${status}).`, said };
}

/** `34.4s` of a `RetryInfo`: Gemini sends no header. */
function delayMs(delay: string | undefined): number | undefined {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(delay ?? '')?.[1];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000);
}
