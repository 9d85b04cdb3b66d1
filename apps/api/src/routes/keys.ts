import { StudioError } from '@image-studio/core';
import type { ApiKey } from '@image-studio/store';
import { Hono } from 'hono';
import * as z from 'zod';
import { requireKey } from '../auth.ts';
import { notFound } from '../problem.ts';
import { isoOf, moment, readBody } from '../request-fields.ts';
import type { AppEnv, Services } from '../services.ts';

/** What may be said of a new key. `budget` is in micro-dollars for each UTC calendar month. */
export const newKeyFields = {
  name: z.string().min(1).max(100).optional(),
  scopes: z
    .array(z.enum(['run', 'read', 'admin']))
    .min(1)
    .optional(),
  expiresAt: moment.optional(),
  budget: z.int().min(0).optional(),
};
/** The body of `POST /v1/keys`. */
export const newKey = z.strictObject({ ...newKeyFields, test: z.boolean().optional() });

/** `/v1/keys`: an account makes, lists and revokes the keys of its own mode; a key gives away no scope that it lacks. */
export function keyRoutes(services: Services): Hono<AppEnv> {
  const { keys, clock } = services;
  const app = new Hono<AppEnv>();
  const admin = requireKey(services, 'admin');
  app.get('/v1/keys', admin, async (context) => {
    const { account, test } = context.get('caller');
    const own = (await keys.list(account)).filter((key) => key.test === test);
    return context.json({ object: 'list', data: own.map(keyBody), nextCursor: null });
  });
  app.post('/v1/keys', admin, async (context) => {
    const { account, test, scopes: held } = context.get('caller');
    const { name = 'key', scopes = ['run', 'read'], budget, ...wish } = await readBody(context, newKey);
    const lacking = scopes.find((scope) => !held.includes(scope));
    if (lacking !== undefined) throw new StudioError('forbidden', `This API key lacks the scope "${lacking}" itself`);
    if ((wish.test ?? test) !== test)
      throw new StudioError('forbidden', 'A test key makes test keys, a live key live ones');
    const fields = { account, test, name, scopes, createdAt: clock.now(), expiresAt: wish.expiresAt ?? null };
    const { key, secret } = await keys.create(budget === undefined ? fields : { ...fields, budgetMicros: budget });
    return context.json({ ...keyBody(key), key: secret }, 201);
  });
  app.delete('/v1/keys/:id', admin, async (context) => {
    const { account, test } = context.get('caller');
    const id = context.req.param('id');
    const own = (await keys.list(account)).find((key) => key.id === id && key.test === test);
    if (own === undefined || !(await keys.revoke(account, id, clock.now()))) throw notFound('key');
    return context.json({ object: 'key', id, revoked: true });
  });
  return app;
}

/** A key as it is answered: without the key. */
export function keyBody({ createdAt, expiresAt, revokedAt, ...key }: ApiKey) {
  return {
    object: 'key',
    ...key,
    createdAt: isoOf(createdAt),
    expiresAt: isoOf(expiresAt),
    revokedAt: isoOf(revokedAt),
  };
}
