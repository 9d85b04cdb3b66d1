import { expect, test } from 'vitest';
import { engine, packageShape } from './rules/package-shape.ts';
import { projectReferences } from './rules/project-references.ts';
import { treeOf } from './rules/tree.ts';

const manifest = {
  name: '@image-studio/http',
  version: '0.1.0',
  description: 'One HTTP policy for every vendor',
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  files: ['dist'],
  exports: { '.': './src/index.ts' },
  publishConfig: {
    access: 'public',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
  },
  scripts: { test: 'vitest run' },
  dependencies: { '@image-studio/core': 'workspace:^', ky: '2.1.0', zod: 'catalog:' },
  engines: { node: engine },
};

const files = {
  'packages/http/turbo.json': `{ "extends": ["//"], "tags": ["http"] }`,
  'packages/http/README.md': '# HTTP',
  'packages/http/src/index.ts': '',
};

const shapeOf = (change: object, others: object = {}) =>
  packageShape(treeOf({ ...files, 'packages/http/package.json': { ...manifest, ...change }, ...others }));

test('a package.json that has everything passes', () => {
  expect(shapeOf({})).toEqual([]);
});

test.each([
  [{ name: '@image-studio/htttp' }, '"name" must be @image-studio/http'],
  [{ version: '0.1.0-beta' }, '"version"'],
  [{ license: 'ISC' }, '"license"'],
  [{ type: 'commonjs' }, '"type"'],
  [{ description: 'HTTP' }, '"description"'],
  [{ engines: { node: '>=20' } }, '"engines.node"'],
  [{ sideEffects: true }, '"sideEffects"'],
  [{ files: ['src'] }, '"files"'],
  [{ scripts: { test: 'vitest' } }, '"scripts.test"'],
  [{ dependencies: { ky: '*' } }, 'ky is "*"'],
  [{ dependencies: { '@image-studio/core': '0.1.0' } }, 'say workspace:^'],
  [{ peerDependencies: { zod: 'catalog:' } }, 'the peer zod must be optional'],
  [{ publishConfig: { exports: manifest.publishConfig.exports } }, '"publishConfig.access"'],
  [{ publishConfig: { access: 'public', exports: { '.': './dist/index.js' } } }, '"publishConfig.exports" of .'],
])('%j is refused', (change, reason) => {
  expect(shapeOf(change)).toEqual([expect.stringContaining(reason)]);
});

test('an entry that names no file, a missing README and a wrong tag are refused', () => {
  const exports = { '.': './src/index.ts', './memory': './src/memory.ts' };
  const published = { './memory': { types: './dist/memory.d.ts', default: './dist/memory.js' } };
  const publishConfig = { access: 'public', exports: { ...manifest.publishConfig.exports, ...published } };
  expect(shapeOf({ exports, publishConfig })).toEqual([
    expect.stringContaining('./src/memory.ts, which does not exist'),
  ]);
  expect(shapeOf({}, { 'packages/http/README.md': '' })).toEqual([expect.stringContaining('README.md')]);
  expect(shapeOf({}, { 'packages/http/turbo.json': '{}' })).toEqual([expect.stringContaining('tagged "http"')]);
});

test('a package whose folder is no kind of the design is refused', () => {
  const odd = { 'packages/odd/package.json': { ...manifest, name: '@image-studio/odd', private: true } };
  expect(packageShape(treeOf({ ...odd, 'packages/odd/src/index.ts': '' }))).toEqual([
    expect.stringContaining('none of the kinds'),
  ]);
});

test('long tests need the script that runs them, and the script needs long tests', () => {
  const long = { 'packages/http/test/flood.long.ts': '' };
  const script = 'vitest run --config ../../vitest.long.config.ts';
  const scripts = { test: 'vitest run', 'test:long': script };
  expect(shapeOf({ scripts }, long)).toEqual([]);
  expect(shapeOf({}, long)).toEqual([expect.stringContaining('scripts.test:long')]);
  expect(shapeOf({ scripts })).toEqual([expect.stringContaining('scripts.test:long')]);
});

const references = (...paths: string[]) => ({ references: paths.map((path) => ({ path })) });
const projects = {
  'bench/package.json': { name: '@image-studio/bench', private: true },
  'packages/core/package.json': { name: '@image-studio/core' },
  'packages/core/tsconfig.json': {},
  'packages/http/package.json': manifest,
  'packages/http/tsconfig.json': references('../../packages/core'),
  'tsconfig.json': references('packages/core', 'packages/http', 'tsconfig.tests.json'),
  'tsconfig.tests.json': references('packages/core', 'packages/http'),
};

test('references that follow the dependencies pass', () => {
  expect(projectReferences(treeOf(projects))).toEqual([]);
});

test('a missing and a needless reference are named', () => {
  expect(projectReferences(treeOf({ ...projects, 'packages/http/tsconfig.json': {} }))).toEqual([
    'packages/http/tsconfig.json lacks a reference to packages/core.',
  ]);
  expect(projectReferences(treeOf({ ...projects, 'packages/core/tsconfig.json': references('../http') }))).toEqual([
    'packages/core/tsconfig.json refers to packages/http for nothing.',
  ]);
  expect(projectReferences(treeOf({ ...projects, 'tsconfig.json': references('packages/core') }))).toEqual([
    'tsconfig.json lacks a reference to packages/http.',
    'tsconfig.json lacks a reference to tsconfig.tests.json.',
  ]);
});
