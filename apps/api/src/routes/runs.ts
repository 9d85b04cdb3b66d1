import { Hono } from 'hono';
import { requireKey } from '../auth.ts';
import { originOf } from '../origin.ts';
import { notFound } from '../problem.ts';
import { runBody } from '../run-body.ts';
import type { AppEnv, Services } from '../services.ts';

/** `GET /v1/runs/{id}`. */
export function runRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/v1/runs/:id', requireKey(services), async (context) => {
    const { account, test } = context.get('caller');
    const found = await services.journal.getRun({ account, test }, context.req.param('id'));
    if (!found) throw notFound('run');
    return context.json(await runBody(services, found, originOf(context)));
  });
}
