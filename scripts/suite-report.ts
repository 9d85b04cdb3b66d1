/** What vitest's JSON reporter writes, as far as it is read here. */
export interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** The outcome of one suite; `failed` is at least 1 when the suite did not end well. */
export interface SuiteOutcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly note?: string;
  /** Each failed test with the first line of why. */
  readonly failures?: readonly string[];
}

/**
 * One suite's outcome from its report. A suite that left no report, ran nothing, skipped tests, or failed outside of
 * its tests (a file that does not load, an unhandled rejection) counts as failed too.
 */
export function suiteOutcome(name: string, report: VitestReport | undefined): SuiteOutcome {
  if (report === undefined) return { name, passed: 0, failed: 1, note: 'left no report' };
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = report;
  const failures = failuresOf(report);
  if (failed > 0) return { name, passed, failed, failures };
  if (!report.success) return { name, passed, failed: 1, note: 'failed outside of its tests', failures };
  if (skipped > 0) return { name, passed, failed: skipped, note: 'skipped tests count as failed' };
  if (passed === 0) return { name, passed, failed: 1, note: 'ran no test' };
  return { name, passed, failed: 0 };
}

/** The lines that close a run: what failed, one line for each suite, then `N passed, N failed` over all of them. */
export function closingLines(outcomes: readonly SuiteOutcome[]): string[] {
  const width = Math.max(0, ...outcomes.map(({ name }) => name.length));
  const lines = outcomes.map(({ name, passed, failed, note }) => {
    const counts = `${String(passed).padStart(6)} passed${failed > 0 ? `, ${failed} failed` : ''}`;
    return `${name.padEnd(width)} ${counts}${note === undefined ? '' : ` (${note})`}`;
  });
  const failures = outcomes.flatMap(({ name, failures: found = [] }) => found.map((line) => `FAILED ${name}: ${line}`));
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return [
    ...(failures.length > 0 ? [...failures, ''] : []),
    ...lines,
    '',
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ];
}

function failuresOf({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const file = name.replace(/^.*\/(tests?\/)/, '$1');
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLine(message)}`] : [];
    return failed.map((test) => `${file}: ${test.fullName}: ${firstLine(test.failureMessages?.[0] ?? '')}`);
  });
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
