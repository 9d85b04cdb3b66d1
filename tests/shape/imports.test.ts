import { expect, test } from 'vitest';
import { directImports } from './rules/direct-imports.ts';
import { lightHalf } from './rules/light-half.ts';
import { sharedZod } from './rules/shared-zod.ts';
import { treeOf } from './rules/tree.ts';

const manifest = (name: string, exports: Record<string, string> = { '.': './src/index.ts' }) => ({
  name: `@image-studio/${name}`,
  exports,
});

const workspace = {
  'packages/core/package.json': manifest('core'),
  'packages/http/package.json': manifest('http'),
  'packages/store/package.json': manifest('store'),
  'packages/sandbox/package.json': manifest('sandbox'),
  'packages/registry/package.json': manifest('registry'),
  'packages/studio/package.json': manifest('studio'),
  'packages/vendor-wavespeed/package.json': manifest('vendor-wavespeed'),
  'packages/provider-edit/package.json': manifest('provider-edit', {
    '.': './src/index.ts',
    './spec': './src/spec.ts',
  }),
  'packages/provider-upscale/package.json': manifest('provider-upscale'),
  'apps/api/package.json': manifest('api'),
  'apps/web/package.json': manifest('web'),
};

const importing = (path: string, text: string) => directImports(treeOf({ ...workspace, [path]: text }));

test.each([
  ['packages/core/src/a.ts', `import * as z from 'zod';`],
  ['packages/core/src/a.ts', `const { open } = await import('node:fs/promises');`],
  ['packages/core/src/contracts/a.ts', `import { test } from 'vitest';`],
  ['packages/http/src/a.ts', `import { Readable } from 'node:stream';`],
  ['packages/vendor-wavespeed/src/a.ts', `import { send } from '@image-studio/http';`],
  ['packages/provider-edit/src/a.ts', `import type { Wavespeed } from '@image-studio/vendor-wavespeed';`],
  ['packages/provider-edit/src/a.ts', `import { type Wavespeed } from '@image-studio/vendor-wavespeed';`],
  ['packages/registry/src/a.ts', `import { editSpec } from '@image-studio/provider-edit/spec';`],
  ['packages/studio/src/a.ts', `import { createEdit } from '@image-studio/provider-edit';`],
  ['apps/web/src/a.tsx', `import { editSpec } from '@image-studio/provider-edit/spec';`],
  ['apps/api/src/a.ts', `const { createSandbox } = await import('@image-studio/sandbox');`],
])('%s may say: %s', (path, text) => {
  expect(importing(path, text)).toEqual([]);
});

test.each([
  ['packages/core/src/a.ts', `import { z } from 'zod/mini';`, 'may not'],
  ['packages/core/src/a.ts', `import { test } from 'vitest';`, 'may not'],
  ['packages/core/src/a.ts', `import { readFile } from 'node:fs/promises';`, 'may not'],
  ['packages/core/src/a.ts', `import type { Http } from '@image-studio/http';`, 'may not import a http package'],
  ['packages/core/src/a.ts', `export { Http } from '@image-studio/http';`, 'may not import a http package'],
  ['packages/http/src/a.ts', `import got from 'got';`, 'may not'],
  ['packages/store/src/a.ts', `import { send } from '@image-studio/http';`, 'may not import a http package'],
  ['packages/sandbox/src/a.ts', `import { send } from '@image-studio/http';`, 'may not import a http package'],
  ['packages/vendor-wavespeed/src/a.ts', `import { s } from '@image-studio/sandbox';`, 'a sandbox package'],
  ['packages/provider-edit/src/a.ts', `import { w } from '@image-studio/vendor-wavespeed';`, 'only `import type`'],
  ['packages/provider-edit/src/a.ts', `import { u } from '@image-studio/provider-upscale';`, 'a provider package'],
  ['packages/provider-edit/src/a.ts', `await import('@image-studio/store');`, 'a adapter package'],
  ['packages/registry/src/a.ts', `import { e } from '@image-studio/provider-edit';`, 'takes only'],
  ['packages/registry/src/a.ts', `import type { W } from '@image-studio/vendor-wavespeed';`, 'a vendor package'],
  ['apps/web/src/a.tsx', `import { e } from '@image-studio/provider-edit';`, 'takes only'],
  ['apps/web/src/a.tsx', `import { s } from '@image-studio/studio';`, 'a studio package'],
  ['apps/api/src/a.ts', `import { createSandbox } from '@image-studio/sandbox';`, 'await import()'],
  ['packages/http/src/a.ts', `import { x } from '../../core/src/index.ts';`, 'outside of its package'],
  ['packages/core/src/a.ts', `import { x } from '@image-studio/core';`, 'import the file'],
  ['packages/http/src/a.ts', `import { x } from '@image-studio/gone';`, 'no package of this workspace'],
])('%s may not say: %s', (path, text, reason) => {
  expect(importing(path, text)).toEqual([expect.stringContaining(reason)]);
});

test('a spec is light as long as everything it reaches is zod, core or its own files', () => {
  const light = {
    'packages/provider-edit/src/spec.ts': `import { models } from './wavespeed.models.ts';\nimport * as z from 'zod';`,
    'packages/provider-edit/src/wavespeed.models.ts': `import { model } from '@image-studio/core';`,
    'packages/core/src/index.ts': `export { model } from './model.ts';`,
    'packages/core/src/model.ts': `import type { Http } from '@image-studio/http';`,
  };
  expect(lightHalf(treeOf({ ...workspace, ...light }))).toEqual([]);
});

test('a spec that reaches an HTTP client through another file is refused, with the file that does it', () => {
  const heavy = {
    'packages/provider-edit/src/spec.ts': `import { models } from './wavespeed.models.ts';`,
    'packages/provider-edit/src/wavespeed.models.ts': `import { send } from '@image-studio/http';`,
  };
  expect(lightHalf(treeOf({ ...workspace, ...heavy }))).toEqual([
    'packages/provider-edit: the light entry "./spec" reaches @image-studio/http (in packages/provider-edit/src/wavespeed.models.ts).',
  ]);
});

test('what a package uses of zod is named in core, or the packed package would miss it', () => {
  const files = {
    'packages/core/src/zod.ts': `export { string, type output } from 'zod';`,
    'packages/http/src/a.ts': `import * as z from 'zod';\nz.string();\ntype A = z.output<typeof a>;`,
    'packages/http/src/b.ts': `import * as z from 'zod';\nz.string().optional();\nz.boolean();`,
  };
  expect(sharedZod(treeOf(files))).toEqual([
    'packages/http/src/b.ts uses z.boolean, which packages/core/src/zod.ts does not name.',
  ]);
});
