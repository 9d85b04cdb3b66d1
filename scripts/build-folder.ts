import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that is made of others. Paths are from the root of the repository. */
export interface FolderBuild {
  /** What it is called while it is built. */
  readonly name: string;
  readonly root: string;
  readonly folder: string;
  /** Where it grows until it is whole: on the same disk. */
  readonly workshop: string;
  /** Patterns of the files that it is made of. */
  readonly inputs: readonly string[];
  /** Fills a new folder, given by its whole path. */
  readonly fill: (fresh: string) => Promise<void>;
}

const mark = 'inputs.txt';

/**
 * Builds a folder unless it was built from the same inputs. Builds beside the old one and swaps, so that two processes may do it at once.
 * Returns whether there was anything to do.
 */
export async function buildFolder({ name, root, folder, workshop, inputs, fill }: FolderBuild): Promise<boolean> {
  const hash = hashOf(root, inputs);
  const built = join(root, folder);
  if (readMark(built) === hash) return false;
  process.stderr.write(`Building ${name}…\n`);
  const fresh = join(root, workshop, `fresh-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    await fill(fresh);
    writeFileSync(join(fresh, mark), hash);
    swap(fresh, built, hash);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return true;
}

/** Whoever comes second leaves what the first has put there, when it is the same. */
function swap(fresh: string, built: string, hash: string): void {
  const old = `${fresh}-old`;
  try {
    if (readMark(built) === hash) return;
    if (existsSync(built)) renameSync(built, old);
    renameSync(fresh, built);
  } catch (error) {
    if (readMark(built) !== hash) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

function hashOf(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256');
  const paths = globSync(inputs, { cwd: root }).filter((path) => statSync(join(root, path)).isFile());
  for (const path of paths.toSorted()) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function readMark(folder: string): string | undefined {
  const path = join(folder, mark);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
