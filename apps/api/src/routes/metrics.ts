import { Hono } from 'hono';
import { requireMetricsKey } from '../auth.ts';
import type { AppEnv, Services } from '../services.ts';

/** `GET /metrics` for Prometheus, with the admin key or the one for metrics. */
export function metricsRoutes(services: Services): Hono<AppEnv> {
  const { metrics } = services;
  return new Hono<AppEnv>().get('/metrics', requireMetricsKey(services), async (context) =>
    context.text(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
}
