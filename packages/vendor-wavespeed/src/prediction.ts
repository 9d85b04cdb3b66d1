import { type ErrorCode, type Output, type Progress, StudioError } from '@image-studio/core';
import { vendorWords } from '@image-studio/http';
import * as z from 'zod';
import { outputsOf } from './output.ts';

/** Absent, null and of an unexpected kind are all "not said": only the id decides whether an answer is a prediction. */
const optionalText = z.string().optional().catch(undefined);

/**
 * A job as WaveSpeed tells it, read with every looseness that was seen: `outputs` null or objects, fields left out,
 * `created_at` with any precision. `has_nsfw_contents` comes as list, boolean or null and is not needed.
 */
export const prediction = z.object({
  id: z.string().min(1),
  model: optionalText,
  status: optionalText,
  code: z.number().optional().catch(undefined),
  error: optionalText,
  outputs: z.array(z.unknown()).catch([]),
  urls: z.object({ get: optionalText }).optional().catch(undefined),
  created_at: optionalText,
  inputs: z.unknown().optional(),
  input: z.unknown().optional(),
});

/** A job as WaveSpeed tells it. */
export type Prediction = z.output<typeof prediction>;

/** WaveSpeed's handle for a job. `url` is where it says the result will be. */
export interface WavespeedTicket {
  readonly [key: string]: string;
  readonly id: string;
}

/** The ticket of a job. */
export function ticketOf({ id, urls }: Prediction): WavespeedTicket {
  return { id, ...(urls?.get === undefined ? {} : { url: urls.get }) };
}

/**
 * Where a job stands. A failed, cancelled or timed-out job is refunded (`billed: 'no'`); a completed one without any file has been
 * paid (`'yes'`). A synchronous request whose time is over comes
 * as `processing` with task code 5004. No message quotes what was `sent`. `deleted` and statuses nobody knows are `pending, unsure`: they say nothing about the money.
 */
export function progressOf(found: Prediction, sent?: unknown): Progress {
  const ticket = ticketOf(found);
  const status = found.status ?? '';
  if (status === 'completed') return done(outputsOf(found.outputs), ticket);
  if (unfinished.has(status)) return { state: 'pending', ticket };
  if (status === 'failed') return failed(verdictOf(found, sent), ticket);
  if (status === 'cancelled') return failed(['canceled', 'WaveSpeed cancelled the job.'], ticket);
  if (status === 'timeout') return failed(['vendor_unavailable', 'The job took too long at WaveSpeed.'], ticket);
  return { state: 'pending', ticket, unsure: true };
}

type Verdict = readonly [code: ErrorCode, message: string];

const unfinished: ReadonlySet<string> = new Set(['created', 'processing', 'pending']);

/** Task codes of WaveSpeed's table; 1403 and 1405 say only that the task did not work out. */
const verdicts: Readonly<Record<number, Verdict>> = {
  1200: ['moderation_blocked', "WaveSpeed's content check stopped the job."],
  1400: ['vendor_rejected', 'WaveSpeed misses a parameter.'],
  1401: ['vendor_rejected', 'WaveSpeed finds a parameter invalid.'],
  1402: ['vendor_rejected', 'WaveSpeed could not read one of the files.'],
  1403: ['vendor_output', 'The job failed at WaveSpeed.'],
  1405: ['vendor_output', 'The job failed at WaveSpeed.'],
  5000: ['vendor_unavailable', 'WaveSpeed had an internal error.'],
  5003: ['vendor_unavailable', 'The model is not available at WaveSpeed at the moment.'],
  5004: ['vendor_unavailable', 'The job took too long at WaveSpeed.'],
};

function verdictOf(found: Prediction, sent: unknown): Verdict {
  const said = vendorWords(found.error ?? '', [found.inputs, found.input, sent]);
  const [code, message] = verdicts[found.code ?? 0] ?? unlisted(found.code ?? 0, said);
  return [code, said === '' ? message : `${message} It said: ${said}`];
}

function unlisted(code: number, said: string): Verdict {
  const blocked = /nsfw|moderat|sensitive|safety|content polic|prohibited/i.test(said);
  if (blocked) return ['moderation_blocked', "WaveSpeed's content check stopped the job."];
  if (code >= 1000 && code < 2000) return ['vendor_rejected', 'WaveSpeed refused the job.'];
  return code >= 5000
    ? ['vendor_unavailable', 'The job failed at WaveSpeed.']
    : ['vendor_output', 'The job failed at WaveSpeed.'];
}

function failed([code, message]: Verdict, ticket: WavespeedTicket): Progress {
  return { state: 'failed', error: new StudioError(code, message, { billed: 'no' }).toJSON(), billed: 'no', ticket };
}

function done(outputs: readonly Output[], ticket: WavespeedTicket): Progress {
  if (outputs.length > 0) return { state: 'done', outputs, ticket };
  const error = new StudioError('vendor_output', 'WaveSpeed completed the job without a file.', { billed: 'yes' });
  return { state: 'failed', error: error.toJSON(), billed: 'yes', ticket };
}
