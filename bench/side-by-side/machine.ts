import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { folderOf } from '../peers/install.ts';
import { type Peer, type PeerName, peers } from '../peers/peers.ts';

/** On what was measured, and which versions. */
export function machine(): Readonly<Record<'measured' | 'machine' | 'node' | 'peers', string>> {
  return {
    measured: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    node: process.version,
    peers: installed().join(', '),
  };
}

function installed(): string[] {
  const found = Object.entries(peers as Readonly<Record<string, Peer>>).flatMap(([name, { npm }]) =>
    Object.keys(npm).map((one) => {
      const path = join(folderOf(name as PeerName), 'node_modules', one, 'package.json');
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
      return `${one} ${version}`;
    }),
  );
  return [...new Set(found)];
}
