import type { MeterReading, UsageEvent } from '@image-studio/core';
import { Hono } from 'hono';
import * as z from 'zod';
import { requireKey } from '../auth.ts';
import { csvOf } from '../csv.ts';
import { isoOf, listBody, moment, pageFields, readQuery } from '../request-fields.ts';
import { money } from '../run-body.ts';
import type { AppEnv, Services } from '../services.ts';

const day = 24 * 60 * 60 * 1000;
/** The query of `GET /v1/usage/events`. */
export const eventsQuery = z.strictObject({ ...pageFields, format: z.enum(['json', 'csv']).optional() });
/** The query of `GET /v1/usage/report`; times are ISO 8601, `until` exclusive. */
export const reportQuery = z.strictObject({
  by: z.enum(['day', 'operation', 'model', 'vendor', 'key', 'user']).default('day'),
  from: moment.optional(),
  until: moment.optional(),
});

/**
 * `GET /v1/usage`: the meters of the account in the current period; `GET /v1/usage/events`: every ended call and correction, as JSON
 * page by page or as CSV in one stream; `GET /v1/usage/report`: sums over a stretch of time, by default of the last 30 days.
 */
export function usageRoutes(services: Services): Hono<AppEnv> {
  const { ledger, books, clock } = services;
  const app = new Hono<AppEnv>();
  const key = requireKey(services, 'read');
  app.get('/v1/usage', key, async (context) => {
    const { account, test } = context.get('caller');
    const meters = await ledger.usage({ account, test }, clock.now());
    return context.json({ object: 'usage', test, meters: meters.map(meterBody) });
  });
  app.get('/v1/usage/events', key, async (context) => {
    const { account, test } = context.get('caller');
    const { limit, cursor, format } = readQuery(context, eventsQuery);
    const csv = format === 'csv' || (format === undefined && /text\/csv/.test(context.req.header('accept') ?? ''));
    if (csv) {
      const pages = (before?: string) =>
        ledger.events({ account, test }, { limit: 1000, ...(before === undefined ? {} : { before }) });
      return new Response(csvOf(pages), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="usage.csv"',
        },
      });
    }
    const events = await ledger.events(
      { account, test },
      { limit, ...(cursor === undefined ? {} : { before: cursor }) },
    );
    return context.json(listBody(events, limit, ({ id }) => id, events.map(eventBody)));
  });
  app.get('/v1/usage/report', key, async (context) => {
    const { account, test } = context.get('caller');
    const { by, until = clock.now() + 1, from = until - 30 * day } = readQuery(context, reportQuery);
    const rows = await books.report({ account, test }, { by, from, until });
    return context.json({
      object: 'report',
      by,
      test,
      from: isoOf(from),
      until: isoOf(until),
      data: rows.map(({ costMicros, chargeMicros, ...row }) => ({
        ...row,
        cost: money(costMicros),
        charge: money(chargeMicros),
      })),
    });
  });
  return app;
}

/** A meter as it is answered: in the period before, held, now, its limit, and in all periods. */
export function meterBody({ startsAt, endsAt, ...meter }: MeterReading) {
  const { used: current, max: limit } = meter;
  return { ...meter, current, limit, startsAt: isoOf(startsAt), endsAt: isoOf(endsAt) };
}

/** A usage event as it is answered. */
export function eventBody({ heldAt, submittedAt, at, quoteMicros, costMicros, chargeMicros, ...event }: UsageEvent) {
  const { account: _account, ...own } = event;
  return {
    object: 'usage_event',
    ...own,
    quote: money(quoteMicros),
    cost: money(costMicros),
    charge: money(chargeMicros),
    heldAt: isoOf(heldAt),
    submittedAt: isoOf(submittedAt),
    at: isoOf(at),
    timings: { total: at - heldAt, vendor: submittedAt === null ? null : at - submittedAt },
  };
}
