import type { SandboxContext, Visit } from '../sandbox-context.ts';
import type { Job } from './job.ts';
import type { JobStore } from './job-store.ts';
import { outputFile } from './output-file.ts';
import { type Prediction, predictionOf } from './prediction.ts';

/** What WaveSpeed's part of the sandbox works with. */
export interface RoomContext extends SandboxContext {
  readonly jobs: JobStore;
}

/** A visit with the API key it was made with. */
export interface KeyedVisit extends Visit {
  readonly apiKey: string;
}

/** The job as the vendor shows it now. */
export function show(context: RoomContext, job: Job, origin: string): Promise<Prediction> {
  return predictionOf(job, {
    origin,
    now: context.clock.now(),
    inline: async (one, index) => Buffer.from(await outputFile(context, one, index)).toString('base64'),
  });
}
