import { StudioError } from '@image-studio/core';
import { createMiddleware } from 'hono/factory';
import { bodyLimit } from 'hono/body-limit';

const maxJsonBytes = 30_000_000;

const limit = bodyLimit({
  maxSize: maxJsonBytes,
  onError: () => {
    throw new StudioError(
      'input_too_large',
      `A JSON body has at most ${maxJsonBytes} bytes; send files as multipart or upload them first`,
    );
  },
});

/** Bounds bodies that are read whole. Multipart streams to storage, each file within its own limit. */
export const wholeBodyLimit = createMiddleware(async (context, next) => {
  if (/^multipart\/form-data/i.test(context.req.header('content-type') ?? '')) return next();
  return limit(context, next);
});
