import { parseSync } from 'oxc-parser';
import { filesMatching, type Rule } from './tree.ts';

/** Every exported declaration of a package's sources has a docstring right above it. */
export const docstrings: Rule = (tree) =>
  filesMatching(tree, /^packages\/[^/]+\/src\/.*\.ts$/).flatMap(([path, text]) => {
    if (/\.models\.ts$|\/generated\//.test(path)) return [];
    const { program, comments } = parseSync(path, text);
    const docEnds = comments
      .filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
      .map(({ end }) => end);
    const told = new Set<string>();
    return program.body.flatMap((line) => {
      if (line.type !== 'ExportNamedDeclaration' || line.declaration === null) return [];
      const name = nameOf(line.declaration, text);
      if (docEnds.some((end) => end <= line.start && text.slice(end, line.start).trim() === '')) told.add(name);
      // The later signatures of an overloaded function share the docstring of the first.
      return told.has(name) ? [] : [`${path}: the export "${name}" has no docstring.`];
    });
  });

function nameOf(declaration: { readonly start: number; readonly end: number }, text: string): string {
  const head = text.slice(declaration.start, declaration.end).split('\n')[0] ?? '';
  return /\b(?:const|function\*?|class|interface|type|let)\s+(\w+)/.exec(head)?.[1] ?? head;
}
