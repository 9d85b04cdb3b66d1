import { dirname } from 'node:path';
import { buildPage } from './build-page.ts';

// `pnpm start`: builds the page when it has changed, then runs the app in this process.

await buildPage(dirname(import.meta.dirname));
await import('../apps/api/src/main.ts');
