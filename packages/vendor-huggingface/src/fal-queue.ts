import { isStudioError, type Json, type Progress, type ProviderCall, StudioError } from '@image-studio/core';
import type { Http, VendorAnswer } from '@image-studio/http';
import * as z from 'zod';
import { filledBody } from './body.ts';
import { falFailure, falResult } from './fal-result.ts';
import { saidIn } from './refusal.ts';

/** The router's handle for a job in fal's queue: the path of its result, without the router's own prefix. */
export interface FalTicket {
  readonly [key: string]: string;
  readonly path: string;
}

/** A path in fal's queue and nothing else, since the token is sent to it. */
const jobPath = /^\/[\w.-]+(?:\/[\w.-]+)*\/requests\/[\w-]+$/;
const ticketSchema = z.object({ path: z.string().regex(jobPath) });
const submitted = z.object({ request_id: z.string().min(1), response_url: z.url() });
const statusAnswer = z.object({ status: z.string(), error: z.unknown().optional() });
const query = { _subdomain: 'queue' } as const;

/** The paid request to fal's queue: one POST. The answer's address belongs to fal itself; only its path is used, behind the router. */
export async function falSubmit(http: Http, call: ProviderCall): Promise<Progress> {
  const json = await filledBody(call);
  return http.json<Progress>({
    method: 'POST',
    path: call.endpoint,
    query,
    json,
    free: false,
    signal: call.signal,
    parse: (body) => ({ state: 'pending', ticket: ticketIn(body) }),
  });
}

/**
 * Asks where a job stands; free. Whatever keeps the answer away (network, 404, 5xx, a refused token) is `pending, unsure`: a failing
 * question says nothing about the job. A job that is completed may still have failed, which only its result says.
 * Throws `canceled` when the signal stops it, `internal` for a ticket of another vendor.
 */
export async function falStatus(
  http: Http,
  ticket: Json,
  { signal, sent }: { readonly signal: AbortSignal; readonly sent?: unknown },
): Promise<Progress> {
  const known = ticketSchema.safeParse(ticket);
  if (!known.success) throw new StudioError('internal', 'This ticket is not one of Hugging Face.');
  const path = `fal-ai${known.data.path}`;
  try {
    const parse = (body: unknown) => statusAnswer.parse(body);
    const { status, error } = await http.json({ path: `${path}/status`, query, signal, parse });
    if (status !== 'COMPLETED') return { state: 'pending', ticket };
    return await resultOf(http, { path, ticket, signal, sent, failed: error !== undefined && error !== null });
  } catch (error) {
    if (!isStudioError(error) || error.code === 'canceled') throw error;
    const pause = error.retryAfterMs === undefined ? {} : { pollAfterMs: error.retryAfterMs };
    return { state: 'pending', ticket, unsure: true, ...pause };
  }
}

interface Result {
  readonly path: string;
  readonly ticket: Json;
  readonly signal: AbortSignal;
  /** What no message may quote. */
  readonly sent: unknown;
  /** The queue says that the job ended with an error. */
  readonly failed: boolean;
}

async function resultOf(http: Http, { path, ticket, signal, sent, failed }: Result): Promise<Progress> {
  const request = { path, query, signal, parse: (body: unknown) => falResult(body, ticket), salvage: verdict };
  try {
    return await http.json<Progress>(request);
  } catch (error) {
    // Server errors are not charged; that it is the job's own, and not the router's, only the queue tells.
    if (failed && isStudioError(error, 'vendor_unavailable'))
      return falFailure(['vendor_unavailable', 'The job failed at the provider behind Hugging Face.', 'no'], ticket);
    throw error;
  }

  function verdict({ status, body }: VendorAnswer): Progress | undefined {
    const said = status === 400 || status === 422 ? saidIn(body) : undefined;
    return said && falFailure(said, ticket, sent);
  }
}

function ticketIn(body: unknown): FalTicket {
  const { response_url } = submitted.parse(body);
  return ticketSchema.parse({ path: new URL(response_url).pathname });
}
