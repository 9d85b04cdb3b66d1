import { posix } from 'node:path';
import { linksOfModule, splitSpecifier } from '../../../scripts/links-of-module.ts';
import { type Member, membersOf } from './members.ts';
import type { Rule, Tree } from './tree.ts';

/**
 * The light half (specs, manifests, core, registry) reaches at run time nothing but itself and zod, however far one
 * follows its imports: planning, validating and quoting need no HTTP client, in a browser too.
 */
export const lightHalf: Rule = (tree) => {
  const members = membersOf(tree);
  return members.flatMap((member) =>
    lightEntries(member).flatMap(([subpath, file]) => {
      const entry = posix.join(member.folder, file);
      return [...new Set(heavyLinks(tree, members, entry))].map(
        (link) => `${member.folder}: the light entry "${subpath}" reaches ${link}.`,
      );
    }),
  );
};

function lightEntries({ kind, manifest }: Member): [subpath: string, file: string][] {
  const entries = Object.entries(manifest.exports ?? {});
  if (kind === 'core') return entries.filter(([subpath]) => subpath !== './contracts');
  if (kind === 'registry') return entries;
  return kind === 'provider' ? entries.filter(([subpath]) => subpath === './spec') : [];
}

function heavyLinks(tree: Tree, members: readonly Member[], entry: string): string[] {
  const seen = new Set<string>();
  const heavy: string[] = [];
  const visit = (path: string): void => {
    const text = tree.get(path);
    if (seen.has(path) || text === undefined || !/\.tsx?$/.test(path)) return;
    seen.add(path);
    for (const { specifier, typesOnly, lazy } of linksOfModule(path, text)) {
      if (typesOnly || (lazy && specifier.startsWith('node:')) || specifier === 'zod') continue;
      if (specifier.startsWith('.')) {
        visit(posix.join(posix.dirname(path), specifier));
        continue;
      }
      const { name, subpath } = splitSpecifier(specifier);
      const target = members.find((member) => member.manifest.name === name);
      const light = target && lightEntries(target).find(([key]) => posix.join('.', key) === subpath);
      if (target === undefined || light === undefined) heavy.push(`${specifier} (in ${path})`);
      else visit(posix.join(target.folder, light[1]));
    }
  };
  visit(entry);
  return heavy;
}
