import { newId } from '@image-studio/core';
import { Hono } from 'hono';
import { notFound, problemOf } from './problem.ts';
import { adminRoutes } from './routes/admin.ts';
import { assetRoutes } from './routes/assets.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { healthRoutes } from './routes/health.ts';
import { operationRoutes } from './routes/operations.ts';
import { pageRoutes } from './routes/page.ts';
import { runRoutes } from './routes/runs.ts';
import { usageRoutes } from './routes/usage.ts';
import type { AppEnv, Services } from './services.ts';

/** The HTTP API over these services, and the built Studio page of a folder. */
export function createApp(services: Services, publicUrl?: string, page?: string): Hono<AppEnv> {
  const { clock, logger } = services;
  const app = new Hono<AppEnv>();
  app.use(async (context, next) => {
    const requestId = newId('req', clock.now());
    const began = clock.monotonic();
    context.set('requestId', requestId);
    if (publicUrl) context.set('publicUrl', publicUrl);
    await next();
    context.header('x-request-id', requestId);
    const { method, path } = context.req;
    logger.info(
      { requestId, method, path, status: context.res.status, ms: Math.round(clock.monotonic() - began) },
      'request',
    );
  });
  const rooms = [healthRoutes, operationRoutes, runRoutes, assetRoutes, catalogueRoutes, usageRoutes, adminRoutes];
  for (const room of rooms) app.route('/', room(services));
  if (page !== undefined) app.route('/', pageRoutes(page));
  app.notFound((context) => problemOf(notFound('route'), context.get('requestId')));
  app.onError((error, context) => {
    const problem = problemOf(error, context.get('requestId'));
    if (problem.status >= 500)
      logger.error({ requestId: context.get('requestId'), error: describe(error) }, 'request failed');
    return problem;
  });
  return app;
}

/** Name, message and place of a fault of ours: no request data. */
function describe(error: Error): { name: string; message: string; stack: string | undefined } {
  const source = error.cause instanceof Error ? error.cause : error;
  return { name: source.name, message: source.message, stack: source.stack };
}
