import { posix } from 'node:path';
import { filesMatching, type Rule, type Tree } from './tree.ts';

/** Every link in a document leads to a file of this repository, and to a heading that the file has. */
export const documentLinks: Rule = (tree) =>
  filesMatching(tree, /\.md$/).flatMap(([path, text]) => {
    const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
    const targets = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(([, target = '']) => target);
    return targets
      .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
      .flatMap((target) => {
        const problem = brokenLink(tree, path, target);
        return problem === undefined ? [] : [`${path} links to ${target}: ${problem}`];
      });
  });

function brokenLink(tree: Tree, path: string, target: string): string | undefined {
  const [file = '', heading] = target.split('#');
  const place = file === '' ? path : posix.join(file.startsWith('/') ? '.' : posix.dirname(path), decodeURI(file));
  const folder = place.replace(/\/$/, '');
  const isFolder = folder === '.' || [...tree.keys()].some((other) => other.startsWith(`${folder}/`));
  if (!tree.has(place) && !isFolder) return 'no such file.';
  if (heading === undefined || !place.endsWith('.md')) return undefined;
  return headingsOf(tree.get(place) ?? '').has(heading) ? undefined : 'no such heading.';
}

function headingsOf(text: string): Set<string> {
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  const slugs = [...prose.matchAll(/^#{1,6}\s+(.+?)\s*$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
  return new Set(slugs);
}
