import { parseSync } from 'oxc-parser';

/** One import, re-export or dynamic import of a module. */
export interface ModuleLink {
  readonly specifier: string;
  /** Gone at run time: every name is imported as a type. */
  readonly typesOnly: boolean;
  /** `import()`: loaded when the line is reached. */
  readonly lazy: boolean;
}

/** What a TypeScript module refers to, in the order of the text. */
export function linksOfModule(path: string, text: string): ModuleLink[] {
  const { module } = parseSync(path, text);
  const links: (ModuleLink & { at: number })[] = [];
  for (const { start, moduleRequest, entries } of module.staticImports) {
    const typesOnly = entries.length > 0 && entries.every(({ isType }) => isType);
    links.push({ at: start, specifier: moduleRequest.value, typesOnly, lazy: false });
  }
  for (const { start, entries } of module.staticExports) {
    const from = entries.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value]))[0];
    if (from === undefined) continue;
    links.push({ at: start, specifier: from, typesOnly: entries.every(({ isType }) => isType), lazy: false });
  }
  for (const { start, moduleRequest } of module.dynamicImports) {
    const specifier = /^(['"`])(.*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2];
    if (specifier !== undefined) links.push({ at: start, specifier, typesOnly: false, lazy: true });
  }
  return links.toSorted((one, other) => one.at - other.at).map(({ at, ...link }) => link);
}

/** Splits `@scope/name/sub/path` or `name/sub` into the package and the subpath (`.` for none). */
export function splitSpecifier(specifier: string): { name: string; subpath: string } {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  const rest = parts.slice(length).join('/');
  return { name: parts.slice(0, length).join('/'), subpath: rest === '' ? '.' : rest };
}
