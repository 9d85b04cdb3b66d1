import type { Context } from 'hono';
import type { AppEnv } from './services.ts';

/** The address clients reach us at: as configured, else as this request came. */
export function originOf(context: Context<AppEnv>): string {
  return context.get('publicUrl') ?? new URL(context.req.url).origin;
}
