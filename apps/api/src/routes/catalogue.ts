import { check } from '@image-studio/core';
import { getModels, listModels } from '@image-studio/registry';
import { Hono } from 'hono';
import * as z from 'zod';
import { requireKey } from '../auth.ts';
import type { AppEnv, Services } from '../services.ts';

const filter = z.strictObject({
  operation: z.string().optional(),
  vendor: z.string().optional(),
  kind: z.string().optional(),
  tier: z.enum(['free', 'budget', 'mid', 'premium']).optional(),
  capability: z.string().optional(),
  maxPrice: z.coerce.number().int().min(0).optional(),
});

/** `GET /v1/models` and `GET /v1/models/{id}`, slashes plain or encoded. */
export function catalogueRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/v1/models', requireKey(services), (context) => {
    const wanted = check(filter, context.req.query(), []);
    const set = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    return context.json({
      object: 'list',
      data: listModels(set).map((row) => ({ object: 'model', ...row })),
      nextCursor: null,
    });
  });
  app.get('/v1/models/:id{.+}', requireKey(services), (context) => {
    const rows = getModels(context.req.param('id'));
    return context.json({ object: 'list', data: rows.map((row) => ({ object: 'model', ...row })), nextCursor: null });
  });
  return app;
}
