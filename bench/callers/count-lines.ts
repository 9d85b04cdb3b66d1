/** How many lines of a program are code: without imports (of several lines, too), blank lines and comments. */
export function countLines(source: string): number {
  const withoutComments = source.replace(/\/\*[^]*?\*\//g, '');
  const withoutImports = withoutComments.replace(/^import\s[^;]*;\s*$/gm, '');
  return withoutImports.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
}
