import { filesMatching, type Rule } from './tree.ts';

const written = /^(?!pnpm-lock\.yaml$).*$/;
// Spelled in halves, so that the rule does not find itself.
const unfinished = new RegExp(
  `\\b(${[
    ['TO', 'DO'],
    ['FIX', 'ME'],
    ['X', 'XX'],
  ]
    .map((halves) => halves.join(''))
    .join('|')})\\b`,
);
const machinePath = new RegExp(
  `(?<![\\w.:/@-])/(${['home', 'Users', 'root', 'work', 'var/folders'].join('|')})/[\\w.-]`,
);

/** Nothing is left for later in a committed file. */
export const unfinishedWork: Rule = (tree) => linesMatching(tree, unfinished, 'is marked as unfinished.');

/** No file knows where it lay on somebody's machine. */
export const machinePaths: Rule = (tree) => linesMatching(tree, machinePath, 'names a folder of one machine.');

function linesMatching(tree: Parameters<Rule>[0], pattern: RegExp, verdict: string): string[] {
  return filesMatching(tree, written).flatMap(([path, text]) =>
    pattern.test(text)
      ? text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${verdict}`] : []))
      : [],
  );
}
