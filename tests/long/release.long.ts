import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPackages } from '../../scripts/pack-packages.ts';
import { publishablePackages } from '../../scripts/publishable-packages.ts';
import { runCommand, tryCommand } from '../../scripts/run-command.ts';
import { type LocalRegistry, startRegistry } from './verdaccio-server.ts';
import { commitAll, copyWorkspace } from './workspace-copy.ts';

// The life of a release, against a registry on loopback. The tests are one story and run in their order.

const root = dirname(dirname(import.meta.dirname));
const core = '@image-studio/core';
const edit = '@image-studio/provider-edit';
const wavespeed = '@image-studio/vendor-wavespeed';

let folder: string;
let workspace: string;
let consumer: string;
let registry: LocalRegistry;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'image-studio-release-'));
  workspace = join(folder, 'workspace');
  consumer = join(folder, 'consumer');
  const upstream = (await runCommand('npm', ['config', 'get', 'registry'], { cwd: tmpdir() })).trim();
  registry = await startRegistry(join(folder, 'registry'), upstream);
  await copyWorkspace(root, workspace);
  await buildPackages(workspace);
  await mkdir(consumer);
  await writeFile(join(consumer, '.npmrc'), registry.npmrc);
  await writeFile(join(consumer, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
});

afterAll(async () => {
  await registry?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the first release publishes every package, with built entries and real ranges', async () => {
  if (waitingChangesets().length > 0) await applyChangesets();
  const before = versions();
  await publish();
  expect(await publishedVersions()).toEqual(before);
  const manifest = JSON.parse(await runCommand('npm', ['view', edit, '--json'], { cwd: consumer }));
  expect(manifest.exports['.']).toEqual({ types: './dist/index.d.ts', default: './dist/index.js' });
  expect(manifest.dependencies[core]).toBe(`^${before[core]}`);
  expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:/);
  await npm('install', `${edit}@latest`, `${wavespeed}@latest`);
});

test('a changeset on one package moves it and those whose range it leaves, nobody else', async () => {
  const before = versions();
  await change({ [edit]: 'minor' });
  const after = versions();
  const moved = Object.keys(after).filter((name) => after[name] !== before[name]);
  const dependents = publishablePackages(workspace).filter(({ needs }) => needs.includes(edit));
  expect(moved.toSorted()).toEqual([edit, ...dependents.map(({ name }) => name)].toSorted());
  await publish();
  expect(await publishedVersions()).toEqual(after);
});

test('a consumer upgrades that package alone', async () => {
  const before = await installed();
  await npm('install', `${edit}@latest`);
  const after = await installed();
  expect(after[edit]).toBe(versions()[edit]);
  expect({ ...after, [edit]: before[edit] }).toEqual(before);
});

test('a breaking release of core alone is refused, and one with all packages on top of it goes out', async () => {
  await addChangeset({ [core]: 'minor' });
  const refused = await checkChangesets();
  expect(refused.code).toBe(1);
  expect(refused.output).toContain(`must raise ${edit} by a minor`);
  const onTop = publishablePackages(workspace).filter(({ needs }) => needs.includes(core));
  await addChangeset(Object.fromEntries(onTop.map(({ name }) => [name, 'minor'])));
  expect(await checkChangesets()).toMatchObject({ code: 0 });
  await applyChangesets();
  await publish();
});

test('two copies of core in one tree recognise each other’s errors', async () => {
  await npm('install', `${core}@latest`);
  const program = `
    import { isStudioError, StudioError } from '${core}';
    import * as other from './node_modules/${edit}/node_modules/${core}/dist/index.js';
    const error = new other.StudioError('unknown_model', 'There is no such model.');
    console.log(JSON.stringify([error instanceof StudioError, isStudioError(error), isStudioError(error, 'unknown_model'), isStudioError(error, 'conflict')]));
  `;
  await writeFile(join(consumer, 'copies.js'), program);
  const said = await runCommand(process.execPath, ['copies.js'], { cwd: consumer });
  expect(JSON.parse(said)).toEqual([false, true, true, false]);
});

function versions(): Record<string, string> {
  return Object.fromEntries(publishablePackages(workspace).map(({ name, version }) => [name, version]));
}

async function publishedVersions(): Promise<Record<string, string>> {
  const latest = Object.keys(versions()).map(async (name) => {
    const said = await runCommand('npm', ['view', name, 'dist-tags.latest'], { cwd: consumer });
    return [name, said.trim()] as const;
  });
  return Object.fromEntries(await Promise.all(latest));
}

async function installed(): Promise<Record<string, string>> {
  const { packages } = JSON.parse(await readFile(join(consumer, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  return Object.fromEntries(entries.map(([path, { version }]) => [path.replace('node_modules/', ''), version]));
}

async function publish(): Promise<void> {
  await writeFile(join(workspace, '.npmrc'), registry.npmrc);
  const env = { CI: 'true', npm_config_registry: registry.url, pnpm_config_registry: registry.url };
  await runCommand(bin('changeset'), ['publish'], { cwd: workspace, env });
  await rm(join(workspace, '.npmrc'));
}

async function change(releases: Record<string, string>): Promise<void> {
  await addChangeset(releases);
  await applyChangesets();
}

async function addChangeset(releases: Record<string, string>): Promise<void> {
  const lines = Object.entries(releases).map(([name, bump]) => `'${name}': ${bump}`);
  const name = `rehearsal-${Object.keys(releases).length}.md`;
  await writeFile(join(workspace, '.changeset', name), `---\n${lines.join('\n')}\n---\n\nA rehearsal.\n`);
  await commitAll(workspace, 'Change');
}

function waitingChangesets(): string[] {
  return readdirSync(join(workspace, '.changeset')).filter((name) => name.endsWith('.md') && name !== 'README.md');
}

async function applyChangesets(): Promise<void> {
  await runCommand(bin('changeset'), ['version'], { cwd: workspace });
  await commitAll(workspace, 'Release');
  await buildPackages(workspace);
}

function checkChangesets() {
  return tryCommand(process.execPath, ['scripts/check-changesets.ts'], { cwd: workspace });
}

function bin(name: string): string {
  return join(workspace, 'node_modules/.bin', name);
}

async function npm(...args: string[]): Promise<void> {
  await runCommand('npm', [...args, '--no-audit', '--no-fund'], { cwd: consumer });
}
