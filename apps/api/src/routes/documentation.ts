import { type Context, Hono } from 'hono';
import { openApiDocument } from '../openapi/document.ts';
import { referencePage } from '../openapi/reference-page.ts';
import { scalarPage, scalarPolicy, startScalar } from '../openapi/scalar-page.ts';
import { scalarScript } from '../openapi/scalar-script.ts';
import { notFound } from '../problem.ts';
import { originOf } from '../origin.ts';
import type { AppEnv } from '../services.ts';

const script = 'text/javascript; charset=utf-8';

/** `/openapi.json` and `/docs`: what the API offers, as Scalar shows it and as a page without script. */
export function documentationRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/openapi.json', (context) => context.json(openApiDocument(originOf(context))))
    .get('/docs', async (context) =>
      (await scalarScript())
        ? context.html(scalarPage, 200, { 'content-security-policy': scalarPolicy })
        : plainPage(context),
    )
    .get('/docs/plain', plainPage)
    .get('/docs/start.js', (context) => context.body(startScalar, 200, { 'content-type': script }))
    .get('/docs/scalar.js', (context) => sendScript(context));
}

function plainPage(context: Context<AppEnv>) {
  return context.html(referencePage(openApiDocument(originOf(context))), 200, {
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
}

async function sendScript(context: Context<AppEnv>): Promise<Response> {
  const found = await scalarScript();
  if (!found) throw notFound('script');
  const { etag, zipped } = found;
  const headers = { etag, 'cache-control': 'no-cache', 'content-type': script, vary: 'accept-encoding' };
  if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers);
  if (/\bgzip\b/.test(context.req.header('accept-encoding') ?? ''))
    return context.body(zipped, 200, { ...headers, 'content-encoding': 'gzip' });
  return new Response(new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip')), { headers });
}
