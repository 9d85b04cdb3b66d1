import { StudioError } from '@image-studio/core';
import { specs } from '@image-studio/registry';
import type { OperationId, Studio } from '@image-studio/studio';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { requireKey, studioOf } from '../auth.ts';
import { originOf } from '../origin.ts';
import { type OperationBody, readJsonBody, readParts } from '../operation-body.ts';
import { readMultipart } from '../read-multipart.ts';
import { money, runBody } from '../run-body.ts';
import type { AppEnv, Services } from '../services.ts';

const maxJsonBytes = 30_000_000;
const longestWaitSeconds = 300;
const longestIdempotencyKey = 255;

/** `POST /v1/{operation}` and its quote, for every operation of the registry. */
export function operationRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const key = requireKey(services);
  for (const id of Object.keys(specs) as OperationId[]) {
    app.post(`/v1/${id}`, key, jsonLimit, (context) => start(services, id, context));
    app.post(`/v1/${id}/quote`, key, jsonLimit, (context) => quote(services, id, context));
  }
  return app;
}

const jsonLimit = bodyLimit({
  maxSize: maxJsonBytes,
  onError: () => {
    throw new StudioError(
      'input_too_large',
      `A JSON body has at most ${maxJsonBytes} bytes; send files as multipart or upload them first`,
    );
  },
});

async function start(services: Services, id: OperationId, context: Context<AppEnv>): Promise<Response> {
  const caller = context.get('caller');
  const studio = studioOf(services, caller);
  const idempotencyKey = idempotencyKeyOf(context);
  const { request, context: extra } = await readBody(studio, id, context);
  const started = await studio.start(id, request, {
    ...extra,
    account: caller.account,
    key: caller.keyId,
    ...(idempotencyKey ? { idempotencyKey } : {}),
  });
  const found = await waited(studio, caller.account, started.id, waitSecondsOf(context), context.req.raw.signal);
  const body = await runBody(services, found, originOf(context));
  const status = body.finishedAt === null ? 202 : started.attached ? 200 : 201;
  return context.json(body, status, { location: `/v1/runs/${started.id}` });
}

async function quote(services: Services, id: OperationId, context: Context<AppEnv>): Promise<Response> {
  const caller = context.get('caller');
  const studio = studioOf(services, caller);
  const { request, context: extra } = await readBody(studio, id, context);
  const quoted = await studio.quote(id, request, { ...extra, account: caller.account });
  const { model, reason, price, warnings, quoteId, expiresAt } = quoted;
  return context.json({
    object: 'quote',
    operation: id,
    model,
    reason,
    price: money(price.micros),
    basis: price.basis,
    lines: price.lines,
    warnings,
    quoteId,
    expiresAt: new Date(expiresAt).toISOString(),
  });
}

async function readBody(studio: Studio, id: OperationId, context: Context<AppEnv>): Promise<OperationBody> {
  const type = context.req.header('content-type') ?? '';
  if (/^multipart\/form-data/i.test(type)) {
    const { account } = context.get('caller');
    return readParts(specs[id]!, await readMultipart(context.req.raw, (file) => studio.addAsset(file, { account })));
  }
  if (!/^application\/json/i.test(type))
    throw new StudioError('invalid_request', 'Send application/json or multipart/form-data');
  const text = await context.req.text();
  try {
    return readJsonBody(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new StudioError('invalid_request', 'The body is not valid JSON', { cause: error });
    throw error;
  }
}

/** Waits as long as the client prefers; the run goes on whatever happens to the waiting. */
async function waited(studio: Studio, account: string, id: string, seconds: number, disconnected: AbortSignal) {
  if (seconds > 0) {
    const signal = AbortSignal.any([AbortSignal.timeout(seconds * 1000), disconnected]);
    await studio.runs.wait(account, id, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
  const found = await studio.runs.get(account, id);
  if (!found) throw new StudioError('internal', 'The run was accepted and cannot be read');
  return found;
}

function idempotencyKeyOf(context: Context<AppEnv>): string | undefined {
  const key = context.req.header('idempotency-key');
  if (key !== undefined && key.length > longestIdempotencyKey)
    throw new StudioError('invalid_request', `An idempotency key has at most ${longestIdempotencyKey} characters`);
  return key;
}

function waitSecondsOf(context: Context<AppEnv>): number {
  const [, seconds = '0'] = /(?:^|,)\s*wait=(\d{1,4})/i.exec(context.req.header('prefer') ?? '') ?? [];
  return Math.min(longestWaitSeconds, Number(seconds));
}
