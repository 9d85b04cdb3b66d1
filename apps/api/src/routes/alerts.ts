import type { Alert } from '@image-studio/core/memory';
import { Hono } from 'hono';
import * as z from 'zod';
import { requireKey } from '../auth.ts';
import { isoOf, listBody, pageFields, readQuery } from '../request-fields.ts';
import type { AppEnv, Services } from '../services.ts';

/** The query of `GET /v1/alerts`. */
export const alertsQuery = z.strictObject(pageFields);

/** `GET /v1/alerts`: which limits came to 50, 80, 95 or 100 percent, newest first. */
export function alertRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/v1/alerts', requireKey(services, 'read'), async (context) => {
    const { account, test } = context.get('caller');
    const { limit, cursor } = readQuery(context, alertsQuery);
    const page = { limit, ...(cursor === undefined ? {} : { before: cursor }) };
    const alerts = await services.books.alerts({ account, test }, page);
    return context.json(listBody(alerts, limit, ({ id }) => id, alerts.map(alertBody)));
  });
}

/** An alert as it is answered, and as webhooks are told of it. */
export function alertBody({ account: _, startsAt, endsAt, at, ...alert }: Alert) {
  return { object: 'alert', ...alert, startsAt: isoOf(startsAt), endsAt: isoOf(endsAt), at: isoOf(at) };
}
