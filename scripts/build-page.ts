import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCommand } from './run-command.ts';

const inputs = ['apps/web/{index.html,package.json,vite.config.ts}', '{apps/web,packages/api-client}/{src,public}/**'];
const mark = 'inputs.txt';

/**
 * Builds the Studio page into `apps/web/dist` unless it was built from the same inputs. Builds beside the old one and swaps, so that
 * two processes may do it at once. Returns whether there was anything to do.
 */
export async function buildPage(root: string): Promise<boolean> {
  const hash = hashOf(root);
  const web = join(root, 'apps/web');
  const built = join(web, 'dist');
  if (readMark(built) === hash) return false;
  const fresh = join(web, `node_modules/.cache/page-${process.pid}`);
  const vite = join(web, 'node_modules/vite/bin/vite.js');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(fresh), { recursive: true });
  await runCommand(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir'], {
    cwd: web,
    // Else Vite takes a NODE_ENV of the caller's for the page's too, and React comes in its slow edition.
    env: { NODE_ENV: 'production' },
  });
  for (const path of globSync('**/*.{html,js,css,svg}', { cwd: fresh }).map((name) => join(fresh, name)))
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  writeFileSync(join(fresh, mark), hash);
  swap(fresh, built, hash);
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
    for (const path of [old, fresh]) rmSync(path, { recursive: true, force: true });
  }
}

function hashOf(root: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'apps/web/node_modules/vite/package.json')));
  const paths = globSync(inputs, { cwd: root }).filter((path) => statSync(join(root, path)).isFile());
  for (const path of paths.toSorted()) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function readMark(folder: string): string | undefined {
  const path = join(folder, mark);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

if (import.meta.main) await buildPage(dirname(import.meta.dirname));
