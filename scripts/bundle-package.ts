import { readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { build, type Plugin } from 'rolldown';

const core = '@image-studio/core';
const sharedZod = `${core}/zod`;

/**
 * Writes the modules that a package publishes: one file for each entry and few that entries share, since a program that loads two hundred small
 * modules waits for each. What the package depends on stays outside; source maps lead to the sources, which are published too.
 */
export async function bundlePackage(folder: string): Promise<void> {
  const manifest: BundledManifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const sources = [...Object.values(manifest.exports), ...Object.values(manifest.bin ?? {})];
  await build({
    cwd: folder,
    input: Object.fromEntries(sources.map((path) => [path.replace(/^\.\/src\/|\.ts$/g, ''), path])),
    platform: 'neutral',
    external: (id) => id !== 'zod' && !id.startsWith('.') && !isAbsolute(id),
    plugins: [manifest.name === core ? zodWithin(folder) : zodFromCore],
    logLevel: 'warn',
    output: {
      dir: 'dist',
      format: 'esm',
      chunkFileNames: '[name]-[hash].js',
      // Whoever takes no more than errors, as the client for browsers does, bundles nothing else.
      codeSplitting: { groups: [{ name: 'errors', test: /[\\/]src[\\/]errors[\\/]/, minShareCount: 2 }] },
      // A fourth of the way to a program's first picture is the reading of modules. Functions keep their names: they stand in the stacks of errors.
      minify: { compress: { keepNames: { function: true, class: true } }, mangle: { keepNames: true } },
      sourcemap: true,
      sourcemapExcludeSources: true,
    },
  });
  if (manifest.name === core)
    await copyFile(join(folder, 'node_modules/zod/LICENSE'), join(folder, 'dist/zod.LICENSE'));
}

interface BundledManifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

/** All of core's modules get zod from the one that names what is used of it. */
function zodWithin(folder: string): Plugin {
  const shared = join(folder, 'src/zod.ts');
  return { name: 'zod', resolveId: (id, importer) => (id === 'zod' && importer !== shared ? shared : null) };
}

/** The other packages share the zod in core. */
const zodFromCore: Plugin = {
  name: 'zod',
  resolveId: (id) => (id === 'zod' ? { id: sharedZod, external: true } : null),
};
