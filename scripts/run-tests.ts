import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closingLines, suiteOutcome, type VitestReport } from './suite-report.ts';

// Runs every suite: the repository's own, then each package's (only those whose inputs changed, through turbo's cache).
// `--quick` leaves out those of the apps and of bench, which start servers, browsers and killed processes; `--long` runs the long suites
// instead. Ends with `N passed, N failed` and a failing exit code when anything failed.

const root = dirname(import.meta.dirname);
const long = process.argv.includes('--long');
const quick = process.argv.includes('--quick');
const leftOut = quick ? ['@image-studio/bench', '@image-studio/api', '@image-studio/web'] : [];
const task = long ? 'test:long' : 'test';
// Many suites start processes: those that load the same code compile it once.
const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node-compile-cache'),
};
const report = `node_modules/.cache/${long ? 'test-long-report' : 'test-report'}.json`;
const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const patience = ['--testTimeout=60000', '--hookTimeout=180000'];

const suites = [{ name: 'repository', folder: '.' }, ...packagesWith(task)];
for (const { folder } of suites) rmSync(join(root, folder, report), { force: true });

const config = long ? 'vitest.long.config.ts' : 'vitest.config.ts';
// Side by side: both wait for processes most of the time. What the repository's own say is shown when all is done.
const running = start('vitest', ['run', '--config', config, ...reporting, ...(long ? [] : patience)]);
if (long) await running;
const theirs = await run('turbo', [
  'run',
  task,
  ...leftOut.map((name) => `--filter=!${name}`),
  '--continue=always',
  '--output-logs=new-only',
  // More at a time than there are cores: most of a suite is waiting.
  ...(long ? ['--concurrency=1', '--', ...reporting] : ['--concurrency=3', '--', ...reporting, ...patience]),
]);

const own = await running;
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
    .filter(({ manifest }) => manifest.scripts?.[script] !== undefined && !leftOut.includes(manifest.name))
    .map(({ path, manifest }) => ({ name: String(manifest.name), folder: dirname(path) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Runs beside others: what it says is kept and shown when it is done. */
function start(command: string, options: string[]): Promise<number> {
  const said: Buffer[] = [];
  const child = spawn(command, options, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  return ended(command, child).finally(() => process.stdout.write(Buffer.concat(said)));
}

function run(command: string, options: string[]): Promise<number> {
  return ended(command, spawn(command, options, { cwd: root, env, stdio: 'inherit' }));
}

function ended(command: string, child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}`);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
}

function readReport(path: string): VitestReport | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as VitestReport) : undefined;
}
