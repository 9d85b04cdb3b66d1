import { expect, test } from 'vitest';
import { docstrings } from './rules/docstrings.ts';
import { documentLinks } from './rules/document-links.ts';
import { machinePaths, unfinishedWork } from './rules/leftovers.ts';
import { defaultExports, fileLengths, fileNames, indexFiles, testEntries } from './rules/source-files.ts';
import { type Rule, treeOf } from './rules/tree.ts';

const source = 'packages/core/src/price.ts';
const lines = (count: number) => 'export {};\n'.repeat(count);
const shout = ['TO', 'DO'].join('');
const home = ['', 'home', 'ann', 'studio'].join('/');

test.each<[string, Rule, string, string]>([
  ['a kebab-case name', fileNames, 'packages/core/src/run/failure-table.ts', ''],
  ['a manifest of a vendor', fileNames, 'packages/provider-edit/src/wavespeed.models.ts', ''],
  ['199 lines', fileLengths, source, lines(199)],
  ['a long manifest', fileLengths, 'packages/provider-edit/src/wavespeed.models.ts', lines(900)],
  [
    'named re-exports',
    indexFiles,
    'packages/core/src/index.ts',
    `export { a } from './a.ts';\nexport type { B } from './b.ts';`,
  ],
  [
    'the factory of an operation in its index',
    indexFiles,
    'packages/provider-edit/src/index.ts',
    `import { editSpec } from './spec.ts';\nexport function createEdit() {}\nexport { editSpec } from './spec.ts';`,
  ],
  ['a named export', defaultExports, source, 'export const price = 1;'],
  ['the default export of a configuration', defaultExports, 'packages/core/vitest.config.ts', 'export default {};'],
  ['a docstring', docstrings, source, '/** In micro-dollars. */\nexport const price = 1;'],
  [
    'overloads under one docstring',
    docstrings,
    source,
    '/** A. */\nexport function a(): void;\nexport function a(b?: 1) {}',
  ],
  ['a lower-case word', unfinishedWork, source, `// the ${shout.toLowerCase()} list of a user`],
  ['a path under an address', machinePaths, source, `// https://example.test${home}`],
])('%s passes', (_, rule, path, text) => {
  expect(rule(treeOf({ [path]: text }))).toEqual([]);
});

test.each<[string, Rule, string, string, string]>([
  ['camelCase', fileNames, 'packages/core/src/failureTable.ts', '', 'kebab-case'],
  ['a folder in capitals', fileNames, 'packages/core/src/Run/id.ts', '', 'kebab-case'],
  ['a vague name', fileNames, 'packages/core/src/run/utils.ts', '', 'says nothing'],
  ['a vague name in a test', fileNames, 'packages/core/test/helpers.ts', '', 'says nothing'],
  ['200 lines', fileLengths, source, lines(200), '200 lines'],
  ['code in an index', indexFiles, 'packages/core/src/index.ts', 'export const a = 1;', 'named re-exports'],
  [
    'loose code in the index of an operation',
    indexFiles,
    'packages/provider-edit/src/index.ts',
    'const a = 1;\nexport { a };',
    'named re-exports',
  ],
  ['an export of everything', indexFiles, 'packages/core/src/index.ts', `export * from './a.ts';`, 'named re-exports'],
  ['an empty index', indexFiles, 'packages/core/src/index.ts', 'export {};', 'named re-exports'],
  ['a default export', defaultExports, source, 'export default 1;', 'default export'],
  ['a renamed default export', defaultExports, source, 'const a = 1;\nexport { a as default };', 'default export'],
  ['an export without docstring', docstrings, source, '// price\nexport const price = 1;', '"price"'],
  ['unfinished work', unfinishedWork, source, `// ${shout}: later`, `${source}:1`],
  ['a home folder', machinePaths, 'README.md', `\ncd ${home}`, 'README.md:2'],
])('%s is refused', (_, rule, path, text, reason) => {
  expect(rule(treeOf({ [path]: text }))).toEqual([expect.stringContaining(reason)]);
});

test('tests may import what the package exports, and nothing behind it', () => {
  const manifest = { exports: { '.': './src/index.ts' } };
  const testing = (text: string) =>
    testEntries(treeOf({ 'packages/core/package.json': manifest, 'packages/core/test/price.test.ts': text }));
  expect(testing(`import { price } from '../src/index.ts';\nimport { sample } from './sample.ts';`)).toEqual([]);
  expect(testing(`import { price } from '../src/price.ts';`)).toEqual([expect.stringContaining('no entry')]);
  expect(testing(`${['vi', 'mock'].join('.')}('../src/price.ts');`)).toEqual([expect.stringContaining('mocks')]);
});

test('links lead to files, folders and headings that exist', () => {
  const tree = (text: string) =>
    documentLinks(treeOf({ 'README.md': text, 'docs/money.md': '# Money\n\n## What is *held*?\n', 'docs/a.png': '' }));
  expect(
    tree('[a](docs/money.md) [b](docs/) [c](docs/money.md#what-is-held) ![d](docs/a.png) [e](https://example.test)'),
  ).toEqual([]);
  expect(tree('`[a](gone.md)`\n\n```\n[a](gone.md)\n```\n')).toEqual([]);
  expect(tree('[a](gone.md)')).toEqual(['README.md links to gone.md: no such file.']);
  expect(tree('[a](docs/money.md#cost)')).toEqual(['README.md links to docs/money.md#cost: no such heading.']);
  expect(tree('[a](#usage)')).toEqual(['README.md links to #usage: no such heading.']);
});
