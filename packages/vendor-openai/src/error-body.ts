import type { ErrorCode } from '@image-studio/core';
import type { HttpVendor, Refusal, VendorAnswer } from '@image-studio/http';
import * as z from 'zod';

const errorBody = z.object({
  error: z.object({
    message: z.string(),
    type: z.string().nullish(),
    code: z.union([z.string(), z.number()]).nullish(),
  }),
});

/** OpenAI for the HTTP policy: an error body of its own is `{ error: { message, type, param, code } }`. */
export const openaiVendor: HttpVendor = { name: 'OpenAI', refusal };

function refusal({ status, body }: VendorAnswer): Refusal | undefined {
  const read = errorBody.safeParse(body);
  if (!read.success) return undefined;
  const { message: said, code, type } = read.data.error;
  const word = String(code ?? type ?? '');
  // A 429 for an account without money does not pass by waiting.
  if (noMoney.has(word))
    return { ...operator('The OpenAI account has no money left or met its limit.'), failure: 'refused' };
  if (status === 429) return { code: 'rate_limited' };
  const [meaning, message] = meaningOf(status, word);
  return meaning === 'vendor_quota' ? operator(message) : { code: meaning, message, said };
}

const noMoney: ReadonlySet<string> = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_not_active',
]);

/** The vendor's words are left out where they speak to the operator: they show parts of the key. */
function operator(message: string): Refusal {
  return { code: 'vendor_quota', message };
}

function meaningOf(status: number, word: string): readonly [ErrorCode, string] {
  if (status === 401) return ['vendor_quota', 'OpenAI does not accept the API key.'];
  if (status === 403)
    return ['vendor_quota', 'The OpenAI organisation may not use this model: image models need a verified one.'];
  if (/moderation_blocked|content_policy_violation/.test(word)) {
    return ['moderation_blocked', "OpenAI's safety system refused the request."];
  }
  return ['vendor_rejected', `OpenAI refused the request (${status}).`];
}
