import { randomInt } from 'node:crypto';
import { connectionCut, silence } from '../connection-cut.ts';
import type { Fault } from '../faults.ts';
import { catalogue, type CatalogueRow } from './catalogue.ts';
import { answer, readJson, refuse } from './envelope.ts';
import { answerOfFault, insufficientBalance } from './fault-answers.ts';
import { outputOfPath } from './file-address.ts';
import { endOf, type Ending, type Job } from './job.ts';
import { listPrice } from './list-price.ts';
import { atMostPixels } from '../media/at-most-pixels.ts';
import { makeRecipe } from './make-recipe.ts';
import { shortened, takePictures } from './media-inputs.ts';
import { outputFile } from './output-file.ts';
import { checkRequest, type Inputs } from './request-check.ts';
import { type KeyedVisit, type RoomContext, show } from './room-context.ts';
import { announce } from './webhook.ts';

const endings: Partial<Record<Fault['kind'], Ending>> = {
  moderation: { state: 'failed', code: 1200, message: 'Content flagged as potentially sensitive.' },
  job_failed: { state: 'failed', code: 1405, message: 'Task failed.' },
  job_failed_billed: { state: 'failed', code: 1405, message: 'Task failed.', keepsMoney: true },
  job_stuck: { state: 'stuck' },
  job_deleted: { state: 'deleted' },
};

/** A paid request: checked, priced and charged, then answered as created (or finished, in sync mode). */
export async function submit(context: RoomContext, visit: KeyedVisit, model: string): Promise<Response> {
  const row = (await catalogue()).get(model);
  if (row === undefined) return refuse(404, 'Product Not Found');
  const checked = checkRequest(row, await readJson(visit.request));
  if ('problem' in checked) return refuse(400, checked.problem);
  const { inputs } = checked;

  const fault = context.faults.take('submit', { method: 'POST', path: visit.url.pathname, model });
  const refused = fault && answerOfFault(fault);
  if (refused !== undefined) return refused;

  const job = await takeJob(context, { row, inputs, fault });
  if (job === undefined) return insufficientBalance();
  announce(context, visit, job);

  switch (fault?.kind) {
    case 'error_after_billing':
      return refuse(500, 'Internal server error');
    case 'cut_after_billing':
      throw connectionCut();
    case 'silence':
      return silence(visit.request);
    case 'malformed':
      return new Response('{"code":200,"message":"success","data":{"id":"', {
        headers: { 'content-type': 'application/json' },
      });
    case 'sync_timeout':
      return answer(await syncTimeout(context, visit, job));
    default:
  }
  if (inputs['enable_sync_mode'] === true) {
    const rest = endOf(job) - context.clock.now();
    if (rest === Infinity) return silence(visit.request);
    if (rest > 0) await context.clock.sleep(rest, { signal: visit.request.signal });
    return answer(await show(context, job, visit.origin));
  }
  return answer({ ...(await show(context, job, visit.origin)), ...fresh });
}

/** A job is always answered as created, however fast it is. */
const fresh = {
  status: 'created',
  outputs: [],
  has_nsfw_contents: [],
  error: '',
  executionTime: 0,
  timings: { inference: 0 },
  code: undefined,
};

interface Submission {
  readonly row: CatalogueRow;
  readonly inputs: Inputs;
  readonly fault: Fault | undefined;
}

async function takeJob(context: RoomContext, { row, inputs, fault }: Submission): Promise<Job | undefined> {
  const { clock, account, delayMs, jobs } = context;
  const micros = await listPrice(row, inputs);
  if (micros > account.balanceMicros()) return undefined;
  const pictures = await takePictures(row, inputs, {
    files: context.files,
    fetch: context.fetch,
    ownOutput: ownOutput(context),
  });
  const draft = {
    model: row.model_id,
    createdAt: clock.now(),
    queueMs: delayMs.queue,
    workMs: Math.round((delayMs.image * randomInt(750, 1250)) / 1000),
    ending: (fault && endings[fault.kind]) ?? natural(pictures !== undefined),
    recipe: atMostPixels(context.mostPixels, makeRecipe(row, inputs, pictures ?? { images: [] })),
    base64: inputs['enable_base64_output'] === true,
  };
  const shown = shortened(inputs) as Inputs;
  const job = jobs.add(draft, shown);
  const refundAt = draft.ending.state === 'failed' && !draft.ending.keepsMoney ? endOf(draft) : undefined;
  if (account.charge({ id: job.id, model: job.model, micros, inputs: shown, refundAt })) return job;
  jobs.remove(job.id);
  return undefined;
}

function natural(readable: boolean): Ending {
  if (!readable) return { state: 'failed', code: 1402, message: 'Failed to download image from the provided URL.' };
  return { state: 'completed' };
}

function ownOutput(context: RoomContext) {
  return async (address: URL) => {
    const place = outputOfPath(address.pathname);
    const job = place && context.jobs.find(place.id);
    return place && job && outputFile(context, job, place.index);
  };
}

async function syncTimeout(context: RoomContext, visit: KeyedVisit, job: Job) {
  const shown = await show(context, job, visit.origin);
  return {
    ...shown,
    ...fresh,
    status: 'processing',
    code: 5004,
    error: `Sync mode timed out. Query the result later at: ${shown.urls.get}`,
  };
}
