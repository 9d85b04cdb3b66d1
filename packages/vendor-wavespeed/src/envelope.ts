import type { ErrorCode } from '@image-studio/core';
import { type HttpVendor, type Refusal, refusalError, type VendorAnswer } from '@image-studio/http';
import * as z from 'zod';

const errorBody = z.object({
  code: z.union([z.number(), z.string()]).optional(),
  message: z.string().optional(),
  error: z.string().optional(),
  detail: z.string().optional(),
});

/** WaveSpeed for the HTTP policy: an error body of its own is a JSON object with a message. */
export const wavespeedVendor: HttpVendor = { name: 'WaveSpeed', refusal };

/** How an answer is opened: whether its request was free, and what was sent, which no message may repeat. */
export interface Opening {
  readonly free: boolean;
  readonly sent?: unknown;
}

/**
 * The `data` of an answer. Every answer comes as `{ code, message, data }`; some clients have seen it bare.
 * A 2xx whose own code is no success is an error by that code, unless a paid request's answer names a job all the same.
 */
export function opened<Value>(body: unknown, data: z.ZodType<Value>, { free, sent }: Opening): Value {
  const found = data.safeParse(dataIn(body));
  const code = codeIn(body);
  const refused = code !== undefined && code !== 0 && code !== 200;
  if (found.success && (!refused || !free)) return found.data;
  if (!refused) throw new Error('The answer has another shape than documented.');
  const answer = { status: statusOf(code), headers: new Headers(), body };
  throw refusalError({ vendor: wavespeedVendor, free, answer, retryAfterMs: undefined, sent: [sent] });
}

/** What is inside the envelope, or the body itself where there is none. */
export function dataIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'data' in body ? body.data : body;
}

/** The code of the envelope; a bare prediction's `code` is its task code, which is another thing. */
function codeIn(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null || 'id' in body || !('code' in body)) return undefined;
  return typeof body.code === 'number' ? body.code : undefined;
}

/** Envelope codes are HTTP statuses or task codes: 1xxx = the request is at fault, 5xxx = the vendor is. */
function statusOf(code: number): number {
  if (code < 1000) return code;
  return code < 2000 ? 400 : 500;
}

function refusal({ status, body }: VendorAnswer): Refusal | undefined {
  const read = errorBody.safeParse(body);
  const said = read.data?.message ?? read.data?.error ?? read.data?.detail;
  if (said === undefined) return undefined;
  const [code, message] = meaningOf(status, said);
  return { code, message, said: code === 'vendor_quota' ? undefined : said };
}

/** A key or an account that WaveSpeed does not let in is the operator's matter, not the user's. */
function meaningOf(status: number, said: string): readonly [ErrorCode, string] {
  if (status === 401) {
    return ['vendor_quota', 'WaveSpeed does not accept the API key; a key works only after the first top-up.'];
  }
  if (status === 402 || status === 403 || /insufficient|balance|top.?up/i.test(said)) {
    return [
      'vendor_quota',
      'The WaveSpeed account may not run this: check its balance, level and the role of the key.',
    ];
  }
  if (/nsfw|moderat|sensitive|safety|content polic/i.test(said)) {
    return ['moderation_blocked', "WaveSpeed's content check refused the request."];
  }
  return ['vendor_rejected', `WaveSpeed refused the request (${status}).`];
}
