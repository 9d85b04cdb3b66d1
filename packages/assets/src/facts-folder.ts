import type { BigIntStats } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Remembers the SHA-256 of stored files, so that asking for it does not read the file again. */
export interface FactsFolder {
  /** The SHA-256 of exactly this file; undefined when it was replaced, restored from a backup or never hashed. */
  find(key: string, identity: BigIntStats): Promise<string | undefined>;
  /** Never throws: a fact that could not be kept is computed again. */
  save(key: string, identity: BigIntStats, sha256: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/**
 * Facts in a folder of small files beside the stored ones. A fact names the file it belongs to (inode, size and time of change),
 * so a fact that a crash or a race left behind, or tore, is noticed and never believed. It can be deleted at any time.
 */
export function createFactsFolder(root: string): FactsFolder {
  const pathOf = (key: string) => join(root, `${key}.sha256`);
  return {
    async find(key, identity) {
      const text = await readFile(pathOf(key), 'utf8').catch(() => '');
      const [sha256, file] = text.split(' ');
      return file === nameOf(identity) ? sha256 : undefined;
    },
    async save(key, identity, sha256) {
      const path = pathOf(key);
      const write = async () => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, `${sha256} ${nameOf(identity)}`);
      };
      await write().catch(() => undefined);
    },
    async remove(key) {
      await rm(pathOf(key), { force: true }).catch(() => undefined);
    },
  };
}

function nameOf({ ino, size, mtimeNs }: BigIntStats): string {
  return `${ino}:${size}:${mtimeNs}`;
}
