import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPage } from './build-page.ts';
import { buildServer } from './build-server.ts';

// `pnpm start`: builds the page and the server when they have changed, then runs the server in this process.

const root = dirname(import.meta.dirname);
await buildPage(root);
await buildServer(root);
await import(pathToFileURL(join(root, 'apps/api/dist/server/main.js')).href);
