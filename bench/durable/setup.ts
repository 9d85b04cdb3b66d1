import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The peer and the version that is measured. */
export const peer = { name: '@dbos-inc/dbos-sdk', version: '5.3.0' } as const;

/** Where the peer is installed: a folder of its own that git ignores, so that it is no dependency of ours. */
export const peerFolder: string = join(import.meta.dirname, '.peer');

/** Installs the peer from npm, once. Throws when npm cannot. */
export function installPeer(): void {
  if (existsSync(join(peerFolder, 'node_modules', peer.name, 'package.json'))) return;
  mkdirSync(peerFolder, { recursive: true });
  writeFileSync(join(peerFolder, 'package.json'), JSON.stringify({ private: true }));
  const options = ['install', '--no-audit', '--no-fund', '--save-exact', `${peer.name}@${peer.version}`];
  const { status, stderr } = spawnSync('npm', options, { cwd: peerFolder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm could not install ${peer.name}: ${stderr}`);
}
