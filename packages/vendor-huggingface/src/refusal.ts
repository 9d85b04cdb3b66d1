import type { ErrorCode } from '@image-studio/core';
import type { HttpVendor, Refusal, VendorAnswer } from '@image-studio/http';
import * as z from 'zod';

const words = z.union([z.string(), z.object({ message: z.string() }).transform(({ message }) => message)]);
const fault = z.object({ msg: z.string(), type: z.string().catch(''), loc: z.array(z.unknown()).catch([]) });
const errorBody = z.object({
  error: words.optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  detail: z
    .union([z.string(), z.array(fault)])
    .optional()
    .catch(undefined),
});

/** What an error body of the router, of hf-inference or of fal says; `type` is fal's name for the first fault. */
export interface Said {
  readonly words: string;
  readonly type: string;
}

/** Hugging Face for the HTTP policy: the router says `error`, the providers behind it `detail` or `message`. */
export const huggingfaceVendor: HttpVendor = { name: 'Hugging Face', refusal };

/** The words of an error body; undefined when it is nobody's. */
export function saidIn(body: unknown): Said | undefined {
  const { error, message, detail } = errorBody.safeParse(body).data ?? {};
  if (Array.isArray(detail)) {
    const [first] = detail;
    return first === undefined ? undefined : { words: first.msg, type: first.type };
  }
  const text = error ?? detail ?? message;
  return text === undefined ? undefined : { words: text, type: '' };
}

/** Do these words or this type mean that the content is not allowed? */
export function isModeration({ words: text, type }: Said): boolean {
  return type === 'content_policy_violation' || /nsfw|moderat|unsafe|safety|content (?:policy|checker)/i.test(text);
}

function refusal({ status, body }: VendorAnswer): Refusal | undefined {
  const said = saidIn(body);
  if (said === undefined) return undefined;
  // A model that is still being loaded has not begun to work: the same request is welcome later.
  if (status === 503 && /loading/i.test(said.words))
    return { code: 'vendor_unavailable', message: 'The model is being loaded at Hugging Face.', failure: 'throttled' };
  const [code, message] = meaningOf(status, said);
  return { code, message, said: code === 'vendor_quota' ? undefined : said.words };
}

/** A token or an account that is not let in is the operator's matter, not the user's. */
function meaningOf(status: number, said: Said): readonly [ErrorCode, string] {
  if (status === 401) return ['vendor_quota', 'Hugging Face does not accept the token.'];
  if (status === 402) return ['vendor_quota', 'The credits of the Hugging Face account for this month are used up.'];
  if (isModeration(said)) return ['moderation_blocked', 'The content check at Hugging Face refused the request.'];
  if (status === 403)
    return ['vendor_quota', 'The Hugging Face token may not do this: it needs the permission for Inference Providers.'];
  return ['vendor_rejected', `Hugging Face refused the request (${status}).`];
}
