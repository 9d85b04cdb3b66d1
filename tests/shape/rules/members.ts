import type { Tree } from './tree.ts';

/** What a package is in the layers of the design; the tag in its turbo.json. */
export type Kind =
  | 'core'
  | 'http'
  | 'adapter'
  | 'client'
  | 'sandbox'
  | 'vendor'
  | 'provider'
  | 'registry'
  | 'studio'
  | 'app';

/** A package.json, as far as it is read here. */
export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly license?: string;
  readonly type?: string;
  readonly sideEffects?: boolean;
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, string>>;
  readonly publishConfig?: {
    readonly access?: string;
    readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly engines?: Readonly<Record<string, string>>;
}

/** A package or app of the workspace. */
export interface Member {
  readonly folder: string;
  readonly kind: Kind | undefined;
  readonly manifest: Manifest;
}

/** The start of every package's name. */
export const scope = '@image-studio/';

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^packages\/core$/, 'core'],
  [/^packages\/http$/, 'http'],
  [/^packages\/(assets|media|store)$/, 'adapter'],
  [/^packages\/api-client$/, 'client'],
  [/^packages\/sandbox$/, 'sandbox'],
  [/^packages\/vendor-[a-z0-9-]+$/, 'vendor'],
  [/^packages\/provider-[a-z0-9-]+$/, 'provider'],
  [/^packages\/registry$/, 'registry'],
  [/^packages\/studio$/, 'studio'],
  [/^(apps\/[a-z0-9-]+|bench|examples)$/, 'app'],
];

/** The kind of package that a folder holds; undefined for a name that the design does not know. */
export function kindOf(folder: string): Kind | undefined {
  return kinds.find(([pattern]) => pattern.test(folder))?.[1];
}

/** Every member of the workspace, by path: the folders of packages and apps, and those beside them. */
export function membersOf(tree: Tree): Member[] {
  return [...tree]
    .flatMap(([path, text]) => {
      const folder = /^((?:packages|apps)\/[^/]+|bench|examples)\/package\.json$/.exec(path)?.[1];
      return folder === undefined ? [] : [{ folder, kind: kindOf(folder), manifest: JSON.parse(text) as Manifest }];
    })
    .toSorted((one, other) => one.folder.localeCompare(other.folder));
}

/** The workspace packages that a published copy of this one needs: its dependencies and peers within the workspace. */
export function workspaceNeeds({ manifest }: Member): string[] {
  const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  return names.filter((name) => name.startsWith(scope)).toSorted();
}
