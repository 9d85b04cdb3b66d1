import { writeFileSync } from 'node:fs';
import { registry } from '../../packages/registry/src/index.ts';
import { modelsPage } from './models-page.ts';

// `pnpm catalog:docs` writes docs/models.md from the manifests.

writeFileSync(new URL('../../docs/models.md', import.meta.url), modelsPage(registry));
