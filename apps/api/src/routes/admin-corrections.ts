import { Hono } from 'hono';
import * as z from 'zod';
import { requireAdmin } from '../auth.ts';
import { isoOf, moment, readBody, readQuery } from '../request-fields.ts';
import { money } from '../run-body.ts';
import type { AppEnv, Services } from '../services.ts';
import { eventBody } from './usage.ts';

const correction = {
  test: z.boolean().default(true),
  reference: z.string().min(1).max(200),
  reason: z.string().min(1).max(500),
};
/** The body of `POST /v1/admin/accounts/{id}/refunds`. */
export const refundFields = z.strictObject({
  ...correction,
  callId: z.string().min(1).max(100),
  micros: z.int().min(1),
});
/** The body of `POST /v1/admin/accounts/{id}/adjustments`. */
export const adjustmentFields = z.strictObject({ ...correction, micros: z.int() });

const day = 24 * 60 * 60 * 1000;
/** The query of `GET /v1/admin/billing`; times are ISO 8601, `until` exclusive. */
export const billingQuery = z.strictObject({
  test: z.enum(['true', 'false']).default('false'),
  from: moment.optional(),
  until: moment.optional(),
});

/**
 * The operator gives money back (`.../refunds`, part of what one call was charged) or charges and credits an account
 * (`.../adjustments`, negative = credit). Each is a new usage event; the same `reference` moves money once.
 * `GET /v1/admin/billing` compares what the vendor took with what was booked, by default in the last day.
 */
export function adminCorrectionRoutes(services: Services): Hono<AppEnv> {
  const { books, clock } = services;
  const app = new Hono<AppEnv>();
  const admin = requireAdmin(services);
  app.post('/v1/admin/accounts/:id/refunds', admin, async (context) => {
    const { test, callId, ...wish } = await readBody(context, refundFields);
    const scope = { account: context.req.param('id'), test };
    return context.json(eventBody(await books.refund(scope, callId, { ...wish, at: clock.now() })), 201);
  });
  app.post('/v1/admin/accounts/:id/adjustments', admin, async (context) => {
    const { test, ...wish } = await readBody(context, adjustmentFields);
    const scope = { account: context.req.param('id'), test };
    return context.json(eventBody(await books.adjust(scope, { ...wish, at: clock.now() })), 201);
  });
  app.get('/v1/admin/billing', admin, async (context) => {
    const { test, until = clock.now() + 1, from = until - day } = readQuery(context, billingQuery);
    const { differences, bookedMicros, billedMicros, ...counts } = await services.reconcile({
      test: test === 'true',
      from,
      until,
    });
    return context.json({
      object: 'reconciliation',
      vendor: 'wavespeed',
      test: test === 'true',
      from: isoOf(from),
      until: isoOf(until),
      ...counts,
      booked: money(bookedMicros),
      billed: money(billedMicros),
      differences: differences.map(({ bookedMicros: booked, billedMicros: billed, ...difference }) => ({
        ...difference,
        booked: money(booked),
        billed: money(billed),
      })),
    });
  });
  return app;
}
