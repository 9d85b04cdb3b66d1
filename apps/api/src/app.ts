import { newId } from '@image-studio/core';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import type { Config } from './config.ts';
import { failedRequest } from './failed-request.ts';
import { notFound, problemOf } from './problem.ts';
import { adminAccountRoutes } from './routes/admin-accounts.ts';
import { adminAlertRoutes } from './routes/admin-alerts.ts';
import { adminCorrectionRoutes } from './routes/admin-corrections.ts';
import { adminRoutes } from './routes/admin.ts';
import { alertRoutes } from './routes/alerts.ts';
import { assetRoutes } from './routes/assets.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { documentationRoutes } from './routes/documentation.ts';
import { healthRoutes } from './routes/health.ts';
import { keyRoutes } from './routes/keys.ts';
import { limitRoutes } from './routes/limits.ts';
import { imageRoutes } from './routes/images.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { operationRoutes } from './routes/operations.ts';
import { reconciliationRoutes } from './routes/reconciliation.ts';
import { pageRoutes } from './routes/page.ts';
import { runRoutes } from './routes/runs.ts';
import { usageRoutes } from './routes/usage.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { crossOrigin, securityHeaders } from './security.ts';
import type { AppEnv, Services } from './services.ts';

/** What an app has beside its services. `page` is the folder of the built Studio page. */
export interface AppOptions {
  readonly publicUrl?: string | undefined;
  readonly role?: Config['role'];
  readonly page?: string | undefined;
}

/** The HTTP API over these services, and the Studio page. A worker answers for its health and figures only. */
export function createApp(services: Services, { publicUrl, role = 'all', page }: AppOptions = {}): Hono<AppEnv> {
  const { clock, logger, metrics, tracing } = services;
  const app = new Hono<AppEnv>();
  app.use(securityHeaders(publicUrl));
  if (services.corsOrigins.length > 0) app.use(crossOrigin(services.corsOrigins));
  app.use(async (context, next) => {
    const requestId = newId('req', clock.now());
    const began = clock.monotonic();
    const span = tracing.request({ method: context.req.method, traceparent: context.req.header('traceparent') });
    context.set('requestId', requestId);
    if (span) context.set('traceparent', span.traceparent);
    if (publicUrl) context.set('publicUrl', publicUrl);
    await next();
    context.header('x-request-id', requestId);
    const seconds = (clock.monotonic() - began) / 1000;
    const { method } = context.req;
    // The address of a callback is a secret.
    const path = context.req.path.replace(/^(\/webhooks\/[^/]*\/).*/, '$1…');
    const route = routePath(context, -1);
    const { status } = context.res;
    const runId = context.get('runId');
    metrics.request({ method, route, status, seconds });
    span?.end({ route, status, runId, code: context.get('refusal') });
    logger.info(
      {
        requestId,
        traceId: span?.traceId,
        runId,
        method,
        path,
        status,
        ms: Math.round(seconds * 1000),
      },
      'request',
    );
  });
  const rooms = role === 'worker' ? workerRooms : allRooms;
  for (const room of rooms) app.route('/', room(services));
  if (page !== undefined && role !== 'worker') app.route('/', pageRoutes(page));
  app.notFound((context) => problemOf(notFound('route'), context.get('requestId')));
  app.onError((error, context) =>
    failedRequest(services, context, error, () => problemOf(error, context.get('requestId'))),
  );
  return app;
}

const workerRooms = [healthRoutes, metricsRoutes, documentationRoutes];
const allRooms = [
  ...workerRooms,
  imageRoutes,
  operationRoutes,
  runRoutes,
  assetRoutes,
  catalogueRoutes,
  usageRoutes,
  keyRoutes,
  limitRoutes,
  alertRoutes,
  adminRoutes,
  adminAlertRoutes,
  adminAccountRoutes,
  adminCorrectionRoutes,
  callbackRoutes,
  reconciliationRoutes,
  webhookRoutes,
];
