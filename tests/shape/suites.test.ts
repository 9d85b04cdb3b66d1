import { expect, test } from 'vitest';
import { suiteInputs } from './rules/suite-inputs.ts';
import { treeOf } from './rules/tree.ts';

const task = (inputs: readonly string[], outputs = ['tests/prices/node_modules/.cache/test-report.json']) => ({
  tasks: { '//#test:prices': { inputs, outputs } },
});
const files = {
  'package.json': { scripts: { 'test:prices': 'vitest run --root tests/prices' } },
  'packages/core/package.json': { name: '@image-studio/core', exports: { '.': './src/index.ts' } },
  'packages/core/src/index.ts': `export { price } from './price.ts';`,
  'packages/core/src/price.ts': '',
  'tests/prices/price.test.ts': `import { read } from './read.ts';`,
  'tests/prices/read.ts': `import { price } from '@image-studio/core';`,
};
const problems = (turbo: object, others: object = {}) =>
  suiteInputs(treeOf({ ...files, 'turbo.json': turbo, ...others }));

test.each([[['packages/*/src/**', 'tests/prices/**']], [['$TURBO_DEFAULT$', '!packages/*/test/**']]])(
  'a suite whose task names %j may come from the cache',
  (inputs) => {
    expect(problems(task(inputs))).toEqual([]);
  },
);

test.each([
  [['packages/*/src/index.ts', 'tests/prices/**'], 'packages/core/src/price.ts'],
  [['$TURBO_DEFAULT$', '!packages/core/src/p*'], 'packages/core/src/price.ts'],
  [['packages/*/src/**', 'tests/prices/*.test.ts'], 'tests/prices/read.ts'],
])('a task that names %j leaves out what its suite reads', (inputs, path) => {
  expect(problems(task(inputs))).toEqual([expect.stringContaining(`does not name ${path}`)]);
});

test('a suite without a script, a report or a task is named', () => {
  expect(problems(task(['$TURBO_DEFAULT$']), { 'package.json': {} })).toEqual([
    expect.stringContaining('package.json'),
  ]);
  expect(problems(task(['$TURBO_DEFAULT$'], []))).toEqual([expect.stringContaining('keeps the report')]);
  expect(problems({ tasks: {} }).length).toBeGreaterThan(3);
});
