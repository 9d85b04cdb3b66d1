import { Hono } from 'hono';
import * as z from 'zod';
import { requireAdmin } from '../auth.ts';
import { readBody } from '../request-fields.ts';
import type { AppEnv, Services } from '../services.ts';
import { eventBody } from './usage.ts';

const correction = {
  test: z.boolean().default(true),
  reference: z.string().min(1).max(200),
  reason: z.string().min(1).max(500),
};
const refund = z.strictObject({ ...correction, callId: z.string().min(1).max(100), micros: z.int().min(1) });
const adjustment = z.strictObject({ ...correction, micros: z.int() });

/**
 * The operator gives money back (`.../refunds`, part of what one call was charged) or charges and credits an account
 * (`.../adjustments`, negative = credit). Each is a new usage event; the same `reference` moves money once.
 */
export function adminCorrectionRoutes(services: Services): Hono<AppEnv> {
  const { books, clock } = services;
  const app = new Hono<AppEnv>();
  const admin = requireAdmin(services);
  app.post('/v1/admin/accounts/:id/refunds', admin, async (context) => {
    const { test, callId, ...wish } = await readBody(context, refund);
    const scope = { account: context.req.param('id'), test };
    return context.json(eventBody(await books.refund(scope, callId, { ...wish, at: clock.now() })), 201);
  });
  app.post('/v1/admin/accounts/:id/adjustments', admin, async (context) => {
    const { test, ...wish } = await readBody(context, adjustment);
    const scope = { account: context.req.param('id'), test };
    return context.json(eventBody(await books.adjust(scope, { ...wish, at: clock.now() })), 201);
  });
  return app;
}
