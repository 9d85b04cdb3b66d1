import { endOf, type Job, type JobStatus, statusOf } from './job.ts';
import { outputAddress } from './file-address.ts';

/** A job as the vendor shows it, in answers and in webhooks. Times of work in ms. */
export interface Prediction {
  readonly id: string;
  readonly model: string;
  readonly outputs: readonly string[];
  readonly urls: { readonly get: string };
  readonly has_nsfw_contents: readonly boolean[];
  readonly status: JobStatus;
  readonly created_at: string;
  readonly error: string;
  readonly executionTime: number;
  readonly timings: { readonly inference: number };
  readonly code?: number;
}

/** What is needed to show a job. `inline` gives an output as base64. */
export interface PredictionContext {
  readonly origin: string;
  readonly now: number;
  readonly inline: (job: Job, index: number) => Promise<string>;
}

/** The job as it stands. */
export async function predictionOf(job: Job, context: PredictionContext): Promise<Prediction> {
  const status = statusOf(job, context.now);
  const ended = context.now >= endOf(job);
  const done = status === 'completed';
  const worked = ended ? Math.round(job.workMs) : 0;
  const failure = status === 'failed' && job.ending.state === 'failed' ? job.ending : undefined;
  return {
    id: job.id,
    model: job.model,
    outputs: done ? await outputsOf(job, context) : [],
    urls: { get: `${context.origin}/api/v3/predictions/${job.id}/result` },
    has_nsfw_contents: done ? Array.from({ length: job.recipe.count }, () => false) : [],
    status,
    created_at: new Date(job.createdAt).toISOString(),
    error: failure?.message ?? '',
    executionTime: worked,
    timings: { inference: worked },
    ...(failure === undefined ? {} : { code: failure.code }),
  };
}

async function outputsOf(job: Job, { origin, inline }: PredictionContext): Promise<readonly string[]> {
  const places = Array.from({ length: job.recipe.count }, (_, index) => index);
  if (job.recipe.format === 'txt')
    return places.map(() => `Sandbox text for ${job.model}, ${job.recipe.look.toString(16)}.`);
  if (job.base64) return Promise.all(places.map((index) => inline(job, index)));
  return places.map((index) => outputAddress(origin, job.id, index, job.recipe.format));
}
