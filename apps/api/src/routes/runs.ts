import { check, StudioError } from '@image-studio/core';
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { requireKey, studioOf } from '../auth.ts';
import { originOf } from '../origin.ts';
import { pageOf, pageQuery } from '../page-query.ts';
import { notFound } from '../problem.ts';
import { runBody } from '../run-body.ts';
import { runStream } from '../run-stream.ts';
import type { AppEnv, Services } from '../services.ts';
import { waitForRun } from '../wait-for-run.ts';

/** The query of `GET /v1/runs`. */
export const runsQuery = z.strictObject({
  ...pageQuery,
  operation: z.string().max(40).optional(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed', 'canceled', 'in_doubt']).optional(),
  user: z.string().min(1).max(200).optional(),
});

/** `GET /v1/runs`, `GET /v1/runs/{id}`, `GET /v1/runs/{id}/events`, `POST /v1/runs/{id}/cancel`, `DELETE /v1/runs/{id}`. */
export function runRoutes(services: Services): Hono<AppEnv> {
  const key = requireKey(services);
  return new Hono<AppEnv>()
    .get('/v1/runs', key, (context) => list(services, context))
    .get('/v1/runs/:id', key, (context) => read(services, context, context.req.param('id')))
    .get('/v1/runs/:id/events', key, (context) => follow(services, context, context.req.param('id')))
    .post('/v1/runs/:id/cancel', key, (context) => cancel(services, context, context.req.param('id')))
    .delete('/v1/runs/:id', key, (context) => forget(services, context, context.req.param('id')));
}

async function list(services: Services, context: Context<AppEnv>): Promise<Response> {
  const { limit, cursor, ...filter } = check(runsQuery, context.req.query(), []);
  const found = await services.archive.listRuns(context.get('caller'), { ...filter, limit: limit + 1, before: cursor });
  const page = pageOf(
    found.map((one) => ({ id: one.run.id, one })),
    limit,
  );
  const origin = originOf(context);
  const data = await Promise.all(page.data.map(({ one }) => runBody(services, one, origin, { usage: false })));
  return context.json({ ...page, data });
}

async function read(services: Services, context: Context<AppEnv>, id: string): Promise<Response> {
  const found = await services.journal.getRun(context.get('caller'), id);
  if (!found) throw notFound('run');
  return context.json(await runBody(services, found, originOf(context)));
}

/** 204 tells an `EventSource` that has seen the end not to come again. */
async function follow(services: Services, context: Context<AppEnv>, id: string): Promise<Response> {
  const caller = context.get('caller');
  const studio = studioOf(services, caller);
  const after = context.req.header('last-event-id');
  const found = await services.journal.getRun(caller, id);
  if (!found) throw notFound('run');
  const origin = originOf(context);
  const signal = AbortSignal.any([context.req.raw.signal, services.stopping]);
  const events = studio.runs.events(caller.account, id, { signal, after });
  if (after !== undefined && after === (await runBody(services, found, origin, { usage: false })).state)
    return context.body(null, 204);
  const dataOf = (event: { readonly found: typeof found }) => runBody(services, event.found, origin);
  return context.body(runStream({ events, dataOf, clock: services.clock }), 200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
}

async function cancel(services: Services, context: Context<AppEnv>, id: string): Promise<Response> {
  const { account, test } = context.get('caller');
  const studio = studioOf(services, context.get('caller'));
  await studio.runs.cancel(account, id);
  // Another node may drive it.
  await services.signals.send({ kind: 'cancel', account, test, runId: id });
  return context.json(await runBody(services, await waitForRun(services, studio, context, id), originOf(context)));
}

async function forget({ archive, clock, tidy }: Services, context: Context<AppEnv>, id: string): Promise<Response> {
  const done = await archive.forgetRun(context.get('caller'), id, clock.now());
  if (done === undefined) throw notFound('run');
  if (done === 'open')
    throw new StudioError(
      'conflict',
      'The run has not ended, or one that has not uses its files: cancel it, or wait for its end',
    );
  tidy();
  return context.body(null, 204);
}
