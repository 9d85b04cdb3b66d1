import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package of the workspace that is published to npm. */
export interface PublishablePackage {
  readonly name: string;
  readonly version: string;
  /** Absolute. */
  readonly folder: string;
  /** The names of the packages it depends on, peers included. */
  readonly needs: readonly string[];
  /** The names of those that npm installs with it: peers of ours are optional. */
  readonly dependencies: readonly string[];
}

/** The packages of the workspace at `root` that are not private, by name. */
export function publishablePackages(root: string): PublishablePackage[] {
  return globSync('packages/*/package.json', { cwd: root })
    .map((path) => ({ path, manifest: JSON.parse(readFileSync(join(root, path), 'utf8')) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ path, manifest }) => ({
      name: String(manifest.name),
      version: String(manifest.version),
      folder: join(root, dirname(path)),
      needs: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
      dependencies: Object.keys({ ...manifest.dependencies }),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
