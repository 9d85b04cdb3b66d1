import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Models } from '../../packages/core/src/index.ts';

const root = dirname(dirname(import.meta.dirname));

/** Where the manifest of an operation's package is. */
export function manifestPath(folder: string): string {
  return join(root, 'packages', folder, 'src', 'wavespeed.models.ts');
}

/** Where it is written down what the vendor's catalogue said. */
export const seenPath: string = join(root, 'apps/api/src/wavespeed.catalogue.json');

/** Whether the operation has a package to write into. */
export function hasPackage(folder: string): boolean {
  return existsSync(join(root, 'packages', folder, 'package.json'));
}

/** The rows that are committed; none where there is no manifest. */
export async function committedRows(folder: string): Promise<Models> {
  return existsSync(manifestPath(folder)) ? rowsAt(manifestPath(folder)) : {};
}

/** The rows that a source text would give, without touching the committed file. */
export async function rowsOfSource(folder: string, source: string): Promise<Models> {
  const cache = join(root, 'packages', folder, 'node_modules', '.cache', 'catalog');
  mkdirSync(cache, { recursive: true });
  rowsRead += 1;
  const path = join(cache, `fresh-${process.pid}-${rowsRead}.mjs`);
  writeFileSync(path, source.replaceAll(' as const', ''));
  return rowsAt(path);
}

let rowsRead = 0;

async function rowsAt(path: string): Promise<Models> {
  const loaded: { readonly wavespeedModels: Models } = await import(pathToFileURL(path).href);
  return loaded.wavespeedModels;
}
