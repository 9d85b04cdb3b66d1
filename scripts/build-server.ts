import { dirname, join } from 'node:path';
import { buildFolder } from './build-folder.ts';
import { runCommand } from './run-command.ts';

const inputs = [
  'apps/api/{package.json,rolldown.config.ts,node_modules/rolldown/package.json}',
  '{apps/api,packages/*}/src/**',
  // What is bundled with them.
  'packages/*/package.json',
  'pnpm-lock.yaml',
];

/** Bundles the server into `apps/api/dist/server` unless it was built from the same inputs. Returns whether there was anything to do. */
export function buildServer(root: string): Promise<boolean> {
  const api = join(root, 'apps/api');
  return buildFolder({
    name: 'the server',
    root,
    folder: 'apps/api/dist/server',
    // As deep as the folder itself: maps and addresses of sources in the bundle are relative.
    workshop: 'apps/api/dist',
    inputs,
    fill: async (fresh) => {
      const rolldown = join(api, 'node_modules/rolldown/bin/cli.mjs');
      await runCommand(process.execPath, [rolldown, '--config', 'rolldown.config.ts', '--dir', fresh], { cwd: api });
    },
  });
}

if (import.meta.main) await buildServer(dirname(import.meta.dirname));
