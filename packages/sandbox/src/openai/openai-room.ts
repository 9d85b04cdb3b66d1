import type { SandboxContext, VendorRoom, Visit } from '../sandbox-context.ts';
import { errorAnswer, refusalOf, requestId } from './error-answer.ts';
import { makePictures } from './make-pictures.ts';
import { openaiModels } from './openai-models.ts';
import { readEdit, readGeneration } from './read-request.ts';
import { noModel } from './request-check.ts';

const prefix = '/openai/';

/** OpenAI's image endpoints under `/openai/`, with or without the version (`/openai/v1/`). */
export function openaiRoom(context: SandboxContext): VendorRoom {
  return {
    serves: (path) => path.startsWith(prefix),
    async answer(visit) {
      const key = /^Bearer (\S+)$/.exec(visit.request.headers.get('authorization') ?? '')?.[1];
      if (key === undefined || context.apiKeys?.includes(key) === false) {
        return errorAnswer({ status: 401, message: 'Incorrect API key provided: sk-***.', code: 'invalid_api_key' });
      }
      return route(context, visit);
    },
  };
}

async function route(context: SandboxContext, visit: Visit): Promise<Response> {
  const path = visit.url.pathname.slice(prefix.length).replace(/^v1\//, '');
  const { method } = visit.request;
  if (method === 'POST' && path === 'images/generations') return makePictures(context, visit, readGeneration);
  if (method === 'POST' && path === 'images/edits') return makePictures(context, visit, readEdit);
  const fault = context.faults.take('request', { method, path: visit.url.pathname });
  const refused = fault && refusalOf(fault);
  if (refused !== undefined) return refused;
  const headers = { 'x-request-id': requestId() };
  if (method === 'GET' && path === 'models') {
    return Response.json({ object: 'list', data: Object.keys(openaiModels).map(shown) }, { headers });
  }
  const id = method === 'GET' ? /^models\/([^/]+)$/.exec(path)?.[1] : undefined;
  if (id !== undefined) {
    return Object.hasOwn(openaiModels, id) ? Response.json(shown(id), { headers }) : errorAnswer(noModel(id));
  }
  return errorAnswer({ status: 404, message: `Invalid URL (${method} ${path})` });
}

const shown = (id: string) => ({ id, object: 'model', created: 1_776_729_600, owned_by: 'system' });
