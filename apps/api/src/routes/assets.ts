import { type AssetRecord, type Incoming, invalidRequest, type Scope, StudioError } from '@image-studio/core';
import { type Context, Hono } from 'hono';
import { assetBody } from '../asset-body.ts';
import { contentOf, servedAs } from '../asset-content.ts';
import { requireKey, studioOf } from '../auth.ts';
import { originOf } from '../origin.ts';
import { notFound } from '../problem.ts';
import { readMultipart } from '../read-multipart.ts';
import type { AppEnv, Services } from '../services.ts';
import { trackUploads } from '../uploads.ts';

/** How long a client may take to follow us to the storage. */
const directSeconds = 300;

/** `POST /v1/assets`, `GET` and `DELETE /v1/assets/{id}`, and `GET /v1/assets/{id}/content` with a key or by a signed link. */
export function assetRoutes(services: Services): Hono<AppEnv> {
  const key = requireKey(services);
  const app = new Hono<AppEnv>();
  app.get('/v1/assets/:id/content', async (context, next) => {
    const id = context.req.param('id');
    if (context.req.query('signature') === undefined) return next();
    const scope = services.links.verify(id, context.req.query(), services.clock.now());
    if (!scope) throw notFound('file, or the link has expired');
    return content(services, context, scope, id);
  });
  app.get('/v1/assets/:id/content', key, (context) =>
    content(services, context, context.get('caller'), context.req.param('id')),
  );
  app.post('/v1/assets', key, (context) => upload(services, context));
  app.get('/v1/assets/:id', key, async (context) => {
    const record = await services.journal.getAsset(context.get('caller'), context.req.param('id'));
    if (!record) throw notFound('file');
    return context.json(assetBody(services, record, originOf(context)));
  });
  app.delete('/v1/assets/:id', key, (context) => remove(services, context, context.req.param('id')));
  return app;
}

async function content(services: Services, context: Context<AppEnv>, scope: Scope, id: string): Promise<Response> {
  const record = await services.journal.getAsset(scope, id);
  if (!record) throw notFound('file');
  const { assets, directLinks } = services;
  if (!directLinks || !assets.sign) return contentOf(assets, record, context.req.raw);
  const place = await assets.sign(record.key, directSeconds, servedAs(record));
  return new Response(null, { status: 302, headers: { location: place.href, 'cache-control': 'no-store' } });
}

/** The file as the body, or as the one file of a multipart body. It streams to storage as it comes. */
async function upload(services: Services, context: Context<AppEnv>): Promise<Response> {
  const caller = context.get('caller');
  const studio = studioOf(services, caller);
  const uploads = trackUploads(services, studio, caller);
  try {
    const id = await readUpload(context.req.raw, uploads.store);
    const record = await services.journal.getAsset(caller, id);
    if (!record) throw new StudioError('internal', 'The file was stored and cannot be read');
    const headers = { location: `/v1/assets/${id}` };
    return context.json(assetBody(services, record, originOf(context)), 201, headers);
  } catch (error) {
    await uploads.discardUnused();
    throw error;
  }
}

async function readUpload(request: Request, store: (file: Incoming) => Promise<AssetRecord>): Promise<string> {
  const type = request.headers.get('content-type') ?? '';
  if (/^multipart\/form-data/i.test(type)) {
    const parts = await readMultipart(request, store);
    const [first, ...rest] = parts.map(({ value }) => value);
    if (typeof first === 'object' && rest.length === 0) return first.asset;
    throw invalidRequest([{ path: [], message: 'Send one part, the file' }]);
  }
  if (/^(application\/json|application\/x-www-form-urlencoded)/i.test(type) || !request.body)
    throw new StudioError('invalid_request', 'Send the file itself as the body, or as a part of multipart/form-data');
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  const stream = request.body as ReadableStream<Uint8Array>;
  return (await store({ stream, ...(Number.isSafeInteger(length) ? { size: length } : {}) })).id;
}

async function remove(services: Services, context: Context<AppEnv>, id: string): Promise<Response> {
  const caller = context.get('caller');
  const { archive, journal, clock } = services;
  const removed = await archive.removeAssets(caller, [id], { at: clock.now() });
  if (removed.length === 0) {
    if (!(await journal.getAsset(caller, id))) throw notFound('file');
    throw new StudioError('conflict', 'A run that has not ended uses this file');
  }
  services.tidy();
  return context.body(null, 204);
}
