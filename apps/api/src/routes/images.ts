import { fromErrorBody, stateOf, StudioError } from '@image-studio/core';
import { specs } from '@image-studio/registry';
import type { Studio } from '@image-studio/studio';
import { type Context, Hono } from 'hono';
import { requireKey, studioOf } from '../auth.ts';
import { wholeBodyLimit } from '../body-limits.ts';
import { failedRequest } from '../failed-request.ts';
import { idempotencyKeyOf } from '../idempotency-key.ts';
import { errorEnvelope, errorResponse } from '../openai/error-envelope.ts';
import { type AnswerFile, completedText, imagesText } from '../openai/image-answer.ts';
import { generationFields, type ImageFields, readFields } from '../openai/image-fields.ts';
import { readEditJson, readEditParts } from '../openai/image-files.ts';
import { type ImageRequest, toImageRequest } from '../openai/image-request.ts';
import { originOf } from '../origin.ts';
import { notFound } from '../problem.ts';
import { parseJson } from '../read-json.ts';
import { readMultipart } from '../read-multipart.ts';
import { errorOfRun, textStream, withKeepAlive } from '../openai/stream-text.ts';
import type { AppEnv, Caller, Services } from '../services.ts';
import { trackUploads, type Uploads } from '../uploads.ts';

/** Clients give up on an answer without a head after 300 s. */
const longestWaitMs = 290_000;

type Operation = 'generate' | 'edit';
interface Wanted extends ImageRequest {
  readonly fields: ImageFields;
}

/** `POST /v1/images/generations` and `POST /v1/images/edits`: OpenAI's wire, for its official clients. */
export function imageRoutes(services: Services): Hono<AppEnv> {
  const key = requireKey(services);
  const app = new Hono<AppEnv>();
  app.onError((error, context) =>
    failedRequest(services, context, error, () =>
      errorResponse(error, { begun: false, headers: { 'x-request-id': context.get('requestId') } }),
    ),
  );
  app.post('/v1/images/generations', key, wholeBodyLimit, (context) =>
    answer(services, 'generate', context, readGeneration),
  );
  app.post('/v1/images/edits', key, wholeBodyLimit, (context) => answer(services, 'edit', context, readEdit));
  app.post('/v1/images/variations', key, () => {
    throw new StudioError('not_found', 'Variations are not offered: use /v1/images/edits');
  });
  return app;
}

type Read = (services: Services, uploads: Uploads, context: Context<AppEnv>) => Promise<Wanted>;

async function readGeneration(_services: Services, _uploads: Uploads, context: Context<AppEnv>): Promise<Wanted> {
  const fields = readFields(generationFields, parseJson(await context.req.text()));
  return { fields, ...toImageRequest(specs['generate']!, fields) };
}

async function readEdit(services: Services, uploads: Uploads, context: Context<AppEnv>): Promise<Wanted> {
  const { journal, assets, download } = services;
  const open = async (id: string) => {
    const record = await journal.getAsset(context.get('caller'), id);
    if (!record) throw notFound('file');
    return assets.read(record.key);
  };
  const parts = { uploads, open, download };
  const multipart = /^multipart\/form-data/i.test(context.req.header('content-type') ?? '');
  const { fields, images, mask } = multipart
    ? await readEditParts(parts, await readMultipart(context.req.raw, uploads.store))
    : await readEditJson(parts, parseJson(await context.req.text()));
  return { fields, ...toImageRequest(specs['edit']!, fields, { images, mask }) };
}

async function answer(
  services: Services,
  operation: Operation,
  context: Context<AppEnv>,
  read: Read,
): Promise<Response> {
  const caller = context.get('caller');
  const studio = studioOf(services, caller);
  const idempotencyKey = idempotencyKeyOf(context);
  const uploads = trackUploads(services, studio, caller);
  try {
    const { request, ignored, fields } = await read(services, uploads, context);
    const user = fields.user ?? fields.safety_identifier;
    const { id } = await studio.start(operation, request, {
      account: caller.account,
      key: caller.keyId,
      signal: context.req.raw.signal,
      traceparent: context.get('traceparent'),
      ...(user ? { user } : {}),
      ...(idempotencyKey ? { idempotencyKey } : {}),
    });
    context.set('runId', id);
    const headers = {
      'x-request-id': context.get('requestId'),
      'x-run-id': id,
      ...(ignored.length > 0 ? { 'x-ignored-parameters': ignored.join(', ') } : {}),
    };
    const done = finished(services, studio, caller, id, context.req.raw.signal);
    // It may fail before anyone reads.
    done.catch(() => {});
    if (fields.stream) return streamed(services, operation, done, headers);
    return await whole(services, done, { headers, asUrl: fields.response_format === 'url', origin: originOf(context) });
  } finally {
    await uploads.discardUnused();
  }
}

/** The run's files. Throws what it failed with. */
async function finished(services: Services, studio: Studio, caller: Caller, id: string, disconnected: AbortSignal) {
  const signal = AbortSignal.any([disconnected, services.stopping, AbortSignal.timeout(longestWaitMs)]);
  const { run, calls, files } = await studio.runs.wait(caller.account, id, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    throw new StudioError('timed_out', `The run ${id} goes on: read it at /v1/runs/${id}`, { billed: 'unknown' });
  });
  if (stateOf(calls) !== 'succeeded') throw fromErrorBody(errorOfRun(run.id, calls));
  const charge = calls.reduce((sum, { chargeMicros }) => sum + (chargeMicros ?? 0), 0);
  return { records: files, charge };
}

type Done = ReturnType<typeof finished>;

async function whole(
  { assets, links, clock }: Services,
  done: Done,
  {
    headers,
    asUrl,
    origin,
  }: { readonly headers: Record<string, string>; readonly asUrl: boolean; readonly origin: string },
): Promise<Response> {
  const result = await done.catch((error: unknown) => errorResponse(error, { begun: true, headers }));
  if (result instanceof Response) return result;
  const { records, charge } = result;
  const now = clock.now();
  const files = records.map((record): AnswerFile => {
    const scope = { account: record.account!, test: record.test };
    return asUrl ? { url: `${origin}${links.sign(record.id, scope, now)}` } : { record };
  });
  const body = textStream(imagesText(assets, files, Math.floor(now / 1000)));
  const costs = { 'x-cost-usd': (charge / 1e6).toString() };
  return new Response(body, { headers: { ...headers, ...costs, 'content-type': 'application/json' } });
}

/** The head goes out at once; comments keep the connection alive until the pictures are there. */
function streamed(
  { assets, clock }: Services,
  operation: Operation,
  done: Done,
  headers: Record<string, string>,
): Response {
  const type = operation === 'generate' ? 'image_generation.completed' : 'image_edit.completed';
  async function* events() {
    try {
      const { records } = await done;
      for (const record of records) yield* completedText(assets, type, record, Math.floor(clock.now() / 1000));
    } catch (error) {
      yield `event: error\ndata: ${JSON.stringify({ type: 'error', ...errorEnvelope(error).body })}\n\n`;
    }
  }
  const body = textStream(withKeepAlive(events(), clock));
  const kind = {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  };
  return new Response(body, { headers: { ...headers, ...kind, 'x-should-retry': 'false' } });
}
