import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildPackages, packPackages } from './pack-packages.ts';
import { publishablePackages } from './publishable-packages.ts';
import { tryCommand } from './run-command.ts';
import { undeclaredImports } from './undeclared-imports.ts';

// `pnpm pack:check`: builds and packs every publishable package and has publint and attw look at what npm would get;
// then every import of the built files must be declared.

const root = dirname(import.meta.dirname);
const folder = await mkdtemp(join(tmpdir(), 'image-studio-pack-'));
let problems = 0;
try {
  await buildPackages(root);
  const folders = new Map(publishablePackages(root).map((one) => [one.name, one.folder]));
  for (const { name, tarball } of await packPackages(root, folder)) {
    const complaints = [...(await lint(tarball)), ...builtImports(folders.get(name) ?? root)];
    problems += complaints.length;
    console.log(`${name}: ${complaints.length === 0 ? 'good' : 'bad'}`);
    for (const complaint of complaints) console.error(complaint);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = problems > 0 ? 1 : 0;

async function lint(tarball: string): Promise<string[]> {
  const said = [
    await tryCommand(join(root, 'node_modules/.bin/publint'), [tarball, '--strict'], { cwd: root }),
    await tryCommand(join(root, 'node_modules/.bin/attw'), [tarball, '--profile', 'esm-only'], { cwd: root }),
  ];
  return said.filter(({ code }) => code !== 0).map(({ output }) => output);
}

function builtImports(packageFolder: string): string[] {
  const paths = globSync('dist/**/*.{js,d.ts}', { cwd: packageFolder });
  const files = new Map(paths.map((path) => [path, readFileSync(join(packageFolder, path), 'utf8')]));
  return undeclaredImports(files, JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
}
