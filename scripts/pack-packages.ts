import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePackage } from './bundle-package.ts';
import { publishablePackages } from './publishable-packages.ts';
import { runCommand } from './run-command.ts';

/** A package as npm will get it. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  readonly tarball: string;
}

/** Builds every publishable package of the workspace at `root` afresh, so that no file of an older build is left: declarations, and bundled modules. */
export async function buildPackages(root: string): Promise<void> {
  const folders = publishablePackages(root).map(({ folder }) => folder);
  for (const folder of folders) await rm(join(folder, 'dist'), { recursive: true, force: true });
  await runCommand(join(root, 'node_modules/.bin/tsc'), ['-b', '--emitDeclarationOnly', ...folders], { cwd: root });
  for (const folder of folders) await bundlePackage(folder);
}

/** Packs every publishable package, already built, into a folder. */
export async function packPackages(root: string, into: string): Promise<PackedPackage[]> {
  const packed: PackedPackage[] = [];
  for (const { name, version, folder } of publishablePackages(root)) {
    await runCommand('pnpm', ['pack', '--pack-destination', into], { cwd: folder });
    packed.push({ name, version, tarball: join(into, `${name.slice(1).replace('/', '-')}-${version}.tgz`) });
  }
  return packed;
}
