import { posix } from 'node:path';
import { type Manifest, type Member, membersOf, scope } from './members.ts';
import type { Rule, Tree } from './tree.ts';

/** Every package.json says the same things in the same way, and each file it names is there. */
export const packageShape: Rule = (tree) =>
  membersOf(tree).flatMap((member) => {
    const problems = [...common(tree, member), ...(member.manifest.private ? [] : publishable(tree, member))];
    return problems.map((problem) => `${member.folder}/package.json: ${problem}`);
  });

/** The oldest Node.js that the packages promise to run on. */
export const engine = '>=22.12';

function common(tree: Tree, { folder, kind, manifest }: Member): string[] {
  const wrong: string[] = [];
  const want = (holds: boolean, sentence: string) => void (holds || wrong.push(sentence));
  want(kind !== undefined, 'the folder is none of the kinds of package in the design.');
  want(manifest.name === scope + posix.basename(folder), `"name" must be ${scope}${posix.basename(folder)}.`);
  want(/^\d+\.\d+\.\d+$/.test(manifest.version ?? ''), '"version" must be a released version, like 0.1.0.');
  want(manifest.license === 'MIT', '"license" must be MIT.');
  want(manifest.type === 'module', '"type" must be module.');
  want((manifest.description ?? '').length >= 20, '"description" must say what the package is for.');
  want(manifest.engines?.['node'] === engine, `"engines.node" must be ${engine}.`);
  want(kind !== 'app' || manifest.private === true, 'an app is private.');
  const [, tagged] = /"tags"\s*:\s*\[\s*"([a-z]+)"\s*\]/.exec(tree.get(`${folder}/turbo.json`) ?? '') ?? [];
  want(tagged === kind, `turbo.json must be tagged "${kind}", so that the layer boundaries hold.`);
  for (const [subpath, file] of Object.entries(manifest.exports ?? {})) {
    want(file.startsWith('./src/'), `"exports" of ${subpath} must point into ./src.`);
    want(tree.has(posix.join(folder, file)), `"exports" of ${subpath} names ${file}, which does not exist.`);
  }
  return [...wrong, ...ranges(manifest), ...suites(tree, folder, manifest)];
}

function publishable(tree: Tree, { folder, manifest }: Member): string[] {
  const wrong: string[] = [];
  const want = (holds: boolean, sentence: string) => void (holds || wrong.push(sentence));
  want(manifest.sideEffects === false, '"sideEffects" must be false.');
  want(manifest.files?.includes('dist') === true, '"files" must hold dist.');
  want(manifest.publishConfig?.access === 'public', '"publishConfig.access" must be public.');
  want(manifest.exports?.['.'] !== undefined, '"exports" must have the entry ".".');
  want((tree.get(`${folder}/README.md`) ?? '').length > 0, 'the package needs a README.md.');
  const published = manifest.publishConfig?.exports ?? {};
  for (const subpath of new Set([...Object.keys(manifest.exports ?? {}), ...Object.keys(published)])) {
    const file = manifest.exports?.[subpath];
    const wanted = file === undefined ? undefined : publishedEntry(file);
    const same = JSON.stringify(published[subpath]) === JSON.stringify(wanted);
    want(same, `"publishConfig.exports" of ${subpath} must be ${JSON.stringify(wanted)}, as "exports" has it.`);
  }
  return wrong;
}

function publishedEntry(file: string): string | Record<string, string> {
  const built = file.replace('./src/', './dist/');
  const stem = built.replace(/\.tsx?$/, '');
  return stem === built ? built : { types: `${stem}.d.ts`, default: `${stem}.js` };
}

function ranges(manifest: Manifest): string[] {
  const { dependencies, devDependencies, peerDependencies } = manifest;
  const all = [dependencies, devDependencies, peerDependencies].flatMap((group) => Object.entries(group ?? {}));
  const wrong = all.filter(([name, range]) =>
    name.startsWith(scope) ? range !== 'workspace:^' : !/^(catalog:|\^?\d+\.\d+\.\d+(-[\w.]+)?$)/.test(range),
  );
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !manifest.peerDependenciesMeta?.[name]?.optional);
  return [
    ...wrong.map(([name, range]) => `${name} is "${range}": say workspace:^, catalog: or a whole version.`),
    ...peers.map((name) => `the peer ${name} must be optional.`),
  ];
}

function suites(tree: Tree, folder: string, { scripts }: Manifest): string[] {
  const long = [...tree.keys()].some((path) => path.startsWith(`${folder}/test/`) && path.endsWith('.long.ts'));
  const wanted = long ? `vitest run --config ${posix.relative(folder, 'vitest.long.config.ts')}` : undefined;
  return [
    ...(scripts?.['test'] === 'vitest run' ? [] : ['"scripts.test" must be `vitest run`.']),
    ...(scripts?.['test:long'] === wanted
      ? []
      : [`"scripts.test:long" must be ${wanted === undefined ? 'absent without test/*.long.ts' : `\`${wanted}\``}.`]),
  ];
}
