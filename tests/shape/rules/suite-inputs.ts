import { matchesGlob, posix } from 'node:path';
import { linksOfModule, splitSpecifier } from '../../../scripts/links-of-module.ts';
import { type Member, membersOf } from './members.ts';
import { filesMatching, type Rule, type Tree } from './tree.ts';

interface Task {
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
}

/**
 * Each folder of `tests` with tests in it has a script and a task of turbo, whose inputs are all that its modules import, however far
 * one follows them: else a suite would come from the cache although something it reads has changed.
 */
export const suiteInputs: Rule = (tree) => {
  const { tasks } = JSON.parse(tree.get('turbo.json') ?? '{"tasks":{}}') as { tasks: Readonly<Record<string, Task>> };
  const { scripts = {} } = JSON.parse(tree.get('package.json') ?? '{}') as {
    scripts?: Readonly<Record<string, string>>;
  };
  const members = membersOf(tree);
  const tests = filesMatching(tree, /^tests\/[^/]+\/.*\.test\.ts$/).map(([path]) => path);
  return [...new Set(tests.map((path) => path.split('/')[1]!))].flatMap((name) => {
    const folder = `tests/${name}`;
    const { inputs = [], outputs = [] } = tasks[`//#test:${name}`] ?? {};
    const reached = reachedFrom(
      tree,
      members,
      filesMatching(tree, new RegExp(`^${folder}/.*\\.ts$`)).map(([path]) => path),
    );
    return [
      ...(scripts[`test:${name}`] === `vitest run --root ${folder}`
        ? []
        : [`package.json: "test:${name}" runs ${folder}.`]),
      ...(outputs.includes(`${folder}/node_modules/.cache/test-report.json`)
        ? []
        : [`turbo.json: "//#test:${name}" keeps the report of ${folder}.`]),
      ...reached
        .filter((path) => !isInput(path, inputs))
        .map((path) => `turbo.json: "//#test:${name}" does not name ${path}, which ${folder} reads.`),
    ];
  });
};

function isInput(path: string, inputs: readonly string[]): boolean {
  const named = inputs.filter((pattern) => !pattern.startsWith('!'));
  const left = inputs.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  return (
    named.some((pattern) => pattern === '$TURBO_DEFAULT$' || matchesGlob(path, pattern)) &&
    !left.some((pattern) => matchesGlob(path, pattern))
  );
}

/** The files of the repository that are loaded with some of them, themselves included. */
function reachedFrom(tree: Tree, members: readonly Member[], paths: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const text = tree.get(path);
    if (seen.has(path) || text === undefined) return;
    seen.add(path);
    if (!/\.tsx?$/.test(path)) return;
    for (const { specifier } of linksOfModule(path, text)) {
      const target = specifier.startsWith('.')
        ? posix.join(posix.dirname(path), specifier)
        : entryOf(members, specifier);
      if (target !== undefined) visit(target);
    }
  };
  for (const path of paths) visit(path);
  return [...seen];
}

function entryOf(members: readonly Member[], specifier: string): string | undefined {
  const { name, subpath } = splitSpecifier(specifier);
  const member = members.find(({ manifest }) => manifest.name === name);
  const file = Object.entries(member?.manifest.exports ?? {}).find(([key]) => posix.join('.', key) === subpath)?.[1];
  return member && file ? posix.join(member.folder, file) : undefined;
}
