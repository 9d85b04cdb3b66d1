import type { SandboxContext, VendorRoom, Visit } from '../sandbox-context.ts';
import { currentPrice, legacyPrice, listModels } from './catalogue-routes.ts';
import { answer, refuse } from './envelope.ts';
import { answerOfFault } from './fault-answers.ts';
import { filesPath, outputsPath } from './file-address.ts';
import { deletePredictions, listPredictions, readPrediction, searchBillings } from './history-routes.ts';
import { createJobStore } from './job-store.ts';
import { visitOutput } from './output-routes.ts';
import type { KeyedVisit, RoomContext } from './room-context.ts';
import { submit } from './submit.ts';
import { createUpload, uploadBinary, visitFile } from './uploads.ts';
import { webhookSecret } from './webhook.ts';

const apiPath = '/api/v3/';

type Route = (context: RoomContext, visit: KeyedVisit) => Promise<Response> | Response;

const routes: Readonly<Record<string, Route>> = {
  'POST media/uploads': createUpload,
  'POST media/upload/binary': uploadBinary,
  'POST model/price': (_context, visit) => currentPrice(visit),
  'POST model/pricing': (_context, visit) => legacyPrice(visit),
  'GET models': () => listModels(),
  'GET balance': ({ account }) => answer({ balance: account.balanceMicros() / 1e6 }),
  'GET webhook/secret': (_context, { apiKey }) => answer({ secret: webhookSecret(apiKey) }),
  'POST predictions': listPredictions,
  'POST predictions/delete': deletePredictions,
  'POST billings/search': searchBillings,
};

/** WaveSpeed's API v3 under `/api/v3/`, its upload store and its delivery network under `/wavespeed/`. */
export function wavespeedRoom(shared: SandboxContext): VendorRoom {
  const { stateless, clock } = shared;
  const context: RoomContext = { ...shared, jobs: createJobStore({ stateless, now: () => clock.now() }) };
  return {
    serves: (path) => [apiPath, filesPath, outputsPath].some((start) => path.startsWith(start)),
    async answer(visit) {
      const { pathname } = visit.url;
      if (pathname.startsWith(filesPath)) return struck(context, visit) ?? visitFile(context, visit);
      if (pathname.startsWith(outputsPath)) return struck(context, visit) ?? visitOutput(context, visit);
      return answerApi(context, visit);
    },
  };
}

async function answerApi(context: RoomContext, visit: Visit): Promise<Response> {
  const apiKey = /^Bearer (\S+)$/.exec(visit.request.headers.get('authorization') ?? '')?.[1];
  if (apiKey === undefined || context.apiKeys?.includes(apiKey) === false) return refuse(401, 'Invalid API key');
  const { method } = visit.request;
  const path = visit.url.pathname.slice(apiPath.length);
  const keyed = { ...visit, apiKey };
  const route = Object.hasOwn(routes, `${method} ${path}`) ? routes[`${method} ${path}`] : undefined;
  const prediction = method === 'GET' ? /^predictions\/([^/]+)(?:\/result)?$/.exec(path)?.[1] : undefined;
  if (route === undefined && prediction === undefined) {
    return method === 'POST' ? submit(context, keyed, path) : refuse(404, 'Not Found');
  }
  const fault = struck(context, visit);
  if (fault !== undefined) return fault;
  return route === undefined ? readPrediction(context, keyed, prediction ?? '') : route(context, keyed);
}

function struck(context: RoomContext, { request, url }: Visit): Response | undefined {
  const fault = context.faults.take('request', { method: request.method, path: url.pathname });
  return fault && answerOfFault(fault);
}
