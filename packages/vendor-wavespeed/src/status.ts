import { isStudioError, type Json, type Progress, StudioError } from '@image-studio/core';
import type { Http } from '@image-studio/http';
import * as z from 'zod';
import { opened } from './envelope.ts';
import { prediction, progressOf } from './prediction.ts';

const ticketSchema = z.looseObject({ id: z.string().min(1), url: z.string().optional() });

/**
 * Asks where a job stands; free. Whatever keeps the answer away (network, 404, 5xx, a refused key) is `pending, unsure`: a failing
 * question says nothing about the job. Throws `canceled` when the signal stops it, `internal` for a ticket that is not WaveSpeed's.
 */
export async function status(
  http: Http,
  baseUrl: URL,
  ticket: Json,
  context: { readonly signal: AbortSignal; readonly sent?: unknown },
): Promise<Progress> {
  const known = ticketSchema.safeParse(ticket);
  if (!known.success) throw new StudioError('internal', 'This ticket is not one of WaveSpeed.');
  try {
    return await http.json<Progress>({
      path: resultAddress(baseUrl, known.data),
      signal: context.signal,
      parse: (body) => progressOf(opened(body, prediction, { free: true }), context.sent),
    });
  } catch (error) {
    if (!isStudioError(error) || error.code === 'canceled') throw error;
    const pause = error.retryAfterMs === undefined ? {} : { pollAfterMs: error.retryAfterMs };
    return { state: 'pending', ticket, unsure: true, ...pause };
  }
}

/** The address WaveSpeed named is used only on the configured origin, which alone gets the key, and only when it is this job's. */
function resultAddress(baseUrl: URL, { id, url }: z.output<typeof ticketSchema>): string {
  const path = `api/v3/predictions/${encodeURIComponent(id)}/result`;
  if (url === undefined || !URL.canParse(url)) return path;
  const named = new URL(url);
  return named.origin === baseUrl.origin && named.pathname.includes(encodeURIComponent(id)) ? named.href : path;
}
