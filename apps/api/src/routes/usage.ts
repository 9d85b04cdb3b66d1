import { Hono } from 'hono';
import { requireKey } from '../auth.ts';
import type { AppEnv, Services } from '../services.ts';

/** `GET /v1/usage`: the meters of the account in the current period. */
export function usageRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/v1/usage', requireKey(services), async (context) => {
    const { account, test } = context.get('caller');
    const meters = await services.ledger.usage({ account, test }, services.clock.now());
    return context.json({
      object: 'usage',
      test,
      meters: meters.map(({ startsAt, endsAt, ...meter }) => ({
        ...meter,
        startsAt: isoOf(startsAt),
        endsAt: isoOf(endsAt),
      })),
    });
  });
}

const isoOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());
