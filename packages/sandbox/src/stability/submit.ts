import { randomBytes, randomInt } from 'node:crypto';
import type { Json } from '@image-studio/core';
import { connectionCut, silence } from '../connection-cut.ts';
import type { Fault } from '../faults.ts';
import type { SandboxContext, Visit } from '../sandbox-context.ts';
import { answerOfFault, brokenGateway, notFound, outOfCredits } from './answers.ts';
import { checkForm } from './check-form.ts';
import { deliver, type Work } from './deliver.ts';
import type { Endpoint } from './endpoint.ts';
import { makeRecipe } from './make-recipe.ts';
import { type Form, readForm } from './read-form.ts';
import { keepWork, ownerOf } from './results.ts';
import { endpoints } from './stability.models.ts';

const microsPerCredit = 10_000;

/** A paid request: checked, charged, then answered with the file, or with an id where the work goes on. */
export async function submit(context: SandboxContext, visit: Visit, path: string, apiKey: string): Promise<Response> {
  const endpoint = Object.hasOwn(endpoints, path) ? endpoints[path] : undefined;
  if (endpoint === undefined) return notFound('path');
  const form = await readForm(visit.request);
  if (form instanceof Response) return form;
  const sizes = await checkForm(endpoint, form);
  if (sizes instanceof Response) return sizes;

  const fault = context.faults.take('submit', { method: 'POST', path: visit.url.pathname, model: path });
  const refused = fault && answerOfFault(fault);
  if (refused !== undefined) return refused;

  const seed = Number(form.texts['seed'] ?? 0) || randomInt(1, 4_294_967_295);
  const recipe = await makeRecipe(context.files, { path, endpoint, form, sizes }, seed);
  const charge = {
    id: randomBytes(16).toString('hex'),
    model: path,
    micros: price(endpoint, form),
    inputs: inputsOf(form),
  };
  if (!context.account.charge(charge)) return outOfCredits();

  switch (fault?.kind) {
    case 'error_after_billing':
      return brokenGateway(500);
    case 'sync_timeout':
      return brokenGateway(504);
    case 'cut_after_billing':
      throw connectionCut();
    case 'silence':
      return silence(visit.request);
    case 'malformed':
      return new Response('{"id":"', { headers: { 'content-type': 'application/json' } });
    default:
  }
  const work = { path, recipe, seed, filtered: fault?.kind === 'job_failed_billed' };
  return endpoint.asynchronous ? startWork(context, work, { fault, apiKey }) : doWork(context, visit, work, fault);
}

async function startWork(
  { files, clock, delayMs }: SandboxContext,
  work: Work,
  { fault, apiKey }: { readonly fault: Fault | undefined; readonly apiKey: string },
): Promise<Response> {
  const createdAt = clock.now();
  const id = await keepWork(files, {
    ...work,
    owner: ownerOf(apiKey),
    createdAt,
    doneAt: fault?.kind === 'job_stuck' ? null : createdAt + delayMs.queue + delayMs.image,
    lost: fault?.kind === 'job_deleted',
  });
  return Response.json({ id });
}

async function doWork(context: SandboxContext, visit: Visit, work: Work, fault: Fault | undefined): Promise<Response> {
  if (fault?.kind === 'job_stuck') return silence(visit.request);
  const { queue, image } = context.delayMs;
  if (queue + image > 0) await context.clock.sleep(queue + image, { signal: visit.request.signal });
  return deliver(context, visit, work);
}

function price({ credits }: Endpoint, { texts }: Form): number {
  const number = typeof credits === 'number' ? credits : (credits[texts['model'] ?? 'sd3.5-large'] ?? 0);
  return number * microsPerCredit;
}

function inputsOf({ texts, files }: Form): Record<string, Json> {
  const sizes = Object.entries(files).map(([name, bytes]) => [name, `${bytes.byteLength} bytes`]);
  return { ...texts, ...Object.fromEntries(sizes) };
}
