import type { AssetRecord, Scope } from '@image-studio/core';
import { type Context, Hono } from 'hono';
import { requireKey } from '../auth.ts';
import { notFound } from '../problem.ts';
import type { AppEnv, Services } from '../services.ts';

/** `GET /v1/assets/{id}/content`, with a key or by a signed link; ranges and ETag. */
export function assetRoutes(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/v1/assets/:id/content', async (context, next) => {
    const id = context.req.param('id');
    if (context.req.query('signature') === undefined) return next();
    const scope = services.links.verify(id, context.req.query(), services.clock.now());
    if (!scope) throw notFound('file, or the link has expired');
    return content(services, context, scope, id);
  });
  app.get('/v1/assets/:id/content', requireKey(services), (context) => {
    const { account, test } = context.get('caller');
    return content(services, context, { account, test }, context.req.param('id'));
  });
  return app;
}

async function content(
  { journal, assets }: Services,
  context: Context<AppEnv>,
  scope: Scope,
  id: string,
): Promise<Response> {
  const record = await journal.getAsset(scope, id);
  if (!record) throw notFound('file');
  const headers = headersOf(record);
  if (context.req.header('if-none-match') === headers.etag) return context.body(null, 304, headers);
  const range = rangeOf(context.req.header('range'), record.size);
  if (range === 'unsatisfiable') return context.body(null, 416, { 'content-range': `bytes */${record.size}` });
  if (!range)
    return context.body(await assets.read(record.key), 200, { ...headers, 'content-length': String(record.size) });
  const { start, end } = range;
  const partial = {
    ...headers,
    'content-length': String(end - start),
    'content-range': `bytes ${start}-${end - 1}/${record.size}`,
  };
  return context.body(await assets.read(record.key, range), 206, partial);
}

function headersOf({ mediaType, sha256 }: AssetRecord) {
  return {
    'content-type': mediaType,
    etag: `"${sha256}"`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  };
}

/** The one range of a `Range` header, end exclusive; several ranges are answered whole. */
function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
  return start < end ? { start, end } : 'unsatisfiable';
}
