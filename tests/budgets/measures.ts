import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'rolldown';
import { runCommand } from '../../scripts/run-command.ts';

const root = dirname(dirname(import.meta.dirname));
const compiler = [
  '--noEmit',
  '--composite',
  'false',
  '--incremental',
  'false',
  '--extendedDiagnostics',
  '--singleThreaded',
];

/** What loading a module costs. */
export interface ImportCost {
  readonly modules: number;
  readonly kilobytes: number;
  readonly megabytes: number;
}

const measured = new Map<string, Promise<ImportCost>>();

/** What loading the module at a path costs: modules, kilobytes of source, megabytes kept in memory. Measured once a path. */
export function importCost(path: string): Promise<ImportCost> {
  const known = measured.get(path) ?? measureImport(path);
  measured.set(path, known);
  return known;
}

async function measureImport(path: string): Promise<ImportCost> {
  const script = fileURLToPath(new URL('./import-cost.ts', import.meta.url));
  // Compiled code from a cache is kept in memory in another way.
  const env = { NODE_DISABLE_COMPILE_CACHE: '1' };
  const printed = await runCommand(process.execPath, ['--expose-gc', script, join(root, path)], { cwd: root, env });
  const { modules, bytes, heap } = JSON.parse(printed) as { modules: number; bytes: number; heap: number };
  return { modules, kilobytes: Math.round(bytes / 1000), megabytes: Math.round(heap / 1e5) / 10 };
}

/** Kilobytes, after gzip, of a module and all it needs (zod too) bundled for a browser. */
export async function bundleKilobytes(path: string): Promise<number> {
  const { output } = await build({
    input: join(root, path),
    platform: 'browser',
    external: [/^node:/],
    write: false,
    logLevel: 'silent',
    output: { format: 'esm', minify: true },
  });
  const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
  return Math.round(gzipSync(code).length / 1000);
}

/** How often the compiler instantiates a type to check a package; the same on every machine. */
export async function instantiations(folder: string): Promise<number> {
  const tsc = join(root, 'node_modules/.bin/tsc');
  // The packages it refers to are read as declarations, which a fresh clone does not have.
  await runCommand(tsc, ['-b', folder], { cwd: root });
  const printed = await runCommand(tsc, ['-p', join(root, folder), ...compiler], { cwd: root });
  return Number(/Instantiations:\s+(\d+)/.exec(printed)?.[1]);
}
