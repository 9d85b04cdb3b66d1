import { type Incoming, isStudioError, type Json, type Progress, StudioError } from '@image-studio/core';
import { type Http, incoming } from '@image-studio/http';
import * as z from 'zod';
import { done, fileHeaders, isFile, mediaTypeOf, seedOf, stallMs, withheld } from './delivery.ts';

const ticketSchema = z.looseObject({ id: z.string().regex(/^[\w-]+$/) });

/** Where Stability keeps results, for 24 hours and for the key that made them. */
const resultsPath = 'v2beta/results/';

/** Only a content check ends a job for good; it is not charged. What else keeps the answer away says nothing about the job. */
const final: ReadonlySet<string> = new Set(['moderation_blocked']);

/**
 * Asks where a job stands; free. A finished one is named by its address, which only the key opens, so that a file that breaks off can be
 * had again. Throws `canceled` when the signal stops it, `internal` for a ticket that is not Stability's.
 */
export async function status(
  http: Http,
  baseUrl: URL,
  ticket: Json,
  { signal }: { readonly signal: AbortSignal },
): Promise<Progress> {
  const known = ticketSchema.safeParse(ticket);
  if (!known.success) throw new StudioError('internal', 'This ticket is not one of Stability.');
  const path = `${resultsPath}${known.data.id}`;
  try {
    const answer = await http.send({ path, headers: fileHeaders, signal });
    const filtered = await withheld(answer);
    if (filtered) return { ...filtered, ticket };
    await answer.body?.cancel();
    if (answer.status === 202) return { state: 'pending', ticket };
    if (!isFile(mediaTypeOf(answer))) return { state: 'pending', ticket, unsure: true };
    return { ...done({ url: addressOf(baseUrl, path), mediaType: mediaTypeOf(answer) }, seedOf(answer)), ticket };
  } catch (error) {
    if (!isStudioError(error) || error.code === 'canceled') throw error;
    if (final.has(error.code)) return { state: 'failed', error: error.toJSON(), billed: 'no', ticket };
    const pause = error.retryAfterMs === undefined ? {} : { pollAfterMs: error.retryAfterMs };
    return { state: 'pending', ticket, unsure: true, ...pause };
  }
}

/** Opens a result with the key. Throws `vendor_output` for an address that is none of Stability's results, or a file that cannot be had. */
export async function openResult(
  http: Http,
  baseUrl: URL,
  { url }: { readonly url: string },
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Incoming> {
  if (!url.startsWith(addressOf(baseUrl, resultsPath)))
    throw new StudioError('vendor_output', 'Stability gave an address that is none of its results.', { billed: 'yes' });
  const answer = await http.send({ path: url, headers: fileHeaders, signal });
  return incoming(answer, { url: baseUrl, code: 'vendor_output', maxBytes, stallMs });
}

function addressOf(baseUrl: URL, path: string): string {
  return new URL(`${baseUrl.pathname.replace(/\/$/, '')}/${path}`, baseUrl).href;
}
