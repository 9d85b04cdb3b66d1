import { cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { runCommand } from '../../scripts/run-command.ts';

const left = new Set(['node_modules', 'dist', '.git', '.turbo', '.data']);

/** Copies the workspace without what is built or installed, commits it to a repository of its own and installs it. */
export async function copyWorkspace(root: string, into: string): Promise<void> {
  await cp(root, into, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) });
  await git(into, 'init', '--quiet', '--initial-branch=main');
  await commitAll(into, 'Start');
  await runCommand('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { cwd: into });
}

/** Commits everything in a repository under a name that belongs to nobody. */
export async function commitAll(folder: string, message: string): Promise<void> {
  await git(folder, 'add', '--all');
  await git(folder, '-c', 'user.name=Rehearsal', '-c', 'user.email=rehearsal@localhost', 'commit', '-qm', message);
}

async function git(folder: string, ...args: string[]): Promise<void> {
  await runCommand('git', args, { cwd: folder });
}
