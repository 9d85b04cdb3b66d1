import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the repository: path from the root, with `/`, to text. Binary files have an empty text. */
export type Tree = ReadonlyMap<string, string>;

/** Looks at a tree and says what is wrong in it: one sentence each, starting with the path. */
export type Rule = (tree: Tree) => string[];

const skippedFolders = new Set(['node_modules', 'dist', '.git', '.turbo', '.data', 'coverage']);
const textFile = /(^|\/)(\.[a-z]+|[A-Z]+|run)$|\.(ts|tsx|js|mjs|css|html|json|md|ya?ml|sql|sh|txt|csv|svg)$/;

/** Reads what a commit of the folder would hold. */
export function readTree(root: string): Tree {
  const tree = new Map<string, string>();
  const read = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) read(path);
      if (entry.isFile()) tree.set(path, textFile.test(path) ? readFileSync(join(root, path), 'utf8') : '');
    }
  };
  read('');
  return tree;
}

/** A small tree written out, for the rules' own tests. Objects are written as JSON. */
export function treeOf(files: Readonly<Record<string, string | object>>): Tree {
  const text = (content: string | object) => (typeof content === 'string' ? content : JSON.stringify(content));
  return new Map(Object.entries(files).map(([path, content]) => [path, text(content)]));
}

/** The paths that match, with their texts. */
export function filesMatching(tree: Tree, pattern: RegExp): [path: string, text: string][] {
  return [...tree].filter(([path]) => pattern.test(path));
}
