import { StudioError } from '@image-studio/core';
import type { KeyScope } from '@image-studio/store';
import type { Studio } from '@image-studio/studio';
import { createMiddleware } from 'hono/factory';
import type { AppEnv, Caller, Services } from './services.ts';

/** Lets in who shows a valid API key of this scope, and remembers who it is. By default reading needs `read`, all else `run`. */
export function requireKey({ findCaller }: Services, scope?: KeyScope) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const caller = await findCaller(bearerOf(context.req.header('authorization')));
    if (!caller) throw new StudioError('unauthorized', 'This API key is unknown, revoked or expired');
    const needed = scope ?? (/^(GET|HEAD)$/.test(context.req.method) ? 'read' : 'run');
    if (!caller.scopes.includes(needed))
      throw new StudioError('forbidden', `This API key lacks the scope "${needed}": use a key that has it`);
    context.set('caller', caller);
    await next();
  });
}

/** Lets in the operator only. */
export function requireAdmin({ isAdmin }: Services) {
  return createMiddleware<AppEnv>(async (context, next) => {
    if (!(await isAdmin(bearerOf(context.req.header('authorization')))))
      throw new StudioError('forbidden', 'This needs the operator’s admin key');
    await next();
  });
}

/** Lets in who may read the figures of the installation: the operator, or whoever has the key for metrics. */
export function requireMetricsKey({ isAdmin, isMetricsKey }: Services) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const key = bearerOf(context.req.header('authorization'));
    if (!isMetricsKey(key) && !(await isAdmin(key)))
      throw new StudioError('forbidden', 'This needs the admin key, or the one of IMAGE_STUDIO_METRICS_KEY');
    await next();
  });
}

/** The studio of the caller's mode. */
export function studioOf({ studios }: Services, { test }: Caller): Studio {
  const studio = test ? studios.test : studios.live;
  if (studio) return studio;
  throw new StudioError(
    'vendor_unavailable',
    'Live mode is off here: the operator has set no vendor key. Use a test key',
  );
}

function bearerOf(header: string | undefined): string {
  const [, key] = /^Bearer\s+(\S+)$/i.exec(header ?? '') ?? [];
  if (key) return key;
  throw new StudioError('unauthorized', 'Send the API key as "Authorization: Bearer is_..."');
}
