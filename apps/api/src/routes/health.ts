import { Hono } from 'hono';
import type { AppEnv, Services } from '../services.ts';

/** `/health`: the process answers. `/ready`: it can do work, so its database answers too. */
export function healthRoutes({ ping, studios }: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.get('/ready', async (context) => {
    const reachable = await ping().then(
      () => true,
      () => false,
    );
    return context.json(
      { status: reachable ? 'ready' : 'not ready', database: reachable, live: studios.live !== undefined },
      reachable ? 200 : 503,
    );
  });
  return app;
}
