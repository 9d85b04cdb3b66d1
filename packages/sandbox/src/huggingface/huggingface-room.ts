import type { SandboxContext, VendorRoom, Visit } from '../sandbox-context.ts';
import { createJobStore } from '../wavespeed/job-store.ts';
import { visitOutput } from '../wavespeed/output-routes.ts';
import type { RoomContext } from '../wavespeed/room-context.ts';
import { answerOfFault, refuse } from './answers.ts';
import { huggingfaceRows } from './catalogue.ts';
import { filesPath, readFalJob, submitToFal } from './fal-queue.ts';
import { visitInference } from './inference.ts';

const start = '/huggingface/';
const modelsPath = `${start}api/models/`;
const inferencePath = `${start}hf-inference/models/`;
const falPath = `${start}fal-ai/`;

/** Hugging Face's router under `/huggingface/`, with the Hub's answer on who serves a model, and the files of its jobs. */
export function huggingfaceRoom(shared: SandboxContext): VendorRoom {
  const { stateless, clock } = shared;
  const context: RoomContext = { ...shared, jobs: createJobStore({ stateless, now: () => clock.now() }) };
  return {
    serves: (path) => path.startsWith(start),
    async answer(visit) {
      const { pathname } = visit.url;
      if (pathname.startsWith(filesPath))
        return struck(context, visit) ?? visitOutput(context, visit, fileOf(pathname));
      if (pathname.startsWith(modelsPath)) return mapping(pathname.slice(modelsPath.length));
      return answerRouter(context, visit);
    },
  };
}

async function answerRouter(context: RoomContext, visit: Visit): Promise<Response> {
  const { request, url } = visit;
  const { pathname } = url;
  const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined || context.apiKeys?.includes(token) === false)
    return refuse(401, 'Invalid username or password.');
  if (request.method === 'POST') {
    const inference = pathname.startsWith(inferencePath);
    const path = pathname.slice((inference ? inferencePath : falPath).length);
    const provider = inference ? 'hf-inference' : 'fal-ai';
    const row = huggingfaceRows.find((one) => one.provider === provider && one.providerId === path);
    if (row === undefined) return refuse(404, `Model not supported by provider ${provider}`);
    return inference ? visitInference(context, visit, row) : submitToFal(context, visit, row);
  }
  const job = /^[\w.-]+\/[\w.-]+\/requests\/([\w-]+)(\/status)?$/.exec(pathname.slice(falPath.length));
  if (request.method !== 'GET' || !pathname.startsWith(falPath) || job?.[1] === undefined)
    return refuse(404, 'Not Found');
  return struck(context, visit) ?? readFalJob(context, visit, job[1], job[2] === undefined ? 'result' : 'status');
}

/** Who serves a model, as the Hub says it. */
function mapping(model: string): Response {
  const rows = huggingfaceRows.filter((row) => row.model === model);
  if (rows.length === 0) return refuse(404, 'Repository not found');
  const served = rows.map(
    ({ provider, providerId, task }) => [provider, { status: 'live', providerId, task }] as const,
  );
  return Response.json({ id: model, inferenceProviderMapping: Object.fromEntries(served) });
}

function fileOf(path: string): { readonly id: string; readonly index: number } | undefined {
  const match = /^([A-Za-z0-9_-]+)\/(\d{1,3})\.[a-z0-9]+$/.exec(path.slice(filesPath.length));
  return match?.[1] === undefined ? undefined : { id: match[1], index: Number(match[2]) };
}

function struck(context: RoomContext, { request, url }: Visit): Response | undefined {
  const fault = context.faults.take('request', { method: request.method, path: url.pathname });
  return fault && answerOfFault(fault);
}
