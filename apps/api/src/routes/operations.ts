import { StudioError } from '@image-studio/core';
import { specs } from '@image-studio/registry';
import type { OperationId, Studio } from '@image-studio/studio';
import { type Context, Hono } from 'hono';
import { requireKey, studioOf } from '../auth.ts';
import { wholeBodyLimit } from '../body-limits.ts';
import { idempotencyKeyOf } from '../idempotency-key.ts';
import { originOf } from '../origin.ts';
import { type OperationBody, readJsonBody, readParts } from '../operation-body.ts';
import { parseJson } from '../read-json.ts';
import { readMultipart } from '../read-multipart.ts';
import { money, runBody } from '../run-body.ts';
import type { AppEnv, Services } from '../services.ts';
import { trackUploads, type Uploads } from '../uploads.ts';
import { waitForRun } from '../wait-for-run.ts';

/** `POST /v1/{operation}` and its quote, for every operation of the registry. */
export function operationRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const key = requireKey(services);
  for (const id of Object.keys(specs) as OperationId[]) {
    app.post(`/v1/${id}`, key, wholeBodyLimit, (context) => start(services, id, context));
    app.post(`/v1/${id}/quote`, key, wholeBodyLimit, (context) => quote(services, id, context));
  }
  return app;
}

async function start(services: Services, id: OperationId, context: Context<AppEnv>): Promise<Response> {
  const caller = context.get('caller');
  const studio = studioOf(services, caller);
  const idempotencyKey = idempotencyKeyOf(context);
  const started = await withBody(services, studio, id, context, async ({ request, context: extra }) =>
    studio.start(id, request, {
      ...extra,
      account: caller.account,
      key: caller.keyId,
      signal: context.req.raw.signal,
      traceparent: context.get('traceparent'),
      ...(idempotencyKey ? { idempotencyKey } : {}),
    }),
  );
  context.set('runId', started.id);
  const found = await waitForRun(services, studio, context, started.id);
  const body = await runBody(services, found, originOf(context));
  const status = body.finishedAt === null ? 202 : started.attached ? 200 : 201;
  return context.json(body, status, { location: `/v1/runs/${started.id}` });
}

async function quote(services: Services, id: OperationId, context: Context<AppEnv>): Promise<Response> {
  const caller = context.get('caller');
  const studio = studioOf(services, caller);
  const offer = await withBody(services, studio, id, context, ({ request, context: extra }) =>
    studio.quote(id, request, { ...extra, account: caller.account, key: caller.keyId, signal: context.req.raw.signal }),
  );
  const { model, reason, price, warnings, allowed, refusal, quoteId, expiresAt } = offer;
  return context.json({
    object: 'quote',
    operation: id,
    model,
    reason,
    price: money(price.micros),
    basis: price.basis,
    lines: price.lines,
    warnings,
    allowed,
    refusal,
    quoteId,
    expiresAt: new Date(expiresAt).toISOString(),
  });
}

/** Reads the body and works on it; its uploads that no run came to use are removed. */
async function withBody<Answer>(
  services: Services,
  studio: Studio,
  id: OperationId,
  context: Context<AppEnv>,
  work: (body: OperationBody) => Promise<Answer>,
): Promise<Answer> {
  const uploads = trackUploads(services, studio, context.get('caller'));
  try {
    return await work(await readBody(id, context, uploads));
  } finally {
    await uploads.discardUnused();
  }
}

async function readBody(id: OperationId, context: Context<AppEnv>, uploads: Uploads): Promise<OperationBody> {
  const type = context.req.header('content-type') ?? '';
  if (/^multipart\/form-data/i.test(type))
    return readParts(specs[id]!, await readMultipart(context.req.raw, uploads.store));
  if (!/^application\/json/i.test(type))
    throw new StudioError('invalid_request', 'Send application/json or multipart/form-data');
  return readJsonBody(parseJson(await context.req.text()));
}
