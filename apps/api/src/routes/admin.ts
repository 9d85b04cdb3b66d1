import { Hono } from 'hono';
import * as z from 'zod';
import { requireAdmin } from '../auth.ts';
import { notFound } from '../problem.ts';
import { limitField, readBody, readQuery } from '../request-fields.ts';
import type { AppEnv, Services } from '../services.ts';
import { keyBody, newKeyFields } from './keys.ts';

const account = z.string().min(1).max(100);
/** The body of `POST /v1/admin/keys`. */
export const operatorsKey = z.strictObject({ account, test: z.boolean().default(true), ...newKeyFields });
const limits = z.record(z.string().min(1).max(50), limitField).default({});
/** The body of `PUT /v1/admin/plans/{id}`. */
export const planFields = z.strictObject({
  name: z.string().min(1).max(100),
  rank: z.int(),
  markupBasisPoints: z.int().min(0).max(1_000_000),
  requiresConsent: z.boolean().default(false),
  limits,
  perUser: limits,
});

/** The query of the operator's list of keys, and of revoking one: whose. */
export const keyOwner = z.strictObject({ account });

/**
 * The operator's keys and plans. `POST /v1/admin/keys` makes a test or live key for an account (which is made when there is none) and
 * shows it once; `GET` lists, `DELETE` revokes. `GET /v1/admin/plans` lists, `PUT /v1/admin/plans/{id}` makes or replaces.
 */
export function adminRoutes(services: Services): Hono<AppEnv> {
  const { keys, accounts, clock } = services;
  const app = new Hono<AppEnv>();
  const admin = requireAdmin(services);
  app.post('/v1/admin/keys', admin, async (context) => {
    const { account: id, test, budget, ...wish } = await readBody(context, operatorsKey);
    const made = await services.createKey(id, test, budget === undefined ? wish : { ...wish, budgetMicros: budget });
    return context.json({ object: 'key', id: made.id, account: id, test, key: made.key }, 201);
  });
  app.get('/v1/admin/keys', admin, async (context) => {
    const { account: id } = readQuery(context, keyOwner);
    return context.json({ object: 'list', data: (await keys.list(id)).map(keyBody), nextCursor: null });
  });
  app.delete('/v1/admin/keys/:id', admin, async (context) => {
    const { account: owner } = readQuery(context, keyOwner);
    const id = context.req.param('id');
    if (!(await keys.revoke(owner, id, clock.now()))) throw notFound('key');
    return context.json({ object: 'key', id, revoked: true });
  });
  app.get('/v1/admin/plans', admin, async (context) =>
    context.json({ object: 'list', data: (await accounts.plans()).map(planBody), nextCursor: null }),
  );
  app.put('/v1/admin/plans/:id{[a-z0-9-]+}', admin, async (context) => {
    const saved = { id: context.req.param('id'), ...(await readBody(context, planFields)) };
    await accounts.savePlan(saved);
    return context.json(planBody(saved));
  });
  return app;
}

const planBody = (row: object) => ({ object: 'plan', ...row });
