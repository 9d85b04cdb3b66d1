import { linksOfModule, type ModuleLink, splitSpecifier } from '../../../scripts/links-of-module.ts';
import { type Kind, type Member, membersOf, scope } from './members.ts';
import { filesMatching, type Rule } from './tree.ts';

/** Leave to import from packages of a kind: as types only, by certain subpaths only, or only when first needed. */
interface Grant {
  readonly kind: Kind;
  readonly typesOnly?: true;
  readonly subpath?: string;
  readonly lazy?: true;
}

const core: Grant = { kind: 'core' };
const specs: Grant = { kind: 'provider', subpath: 'spec' };
const page: readonly Grant[] = [core, { kind: 'registry' }, { kind: 'client' }, specs];

const grants: Readonly<Record<Kind, readonly Grant[]>> = {
  core: [],
  http: [core],
  adapter: [core],
  client: [core],
  sandbox: [core],
  vendor: [core, { kind: 'http' }],
  provider: [core, { kind: 'vendor', typesOnly: true }],
  registry: [core, specs],
  studio: [core, { kind: 'registry' }, { kind: 'provider' }, { kind: 'vendor', typesOnly: true }],
  app: [
    ...([core, { kind: 'http' }, { kind: 'adapter' }, { kind: 'client' }, { kind: 'vendor' }] as const),
    ...([{ kind: 'provider' }, { kind: 'registry' }, { kind: 'studio' }, { kind: 'sandbox', lazy: true }] as const),
  ],
};

/** Other packages that the light and the narrow kinds may import; kinds not listed may import what they declare. */
const outsiders: Readonly<Partial<Record<Kind, (link: ModuleLink, path: string) => boolean>>> = {
  core: ({ specifier, lazy }, path) =>
    specifier === 'zod' ||
    (lazy && specifier.startsWith('node:')) ||
    (/\/src\/contracts(\/|\.ts$)/.test(path) && ['vitest', 'fast-check'].includes(specifier)),
  http: ({ specifier }) => specifier === 'ky' || specifier.startsWith('node:'),
  provider: ({ specifier }) => specifier === 'zod',
  registry: ({ specifier }) => specifier === 'zod',
  client: ({ specifier }) => specifier === 'zod',
};

/** Sources import directly only what their layer may: by kind, by subpath, and as types where that is the rule. */
export const directImports: Rule = (tree) => {
  const members = membersOf(tree);
  return members.flatMap((member) =>
    filesMatching(tree, new RegExp(`^${member.folder}/src/.*\\.tsx?$`)).flatMap(([path, text]) =>
      linksOfModule(path, text).flatMap((link) => refusal(member, members, path, link) ?? []),
    ),
  );
};

function refusal(member: Member, members: readonly Member[], path: string, link: ModuleLink): string | undefined {
  const { kind, folder, manifest } = member;
  const { specifier } = link;
  if (kind === undefined) return undefined;
  if (specifier.startsWith('.')) {
    const leaves = new URL(specifier, `file:///${path}`).pathname.startsWith(`/${folder}/`) === false;
    return leaves ? `${path} imports ${specifier}, which is outside of its package.` : undefined;
  }
  const { name, subpath } = splitSpecifier(specifier);
  if (!name.startsWith(scope)) {
    const allowed = outsiders[kind]?.(link, path) ?? true;
    return allowed ? undefined : `${path} imports ${specifier}: a package of kind "${kind}" may not.`;
  }
  if (name === manifest.name) return `${path} imports its own package by name; import the file.`;
  const target = members.find((other) => other.manifest.name === name);
  if (target?.kind === undefined) return `${path} imports ${specifier}, which is no package of this workspace.`;
  const allowed = folder === 'apps/web' ? page : grants[kind];
  const grant = allowed.find((one) => one.kind === target.kind);
  if (grant === undefined) return `${path} imports ${specifier}: ${folder} may not import a ${target.kind} package.`;
  if (grant.typesOnly === true && !link.typesOnly) return `${path} imports ${specifier}: only \`import type\` here.`;
  if (grant.lazy === true && !link.lazy && !link.typesOnly) {
    return `${path} imports ${specifier}: load it with \`await import()\` where it is needed.`;
  }
  if (grant.subpath !== undefined && subpath !== grant.subpath) {
    return `${path} imports ${specifier}: ${folder} takes only ${name}/${grant.subpath}.`;
  }
  return undefined;
}
