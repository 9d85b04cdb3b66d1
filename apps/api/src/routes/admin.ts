import { check } from '@image-studio/core';
import { Hono } from 'hono';
import * as z from 'zod';
import { requireAdmin } from '../auth.ts';
import type { AppEnv, Services } from '../services.ts';

const newKey = z.strictObject({ account: z.string().min(1).max(100), test: z.boolean().default(true) });

/** `POST /v1/admin/keys`: the operator makes a test or live key for an account; it is shown once. */
export function adminRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/v1/admin/keys', requireAdmin(services), async (context) => {
    const { account, test } = check(newKey, await context.req.json().catch(() => undefined), []);
    const { id, key } = await services.createKey(account, test);
    return context.json({ object: 'key', id, account, test, key }, 201);
  });
}
