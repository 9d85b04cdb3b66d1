import { posix } from 'node:path';
import { membersOf, workspaceNeeds } from './members.ts';
import type { Rule, Tree } from './tree.ts';

interface Project {
  readonly references?: readonly { readonly path: string }[];
}

/** TypeScript builds what package.json says: a package refers to the workspace packages it needs, the root to all. */
export const projectReferences: Rule = (tree) => {
  const members = membersOf(tree);
  const folders = new Map(members.map(({ folder, manifest }) => [manifest.name, folder]));
  // What lies beside packages/ and apps/ is built by nobody and checked with the tests.
  const built = members.filter(({ folder }) => folder.includes('/'));
  const everyFolder = built.map(({ folder }) => folder);
  return [
    ...built.flatMap((member) => {
      const wanted = workspaceNeeds(member).flatMap((name) => folders.get(name) ?? []);
      return compare(tree, `${member.folder}/tsconfig.json`, wanted);
    }),
    ...compare(tree, 'tsconfig.json', [...everyFolder, 'tsconfig.tests.json']),
    ...compare(tree, 'tsconfig.tests.json', everyFolder),
  ];
};

function compare(tree: Tree, path: string, wanted: readonly string[]): string[] {
  const text = tree.get(path);
  if (text === undefined) return [`${path} is missing.`];
  const { references = [] } = JSON.parse(text) as Project;
  const found = references.map((reference) => posix.join(posix.dirname(path), reference.path));
  return [
    ...wanted.filter((folder) => !found.includes(folder)).map((folder) => `${path} lacks a reference to ${folder}.`),
    ...found.filter((folder) => !wanted.includes(folder)).map((folder) => `${path} refers to ${folder} for nothing.`),
  ];
}
