import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closingLines, suiteOutcome, type VitestReport } from './suite-report.ts';

// Runs every suite: the repository's own and each package's, only those whose inputs changed, through turbo's cache. `--check` leaves
// out those of the apps and of bench, which start servers, browsers and killed processes, and runs lint, shape and types beside the
// others. `--long` runs the long suites instead. Ends with `N passed, N failed` and a failing exit code when anything failed.

interface Suite {
  readonly name: string;
  readonly folder: string;
}

const root = dirname(import.meta.dirname);
const long = process.argv.includes('--long');
const check = process.argv.includes('--check');
const leftOut = check ? ['@image-studio/bench', '@image-studio/api', '@image-studio/web'] : [];
const task = long ? 'test:long' : 'test';
// Many suites start processes: those that load the same code compile it once.
const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node-compile-cache'),
};
const report = `node_modules/.cache/${long ? 'test-long-report' : 'test-report'}.json`;
const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const patience = ['--testTimeout=60000', '--hookTimeout=180000', '--expect.poll.timeout=20000'];
// Suites hold nothing in modules: their files share a process, which loads our packages once.
const sharing = '--isolate=false';
const logs = ['--continue=always', '--output-logs=new-only'];

const own = long ? [{ name: 'repository', folder: '.' }] : ownSuites();
const suites = [...own, ...packagesWith(task)];
for (const { folder } of suites) rmSync(join(root, folder, report), { force: true });

const codes = long ? await runLong() : await runUsual();
const outcomes = suites.map(({ name, folder }) => suiteOutcome(name, readReport(join(root, folder, report))));
const failed = outcomes.some((outcome) => outcome.failed > 0);
const wrong = Object.entries(codes).filter(([, code]) => code !== 0);
// A suite that failed says so itself.
for (const [name, code] of wrong)
  if (name !== 'suites' || !failed) outcomes.push({ name, passed: 0, failed: 1, note: `exit code ${code}, see above` });
console.log(['', ...closingLines(outcomes)].join('\n'));
process.exitCode = failed || wrong.length > 0 ? 1 : 0;

async function runLong(): Promise<Record<string, number>> {
  const repository = await run('vitest', ['run', '--config', 'vitest.long.config.ts', ...reporting]);
  const suites = await run('turbo', ['run', task, ...logs, '--concurrency=1', '--', ...reporting]);
  return { repository, suites };
}

async function runUsual(): Promise<Record<string, number>> {
  // Some suites read packages as declarations; what is wrong in them is told by the steps that follow.
  await run('tsc', ['-b', ...globSync('packages/*', { cwd: root })]);
  // Side by side, and more at a time than there are cores: most of a suite is waiting. What the steps say is shown when they are done.
  const steps = check ? start('turbo', ['run', 'lint', 'shape', 'types', ...logs, '--concurrency=1']) : undefined;
  const tasks = ['test', ...own.map(({ folder }) => folder.replace('tests/', 'test:'))];
  const filters = leftOut.map((name) => `--filter=!${name}`);
  const options = [...reporting, ...patience, sharing];
  const suites = await run('turbo', [
    'run',
    ...tasks,
    ...filters,
    ...logs,
    `--concurrency=${check ? 4 : 3}`,
    '--',
    ...options,
  ]);
  return { suites, ...(steps === undefined ? {} : { 'lint, shape, types': await steps }) };
}

/** The folders of `tests` with tests in them: each has a script and a task of turbo, which says what it reads. */
function ownSuites(): Suite[] {
  const folders = new Set(globSync('tests/*/*.test.ts', { cwd: root }).map(dirname));
  return [...folders].toSorted().map((folder) => ({ name: folder, folder }));
}

function packagesWith(script: string): Suite[] {
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
