import { expect, test } from 'vitest';
import { undeclaredImports } from '../../scripts/undeclared-imports.ts';

const manifest = {
  name: '@image-studio/http',
  dependencies: { ky: '2.1.0' },
  peerDependencies: { '@image-studio/core': '^0.1.0' },
};

const undeclared = (path: string, text: string) => undeclaredImports(new Map([[path, text]]), manifest);

test('dependencies, peers, own files and Node.js may be imported', () => {
  const text = `import ky from 'ky';\nimport '@image-studio/core/memory';\nimport './a.js';\nimport 'node:fs';`;
  expect(undeclared('dist/index.js', text)).toEqual([]);
});

test.each([
  ['dist/index.js', `import * as z from 'zod/mini';`],
  ['dist/index.js', `const z = await import('zod');`],
  ['dist/index.d.ts', `import type { ZodType } from 'zod';`],
  ['dist/index.d.ts', `export declare const schema: import("zod").ZodString;`],
])('%s may not say %s without declaring it', (path, text) => {
  expect(undeclared(path, text)).toEqual([`${path} imports zod, which package.json does not declare.`]);
});
