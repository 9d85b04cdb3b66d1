import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { StudioError } from '@image-studio/core';
import type { AppEnv, Services } from '../services.ts';

const maxBytes = 1_000_000;

/** `POST /webhooks/{vendor}/{token}`: a vendor says that a job has ended. */
export function callbackRoutes({ callback }: Services): Hono<AppEnv> {
  const limit = bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new StudioError('input_too_large', `A callback has at most ${maxBytes} bytes`);
    },
  });
  return new Hono<AppEnv>().post('/webhooks/:vendor/:token', limit, async (context) => {
    const { vendor, token } = context.req.param();
    const rawBody = new Uint8Array(await context.req.arrayBuffer());
    return context.json({ status: await callback(vendor, token, context.req.raw.headers, rawBody) });
  });
}
