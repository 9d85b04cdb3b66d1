import { expect, test } from 'vitest';
import { closingLines, suiteOutcome } from '../../scripts/suite-report.ts';

const good = { success: true, numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, testResults: [] };
const bad = {
  ...good,
  success: false,
  numFailedTests: 1,
  testResults: [
    {
      name: '/any/packages/core/test/price.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'a price is whole' },
        { status: 'failed', fullName: 'a price is exact', failureMessages: ['expected 1 to be 2\n at price.test.ts'] },
      ],
    },
  ],
};

test('the closing line sums all suites', () => {
  const lines = closingLines([suiteOutcome('core', good), suiteOutcome('http', good)]);
  expect(lines.at(-1)).toBe('6 passed, 0 failed');
});

test('a failed test is named with its file and the first line of why', () => {
  const lines = closingLines([suiteOutcome('core', bad), suiteOutcome('http', good)]);
  expect(lines[0]).toBe('FAILED core: test/price.test.ts: a price is exact: expected 1 to be 2');
  expect(lines.at(-1)).toBe('6 passed, 1 failed');
});

test('a file that does not load is a failure although no test failed', () => {
  const broken = { name: '/any/test/a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
  const outcome = suiteOutcome('core', { ...good, success: false, testResults: [broken] });
  expect(outcome).toMatchObject({ passed: 3, failed: 1, failures: ['test/a.test.ts: no such module'] });
});

test.each([
  ['left no report', undefined],
  ['ran no test', { ...good, numPassedTests: 0 }],
  ['failed outside of its tests', { ...good, success: false }],
  ['skipped tests count as failed', { ...good, numPendingTests: 1 }],
])('a suite that %s has failed', (note, report) => {
  expect(suiteOutcome('core', report)).toMatchObject({ failed: 1, note });
});
