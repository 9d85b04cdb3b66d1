import { connectionCut, silence } from '../connection-cut.ts';
import type { Fault } from '../faults.ts';
import type { Visit } from '../sandbox-context.ts';
import { readObject } from '../wavespeed/envelope.ts';
import { type Ending, type Job, statusOf } from '../wavespeed/job.ts';
import { mediaTypes } from '../wavespeed/output-file.ts';
import type { Inputs } from '../wavespeed/request-check.ts';
import type { RoomContext } from '../wavespeed/room-context.ts';
import { answerOfFault, outOfCredits, refuse } from './answers.ts';
import type { HuggingfaceRow } from './catalogue.ts';
import { checkInputs, takeJob } from './take-job.ts';

/** Where the files of finished jobs are. */
export const filesPath = '/huggingface/files/';

const endings: Partial<Record<Fault['kind'], Ending>> = {
  moderation: { state: 'failed', code: 422, message: 'content_policy_violation', keepsMoney: true },
  job_failed: { state: 'failed', code: 500, message: 'internal_server_error' },
  job_failed_billed: { state: 'failed', code: 422, message: 'no_media_generated', keepsMoney: true },
  job_stuck: { state: 'stuck' },
  job_deleted: { state: 'deleted' },
};

const words: Readonly<Record<string, string>> = {
  content_policy_violation:
    'The content could not be processed because it contained material flagged by a content checker.',
  no_media_generated: 'No media was generated.',
  image_load_error: 'Failed to load the image.',
  internal_server_error: 'Internal server error',
};

/** A job for fal's queue: always taken, whatever its input, which the runner checks later. */
export async function submitToFal(context: RoomContext, visit: Visit, row: HuggingfaceRow): Promise<Response> {
  const { request, url } = visit;
  const checked = checkInputs(row, (await readObject(request)) as Inputs);
  const fault = context.faults.take('submit', { method: 'POST', path: url.pathname, model: row.model });
  const refused = fault && answerOfFault(fault);
  if (refused !== undefined) return refused;
  const wrong = 'fault' in checked ? checked.fault : undefined;
  const ending: Ending =
    wrong === undefined
      ? ((fault && endings[fault.kind]) ?? { state: 'completed' })
      : { state: 'failed', code: 422, message: `${wrong.type} ${wrong.field}` };
  const inputs = 'inputs' in checked ? checked.inputs : {};
  const job = await takeJob(context, { row, inputs, ending, ...(wrong === undefined ? {} : { micros: 0 }) });
  if (job === undefined) return outOfCredits();
  if (fault?.kind === 'error_after_billing') return refuse(500, 'Internal Server Error');
  if (fault?.kind === 'cut_after_billing') throw connectionCut();
  if (fault?.kind === 'silence') return silence(request);
  if (fault?.kind === 'malformed')
    return new Response('{"status":"IN_QUEUE","request_id":"', { headers: { 'content-type': 'application/json' } });
  // The sub-path of the endpoint is dropped, and the addresses are fal's own, not the router's.
  const [owner, app] = row.providerId.split('/');
  const response_url = `https://queue.fal.run/${owner}/${app}/requests/${job.id}`;
  return Response.json({
    status: 'IN_QUEUE',
    request_id: job.id,
    response_url,
    status_url: `${response_url}/status`,
    cancel_url: `${response_url}/cancel`,
    queue_position: 0,
  });
}

/** `GET` of a job: `/requests/{id}/status` says where it stands, `/requests/{id}` is its result or the error it ended with. */
export function readFalJob(context: RoomContext, visit: Visit, id: string, part: 'status' | 'result'): Response {
  const job = context.jobs.find(id);
  const status = job && statusOf(job, context.clock.now());
  if (job === undefined || status === 'deleted') return Response.json({ detail: 'Request not found' }, { status: 404 });
  const subject = { method: 'GET', path: visit.url.pathname, model: job.model };
  if (context.faults.take('status', subject) !== undefined) return refuse(503, 'Service Unavailable');
  const ended = status === 'completed' || status === 'failed';
  const failure = job.ending.state === 'failed' ? job.ending : undefined;
  if (part === 'status') {
    if (!ended) return queued(id, status === 'created' ? 'IN_QUEUE' : 'IN_PROGRESS', 202);
    return queued(id, 'COMPLETED', 200, failure?.code === 500 ? { error: words[failure.message] } : {});
  }
  if (!ended) return Response.json({ detail: 'Request is still in progress' }, { status: 400 });
  return failure === undefined ? result(visit, job) : failed(failure.code, failure.message);
}

function queued(id: string, status: string, code: number, more: object = {}): Response {
  return Response.json({ status, request_id: id, ...more }, { status: code });
}

function failed(code: number, message: string): Response {
  const [type = '', field] = message.split(' ');
  const msg = words[type] ?? 'field required';
  if (code === 500) return Response.json({ detail: msg }, { status: 500 });
  const loc = ['body', ...(field === undefined ? [] : [field])];
  return Response.json({ detail: [{ loc, msg, type }] }, { status: 422, headers: { 'x-fal-retryable': 'false' } });
}

function result({ origin }: Visit, { id, recipe }: Job): Response {
  const { format, count, width, height, effect, look } = recipe;
  const files = Array.from({ length: count }, (_, index) => ({
    url: `${origin}${filesPath}${id}/${index}.${format}`,
    content_type: mediaTypes[format],
    file_name: `${index}.${format}`,
    width,
    height,
  }));
  if (effect === 'cut-out') return Response.json({ image: files[0] });
  return Response.json({ images: files, seed: look, has_nsfw_concepts: files.map(() => false), timings: {} });
}
