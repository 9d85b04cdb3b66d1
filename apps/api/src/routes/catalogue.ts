import { check, invalidRequest } from '@image-studio/core';
import type { ModelRow } from '@image-studio/registry';
import { Hono } from 'hono';
import * as z from 'zod';
import { requireKey, studioOf } from '../auth.ts';
import type { AppEnv, Services } from '../services.ts';

/** The query of `GET /v1/models`. */
export const modelsQuery = z.strictObject({
  operation: z.string().optional(),
  vendor: z.string().optional(),
  kind: z.string().optional(),
  tier: z.enum(['free', 'budget', 'mid', 'premium']).optional(),
  capability: z.string().optional(),
  /** Inputs that it must take: `mask`, or several after commas. */
  accepts: z
    .string()
    .transform((text) => text.split(','))
    .optional(),
  /** Micro-dollars. */
  maxPrice: z.coerce.number().int().min(0).optional(),
  runnable: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  /** The last row of the page before, as its answer names it in `nextCursor`. */
  after: z.string().optional(),
});

/** The query of `GET /v1/models/{id}`. */
export const modelQuery = z.strictObject({ operation: z.string().optional() });

/**
 * `GET /v1/models` and `GET /v1/models/{id}`, slashes plain or encoded: the models of the vendors that the caller's key reaches, in the
 * shape of OpenAI's list with more in it. One row for each (operation, id).
 */
export function catalogueRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/v1/models', requireKey(services), (context) => {
    const { limit, after, ...wanted } = check(modelsQuery, context.req.query(), []);
    const { models } = studioOf(services, context.get('caller'));
    const rows = models.list(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));
    const from = after === undefined ? 0 : placeAfter(rows, after);
    const page = limit === undefined ? rows.slice(from) : rows.slice(from, from + limit);
    const last = page.at(-1);
    const more = last !== undefined && last !== rows.at(-1);
    return context.json({ object: 'list', data: page.map(asModel), nextCursor: more ? cursorOf(last) : null });
  });
  app.get('/v1/models/:id{.+}', requireKey(services), (context) => {
    const { operation } = check(modelQuery, context.req.query(), []);
    const { models } = studioOf(services, context.get('caller'));
    const id = context.req.param('id');
    const rows = operation === undefined ? models.find(id) : [models.get(operation, id)];
    const [first] = rows;
    return context.json({ ...asModel(first!), data: rows.map(asModel) });
  });
  return app;
}

const cursorOf = ({ operation, id }: ModelRow): string => `${operation} ${id}`;

function placeAfter(rows: readonly ModelRow[], after: string): number {
  const place = rows.findIndex((row) => cursorOf(row) === after);
  if (place >= 0) return place + 1;
  throw invalidRequest([
    { path: ['after'], message: 'No such row in this list; give the nextCursor of the page before' },
  ]);
}

/** A row with the fields that OpenAI's clients know. */
function asModel<Row extends ModelRow>(row: Row) {
  return { ...row, object: 'model', created: Date.parse(row.asOf) / 1000, owned_by: row.vendor };
}
