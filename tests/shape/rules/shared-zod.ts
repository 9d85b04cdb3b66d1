import { filesMatching, type Rule } from './tree.ts';

const list = 'packages/core/src/zod.ts';

/** Whatever packages use of zod, core names: the packed ones find it there, where the compiler, who reads the sources, would not miss it. */
export const sharedZod: Rule = (tree) => {
  const named = new Set((tree.get(list) ?? '').match(/\w+/g));
  return filesMatching(tree, /^packages\/[^/]+\/src\/.*\.ts$/)
    .filter(([, text]) => /\* as z from 'zod'/.test(text))
    .flatMap(([path, text]) => {
      const used = new Set([...text.matchAll(/\bz\.(\w+)/g)].map(([, name = '']) => name));
      return [...used]
        .filter((name) => !named.has(name))
        .map((name) => `${path} uses z.${name}, which ${list} does not name.`);
    });
};
