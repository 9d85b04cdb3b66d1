import { connectionCut, silence } from '../connection-cut.ts';
import type { Visit } from '../sandbox-context.ts';
import { readObject } from '../wavespeed/envelope.ts';
import { mediaTypes, outputFile } from '../wavespeed/output-file.ts';
import { spoiled } from '../wavespeed/output-routes.ts';
import type { Inputs } from '../wavespeed/request-check.ts';
import type { RoomContext } from '../wavespeed/room-context.ts';
import { answerOfFault, outOfCredits, refuse } from './answers.ts';
import type { HuggingfaceRow } from './catalogue.ts';
import { checkInputs, takeJob } from './take-job.ts';

/** Micro-dollars for a second of computing. */
const rate = 120;

/** hf-inference: works while one waits and answers with the picture; what it took is in `x-compute-time`, in seconds. */
export async function visitInference(context: RoomContext, visit: Visit, row: HuggingfaceRow): Promise<Response> {
  const { request, url } = visit;
  const { inputs: words, parameters } = await readObject(request);
  const body = { ...(typeof parameters === 'object' ? parameters : {}), inputs: words } as Inputs;
  const checked = checkInputs(row, body);
  if ('fault' in checked) return refuse(400, `${checked.fault.field}: ${checked.fault.type}`);
  const { inputs } = checked;

  const subject = { method: 'POST', path: url.pathname, model: row.model };
  const fault = context.faults.take('submit', subject);
  const refused = fault && answerOfFault(fault);
  if (refused !== undefined) return refused;
  if (fault?.kind === 'moderation') return refuse(400, 'The prompt was flagged by the safety check.');
  if (fault?.kind === 'job_failed') return refuse(422, 'The pipeline cannot make this picture.');

  const ending = { state: 'completed' } as const;
  const seconds = 2 + (JSON.stringify(inputs).length % 800) / 100;
  const job = await takeJob(context, { row, inputs, ending, micros: Math.round(seconds * rate) });
  if (job === undefined) return outOfCredits();
  if (fault?.kind === 'cut_after_billing') throw connectionCut();
  if (fault?.kind === 'error_after_billing' || fault?.kind === 'job_failed_billed')
    return refuse(500, 'Internal Server Error');
  if (fault?.kind === 'silence' || fault?.kind === 'job_stuck' || fault?.kind === 'job_deleted')
    return silence(request);
  if (fault?.kind === 'malformed') return new Response('[', { headers: { 'content-type': 'application/json' } });

  await context.clock.sleep(job.queueMs + job.workMs, { signal: request.signal });
  const bytes = await outputFile(context, job, 0);
  const broken = context.faults.take('output', subject);
  const headers = { 'content-type': mediaTypes.png, 'content-length': String(bytes.byteLength) };
  const answer =
    broken === undefined ? new Response(bytes as BodyInit, { headers }) : spoiled(broken, bytes, mediaTypes.png);
  answer.headers.set('x-compute-time', seconds.toFixed(2));
  return answer;
}
