import type { Recipe } from '../media/recipe.ts';

/** How a job ends, decided when it is taken. */
export type Ending =
  | { readonly state: 'completed' }
  | { readonly state: 'failed'; readonly code: number; readonly message: string; readonly keepsMoney?: boolean }
  | { readonly state: 'stuck' }
  | { readonly state: 'deleted' };

/** A job: all that is needed to answer for it and to make its files. `createdAt` and `workMs` in ms. */
export interface Job {
  readonly id: string;
  readonly model: string;
  readonly createdAt: number;
  readonly queueMs: number;
  readonly workMs: number;
  readonly ending: Ending;
  readonly recipe: Recipe;
  /** Outputs are base64 in the answer instead of addresses. */
  readonly base64: boolean;
}

/** The vendor's words for where a job stands. */
export type JobStatus = 'created' | 'processing' | 'completed' | 'failed' | 'deleted';

/** When the job ends, in ms since the epoch; infinite for one that is stuck. */
export function endOf(job: Pick<Job, 'createdAt' | 'queueMs' | 'workMs' | 'ending'>): number {
  return job.ending.state === 'stuck' ? Infinity : job.createdAt + job.queueMs + job.workMs;
}

/** Where the job stands at a moment. */
export function statusOf(job: Job, now: number): JobStatus {
  if (now >= endOf(job) && job.ending.state !== 'stuck') return job.ending.state;
  return now < job.createdAt + job.queueMs ? 'created' : 'processing';
}
