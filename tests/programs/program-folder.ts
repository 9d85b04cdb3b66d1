import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand, tryCommand } from '../../scripts/run-command.ts';
import type { Program } from '../docs/code-blocks.ts';
import { putEmptyDatabase } from './empty-database.ts';
import type { ProgramEnd } from './run-programs.ts';

/** A folder outside the repository in which programs find our packages by their names, as if npm had installed them. */
export interface ProgramFolder {
  readonly path: string;
  /** The compiler's complaints about all programs; empty when there are none. */
  typeCheck(): Promise<string>;
  /**
   * Runs every program, each in a folder of its own that holds `photo.jpg` and, where it opens a database there, an empty one; `environment`
   * names the app that clients talk to. By the names of the programs.
   */
  runAll(environment: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, ProgramEnd>>;
  remove(): Promise<void>;
}

const preload = fileURLToPath(new URL('./offline.ts', import.meta.url));
const runner = fileURLToPath(new URL('./run-programs.ts', import.meta.url));

/** Writes the programs down and links the packages. `root` is the repository. */
export async function programFolder(root: string, programs: readonly Program[]): Promise<ProgramFolder> {
  const path = await mkdtemp(join(tmpdir(), 'image-studio-docs-'));
  const scope = join(path, 'node_modules/@image-studio');
  await mkdir(scope, { recursive: true });
  const packages = await readdir(join(root, 'packages'));
  for (const name of packages) await symlink(join(root, 'packages', name), join(scope, name));
  for (const name of ['vitest', 'zod'])
    await symlink(join(root, 'packages/core/node_modules', name), join(path, 'node_modules', name));
  await writeFile(join(path, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const compilerOptions = { composite: false, noEmit: true, declaration: false, sourceMap: false };
  const typeRoots = [join(root, 'node_modules/@types')];
  const settings = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: { ...compilerOptions, rewriteRelativeImportExtensions: false, typeRoots },
    include: ['*/main.ts', join(root, 'examples/*.ts')],
    // A package is read as its declarations, like an installed one.
    references: packages.map((name) => ({ path: join(root, 'packages', name) })),
  };
  await writeFile(join(path, 'tsconfig.json'), JSON.stringify(settings));
  const folderOf = (program: Program) => join(path, program.name.replaceAll(/[/:]/g, '-'));
  for (const program of programs) {
    await mkdir(folderOf(program));
    await cp(join(root, 'examples/samples/photo.jpg'), join(folderOf(program), 'photo.jpg'));
    for (const [, database = ''] of program.code.matchAll(/openDatabase\(\{ folder: '([^']+)' \}\)/g))
      await putEmptyDatabase(join(folderOf(program), database));
    // `export {}` makes it a module whatever it imports; at the end, so that line numbers stay.
    await writeFile(join(folderOf(program), 'main.ts'), `${program.code}\nexport {};\n`);
  }
  return {
    path,
    typeCheck: async () => {
      const compiler = join(root, 'node_modules/.bin/tsc');
      const declared = await tryCommand(compiler, ['-b', ...packages.map((name) => `packages/${name}`)], { cwd: root });
      if (declared.code !== 0) return declared.output;
      const { code, output } = await tryCommand(compiler, ['-p', path], { cwd: path });
      return code === 0 ? '' : output;
    },
    runAll: async (environment) => {
      const env = {
        WAVESPEED_API_KEY: 'any',
        GEMINI_API_KEY: 'any',
        OPENAI_API_KEY: 'any',
        NODE_OPTIONS: '',
        ...environment,
      };
      const folders = programs.map(folderOf);
      const stdout = await runCommand(process.execPath, ['--import', preload, runner, ...folders], { cwd: path, env });
      const ends = JSON.parse(stdout) as ProgramEnd[];
      return new Map(programs.map(({ name }, index) => [name, ends[index]!]));
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
