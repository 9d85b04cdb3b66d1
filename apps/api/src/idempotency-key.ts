import { StudioError } from '@image-studio/core';
import type { Context } from 'hono';
import type { AppEnv } from './services.ts';

const longest = 255;

/** The key under which a request is done once; undefined when it has none. Throws `invalid_request` for one that is too long. */
export function idempotencyKeyOf(context: Context<AppEnv>): string | undefined {
  const key = context.req.header('idempotency-key');
  if (key !== undefined && key.length > longest)
    throw new StudioError('invalid_request', `An idempotency key has at most ${longest} characters`);
  return key;
}
