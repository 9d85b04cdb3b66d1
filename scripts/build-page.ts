import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFolder } from './build-folder.ts';
import { runCommand } from './run-command.ts';

const inputs = [
  'apps/web/{index.html,package.json,vite.config.ts,node_modules/vite/package.json}',
  '{apps/web,packages/api-client}/{src,public}/**',
];

/** Builds the Studio page into `apps/web/dist` unless it was built from the same inputs. Returns whether there was anything to do. */
export function buildPage(root: string): Promise<boolean> {
  const web = join(root, 'apps/web');
  return buildFolder({
    name: 'the page',
    root,
    folder: 'apps/web/dist',
    workshop: 'apps/web/node_modules/.cache',
    inputs,
    fill: async (fresh) => {
      const vite = join(web, 'node_modules/vite/bin/vite.js');
      await runCommand(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir'], {
        cwd: web,
        // Else Vite takes a NODE_ENV of the caller's for the page's too, and React comes in its slow edition.
        env: { NODE_ENV: 'production' },
      });
      for (const path of globSync('**/*.{html,js,css,svg}', { cwd: fresh }).map((name) => join(fresh, name)))
        writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    },
  });
}

if (import.meta.main) await buildPage(dirname(import.meta.dirname));
