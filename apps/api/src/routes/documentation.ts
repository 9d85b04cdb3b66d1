import { Hono } from 'hono';
import { openApiDocument } from '../openapi/document.ts';
import { referencePage } from '../openapi/reference-page.ts';
import { originOf } from '../origin.ts';
import type { AppEnv } from '../services.ts';

/** `/openapi.json` and `/docs`: what the API offers. */
export function documentationRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/openapi.json', (context) => context.json(openApiDocument(originOf(context))))
    .get('/docs', (context) =>
      context.html(referencePage(openApiDocument(originOf(context))), 200, {
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      }),
    );
}
