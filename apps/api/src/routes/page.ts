import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Context, Hono } from 'hono';
import type { AppEnv } from '../services.ts';

/** Addresses that the page itself knows, so that a reload or a shared link works. */
const pagePaths = ['/', '/create/:operation', '/runs/:id', '/history', '/models', '/usage', '/keys', '/webhooks'];

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
};

// Parts of the page (comparison slider, 3D viewer) write style elements of their own, and the 3D viewer unpacks meshes with
// WebAssembly; scripts come from our files only.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

interface PageFile {
  readonly path: string;
  readonly etag: string;
  readonly zipped: boolean;
}

/** The built Studio page in `folder`: files with a hash in their name are kept by browsers for ever, the others are asked for again. */
export function pageRoutes(folder: string): Hono<AppEnv> {
  const files = filesOf(folder);
  const app = new Hono<AppEnv>();
  const index = files.get('/index.html');
  for (const path of pagePaths) app.get(path, (context) => (index ? send(context, index) : notBuilt(context)));
  for (const [path, file] of files) if (path !== '/index.html') app.get(path, (context) => send(context, file));
  // Whoever typed an address that does not exist is told so by the page, which leads back; programs get the problem as JSON.
  app.get('*', (context, next) => (index && isTyped(context) ? send(context, index, 404) : next()));
  return app;
}

function isTyped({ req }: Context<AppEnv>): boolean {
  return /\btext\/html\b/.test(req.header('accept') ?? '') && !/^\/(v1|webhooks|assets)\//.test(req.path);
}

function filesOf(folder: string): ReadonlyMap<string, PageFile> {
  const names = readNames(folder);
  const files = names
    .filter((name) => mediaTypes[extname(name)] !== undefined)
    .map((name): [string, PageFile] => {
      const path = join(folder, name);
      const etag = `"${createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 22)}"`;
      return [`/${name.replaceAll('\\', '/')}`, { path, etag, zipped: names.includes(`${name}.gz`) }];
    });
  return new Map(files);
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}

function send(context: Context<AppEnv>, { path, etag, zipped }: PageFile, status: 200 | 404 = 200): Response {
  const named = context.req.path.startsWith('/assets/');
  const caching = { etag, 'cache-control': named ? 'public, max-age=31536000, immutable' : 'no-cache' };
  if (context.req.header('if-none-match') === etag) return context.body(null, 304, { ...headers, ...caching });
  const zip = zipped && /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
  return context.body(readFileSync(zip ? `${path}.gz` : path), status, {
    ...headers,
    ...caching,
    'content-type': mediaTypes[extname(path)]!,
    vary: 'accept-encoding',
    ...(zip ? { 'content-encoding': 'gzip' } : {}),
  });
}

function notBuilt(context: Context<AppEnv>): Response {
  return context.text('The API is here under /v1. The page is not built: start with `pnpm start`.', 404);
}
