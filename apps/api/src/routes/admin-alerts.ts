import { Hono } from 'hono';
import { requireAdmin } from '../auth.ts';
import { catalogueAlerts } from '../catalogue-alert.ts';
import { isoOf } from '../request-fields.ts';
import type { AppEnv, Services } from '../services.ts';

/** `GET /v1/admin/alerts`: what the operator has to look at. Calls in doubt have a list of their own. */
export function adminAlertRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/v1/admin/alerts', requireAdmin(services), async (context) => {
    const data = (await catalogueAlerts(services.settings)).map(({ vendor, drift, since, at }) => ({
      object: 'alert',
      kind: 'catalogue_drift',
      vendor,
      ...drift,
      since: isoOf(since),
      at: isoOf(at),
    }));
    return context.json({ object: 'list', data, nextCursor: null });
  });
}
