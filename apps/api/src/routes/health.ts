import { Hono } from 'hono';
import type { AppEnv, Services } from '../services.ts';

/** A database that does not answer within this time is as good as away: a proxy wants to know soon. */
const patienceMs = 3_000;

/** `/health`: the process answers. `/ready`: it can do work, so its database answers too, and it is not shutting down. */
export function healthRoutes(services: Services): Hono<AppEnv> {
  const { studios, stopping } = services;
  const app = new Hono<AppEnv>();
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.get('/ready', async (context) => {
    const database = await answersInTime(services);
    const ready = database && !stopping.aborted;
    const live = studios.live !== undefined;
    return context.json({ status: ready ? 'ready' : 'not ready', database, live }, ready ? 200 : 503);
  });
  return app;
}

async function answersInTime({ ping, clock }: Services): Promise<boolean> {
  const answered = new AbortController();
  const late = clock.sleep(patienceMs, { signal: answered.signal, background: true }).then(() => false);
  const up = ping().then(
    () => true,
    () => false,
  );
  return Promise.race([up, late]).finally(() => {
    late.catch(() => {});
    answered.abort();
  });
}
