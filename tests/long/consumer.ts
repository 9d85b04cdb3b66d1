import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runCommand } from '../../scripts/run-command.ts';

/** The TypeScript settings of somebody who writes for Node.js, is strict, and checks their dependencies' types too. */
const compilerOptions = {
  target: 'es2024',
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  lib: ['es2024', 'esnext.disposable', 'dom', 'dom.iterable', 'dom.asynciterable'],
  types: ['node'],
  noEmit: true,
};

/** An empty project with these tarballs, installed by plain npm. `types` is a folder that holds the types of Node.js. */
export async function installTarballs(folder: string, tarballs: readonly string[], types: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const settings = { compilerOptions: { ...compilerOptions, typeRoots: [types] }, include: ['*.ts'] };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  await runCommand('npm', ['install', '--no-audit', '--no-fund', ...tarballs], { cwd: folder });
}

/** Type-checks and runs a program in a consumer's folder; gives what it printed. `tsc` is the compiler to use. */
export async function runProgram(
  folder: string,
  program: string,
  given: { readonly tsc: string; readonly env: Readonly<Record<string, string>> },
): Promise<string> {
  await writeFile(join(folder, 'main.ts'), program);
  await runCommand(given.tsc, ['-p', folder], { cwd: folder });
  return runCommand(process.execPath, ['main.ts'], { cwd: folder, env: given.env });
}

/** What npm put on the disk: each package's bytes, native code, and scripts that run at installation. */
export interface Installed {
  readonly bytes: Readonly<Record<string, number>>;
  readonly nativeFiles: readonly string[];
  readonly installScripts: readonly string[];
}

/** Looks through a consumer's `node_modules`. */
export async function readInstalled(folder: string): Promise<Installed> {
  const bytes: Record<string, number> = {};
  const nativeFiles: string[] = [];
  const installScripts: string[] = [];
  const modules = join(folder, 'node_modules');
  for (const entry of await readdir(modules, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(path) ?? [];
    if (name === undefined || name.startsWith('.')) continue;
    bytes[name] = (bytes[name] ?? 0) + (await stat(path)).size;
    if (/\.(node|wasm)$/.test(path)) nativeFiles.push(path);
    if (basename(path) !== 'package.json') continue;
    const { scripts = {} } = JSON.parse(await readFile(path, 'utf8')) as { scripts?: Record<string, string> };
    if (['preinstall', 'install', 'postinstall'].some((script) => scripts[script] !== undefined)) {
      installScripts.push(path);
    }
  }
  return { bytes, nativeFiles, installScripts };
}
