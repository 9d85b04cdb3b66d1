import { toStudioError } from '@image-studio/core';
import type { Context } from 'hono';
import type { AppEnv, Services } from './services.ts';
import { sourceStack } from './source-stack.ts';

/**
 * The answer to a request that threw. A fault of ours is logged; who hung up hears nothing any more (499): that is no fault of ours, and in none
 * of the figures of faults.
 */
export function failedRequest(
  { logger }: Services,
  context: Context<AppEnv>,
  error: Error,
  answer: () => Response,
): Response {
  if (isHungUp(error)) return new Response(null, { status: 499 });
  context.set('refusal', toStudioError(error).code);
  const response = answer();
  if (response.status >= 500)
    logger.error({ requestId: context.get('requestId'), error: describe(error) }, 'request failed');
  return response;
}

/** The client's connection ended before its request was read. */
function isHungUp(error: unknown): boolean {
  for (let part = error; part instanceof Error; part = part.cause)
    if (part.message === 'aborted' && 'code' in part && part.code === 'ECONNRESET') return true;
  return false;
}

/** Name, message and place of a fault of ours: no request data. */
function describe(error: Error): { name: string; message: string; stack: string | undefined } {
  const source = error.cause instanceof Error ? error.cause : error;
  return { name: source.name, message: source.message, stack: source.stack && sourceStack(source.stack) };
}
