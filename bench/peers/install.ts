import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
// @boundaries-ignore measured is what a release packs, by its own scripts
import { buildPackages, type PackedPackage, packPackages } from '../../scripts/pack-packages.ts';
// @boundaries-ignore measured is what a release packs, by its own scripts
import { runCommand } from '../../scripts/run-command.ts';
import { type Peer, type PeerName, peers } from './peers.ts';

const bench = dirname(import.meta.dirname);
const root = dirname(bench);
const data = join(bench, '.data');
let lastPacked: readonly PackedPackage[] = [];

/** Where a peer is installed. */
export function folderOf(name: PeerName): string {
  return join(data, 'peers', name);
}

/**
 * Installs what is missing, each peer alone, and our own packages as npm would get them: built, packed, and without this workspace. With
 * `fresh: false` those of the last time stay.
 */
export async function installPeers(
  names: readonly PeerName[],
  { fresh = true, say }: { readonly fresh?: boolean; readonly say: (line: string) => void },
): Promise<void> {
  for (const name of names) {
    const peer: Peer = peers[name];
    if (peer.ours === undefined) await installOnce(name, peer, say);
    else if (fresh) {
      if (lastPacked.length === 0) lastPacked = await packOurs(say);
      await installFresh(name, peer.ours);
    }
    await copyClient(name);
  }
}

async function installOnce(name: PeerName, { npm }: Peer, say: (line: string) => void): Promise<void> {
  const folder = folderOf(name);
  const manifest = manifestOf(npm);
  // Written last, so that an installation that was broken off is made anew.
  const done = await readFile(join(folder, 'installed.json'), 'utf8').catch(() => '');
  if (done === manifest) return;
  say(`installing ${Object.keys(npm).join(', ') || name}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), manifest);
  await runCommand('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  await writeFile(join(folder, 'installed.json'), manifest);
}

/** The tarballs of packages of ours, by their full names; {@link installPeers} packed them. */
export function tarballsOf(names: Iterable<string>): readonly string[] {
  return [...names].map((name) => {
    const found = lastPacked.find((one) => one.name === name);
    if (found === undefined) throw new Error(`There is no package ${name}.`);
    return found.tarball;
  });
}

async function packOurs(say: (line: string) => void): Promise<readonly PackedPackage[]> {
  say('building and packing our own packages');
  const folder = join(data, 'packed');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await buildPackages(root);
  return packPackages(root, folder);
}

async function installFresh(name: PeerName, ours: readonly string[]): Promise<void> {
  const folder = folderOf(name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), manifestOf({}));
  const tarballs = tarballsOf(ours.map((one) => `@image-studio/${one}`));
  await runCommand('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs], { cwd: folder });
}

/** The peer's side of the measurements is a program in its folder, so that it imports what is installed there and nothing else. */
async function copyClient(name: PeerName): Promise<void> {
  const clients = join(import.meta.dirname, 'clients');
  const own = (await readdir(clients)).filter((file) => file === `${name}.mjs`);
  for (const file of own) await cp(join(clients, file), join(folderOf(name), 'client.mjs'));
  await cp(join(clients, 'first-image.mjs'), join(folderOf(name), 'first-image.mjs'));
}

function manifestOf(dependencies: Peer['npm']): string {
  return JSON.stringify({ private: true, type: 'module', dependencies });
}
