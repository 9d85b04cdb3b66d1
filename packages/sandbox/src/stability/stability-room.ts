import type { SandboxContext, VendorRoom, Visit } from '../sandbox-context.ts';
import { answerOfFault, lockedOut, notFound, refuseAtGate } from './answers.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { readResult } from './results.ts';
import { submit } from './submit.ts';

const start = '/stability/';

/** Stability's REST API under `/stability/`: version 2 of the models and results, version 1 of the balance. */
export function stabilityRoom(context: SandboxContext): VendorRoom {
  const limit = createRateLimit();
  return {
    serves: (path) => path.startsWith(start),
    answer: (visit) => answer(context, limit, visit),
  };
}

async function answer(context: SandboxContext, limit: RateLimit, visit: Visit): Promise<Response> {
  const { request, url } = visit;
  const apiKey = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (apiKey === undefined) return refuseAtGate(401, 'unauthorized', 'missing authorization header');
  if (context.apiKeys?.includes(apiKey) === false)
    return refuseAtGate(401, 'unauthorized', 'Incorrect API key provided');
  if (!limit(apiKey, context.clock.now())) return lockedOut();
  const path = url.pathname.slice(start.length);
  if (request.method === 'POST' && path.startsWith('v2beta/'))
    return submit(context, visit, path.slice('v2beta/'.length), apiKey);
  const fault = context.faults.take('request', { method: request.method, path: url.pathname });
  const struck = fault && answerOfFault(fault);
  if (struck !== undefined) return struck;
  if (request.method !== 'GET') return notFound('path');
  if (path === 'v1/user/balance') return Response.json({ credits: context.account.balanceMicros() / 10_000 });
  const id = /^v2beta\/results\/([0-9a-f]{64})$/.exec(path)?.[1];
  return id === undefined ? notFound('path') : readResult(context, visit, id, apiKey);
}
