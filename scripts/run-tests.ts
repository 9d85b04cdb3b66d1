import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closingLines, suiteOutcome, type VitestReport } from './suite-report.ts';

// Runs every suite: the repository's own, then each package's (only those whose inputs changed, through turbo's cache).
// `--long` runs the long suites instead. Ends with `N passed, N failed` and a failing exit code when anything failed.

const root = dirname(import.meta.dirname);
const long = process.argv.includes('--long');
const task = long ? 'test:long' : 'test';
const report = `node_modules/.cache/${long ? 'test-long-report' : 'test-report'}.json`;
const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const patience = ['--testTimeout=30000', '--hookTimeout=60000'];

const suites = [{ name: 'repository', folder: '.' }, ...packagesWith(task)];
for (const { folder } of suites) rmSync(join(root, folder, report), { force: true });

const config = long ? 'vitest.long.config.ts' : 'vitest.config.ts';
const own = run('vitest', ['run', '--config', config, ...reporting]);
const theirs = run('turbo', [
  'run',
  task,
  '--continue=always',
  '--output-logs=new-only',
  ...(long ? ['--concurrency=1', '--', ...reporting] : ['--', ...reporting, ...patience]),
]);

const outcomes = suites.map(({ name, folder }) => suiteOutcome(name, readReport(join(root, folder, report))));
const failed = outcomes.some((outcome) => outcome.failed > 0);
if (!failed && (own !== 0 || theirs !== 0)) {
  outcomes.push({ name: 'runner', passed: 0, failed: 1, note: `exit codes ${own} and ${theirs}` });
}
console.log(['', ...closingLines(outcomes)].join('\n'));
process.exitCode = failed || own !== 0 || theirs !== 0 ? 1 : 0;

function packagesWith(script: string): { name: string; folder: string }[] {
  return globSync('{packages/*,apps/*,bench,examples}/package.json', { cwd: root })
    .map((path) => ({ path, manifest: JSON.parse(readFileSync(join(root, path), 'utf8')) }))
    .filter(({ manifest }) => manifest.scripts?.[script] !== undefined)
    .map(({ path, manifest }) => ({ name: String(manifest.name), folder: dirname(path) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

function run(command: string, options: string[]): number {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' };
  const { status, error } = spawnSync(command, options, { cwd: root, env, stdio: 'inherit' });
  if (error !== undefined) console.error(`${command} did not start: ${error.message}`);
  return status ?? 1;
}

function readReport(path: string): VitestReport | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as VitestReport) : undefined;
}
