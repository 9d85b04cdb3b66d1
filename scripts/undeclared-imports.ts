import { linksOfModule, splitSpecifier } from './links-of-module.ts';

/** The parts of a package.json that say what comes with an installation. */
export interface Declared {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/**
 * What the built files of a package (path to text; `.js` and `.d.ts`) import without declaring it. The compiler writes
 * imports into declarations that no source has, so the sources cannot be asked.
 */
export function undeclaredImports(files: ReadonlyMap<string, string>, manifest: Declared): string[] {
  const declared = new Set(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }));
  return [...files].flatMap(([path, text]) => {
    const typeImports = [...text.matchAll(/\bimport\(["']([^"']+)["']\)/g)].map(([, specifier = '']) => specifier);
    const specifiers = [...linksOfModule(path, text).map(({ specifier }) => specifier), ...typeImports];
    const names = specifiers
      .filter((specifier) => !/^(\.|node:)/.test(specifier))
      .map((specifier) => splitSpecifier(specifier).name)
      .filter((name) => !declared.has(name) && name !== manifest.name);
    return [...new Set(names)].map((name) => `${path} imports ${name}, which package.json does not declare.`);
  });
}
