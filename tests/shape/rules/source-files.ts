import { parseSync } from 'oxc-parser';
import { posix } from 'node:path';
import { filesMatching, type Rule } from './tree.ts';

const code = /^(packages|apps|scripts|tests|bench|examples)\/.*\.tsx?$/;
const data = /\.models\.ts$|\/generated\//;
const vague = /^(utils?|helpers?|types?|common|misc|shared)$/;
const lineLimit = 200;

/** Files and folders of code are kebab-case and named for the one thing inside. */
export const fileNames: Rule = (tree) =>
  [...tree.keys()]
    .filter((path) => code.test(path))
    .flatMap((path) => {
      const parts = path.split('/');
      const stem = (parts.at(-1) ?? '').replace(/(\.(test|test-d|long|models|config|d))?\.tsx?$/, '');
      const odd = [...parts.slice(0, -1), stem].filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part));
      return [
        ...odd.map((part) => `${path}: "${part}" is not kebab-case.`),
        ...(vague.test(stem) ? [`${path}: "${stem}" says nothing; name the file for the one thing inside.`] : []),
      ];
    });

/** A file of code is under 200 lines; manifests and generated files are data. */
export const fileLengths: Rule = (tree) =>
  filesMatching(tree, code).flatMap(([path, text]) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    const long = lines >= lineLimit && !data.test(path);
    return long ? [`${path} has ${lines} lines; a file stays under ${lineLimit}.`] : [];
  });

/** `index.ts` is a list of named re-exports; that of a provider package may hold the operation's factory too. */
export const indexFiles: Rule = (tree) =>
  filesMatching(tree, /^(packages|apps)\/[^/]+\/src\/(.*\/)?index\.ts$/).flatMap(([path, text]) => {
    const { body } = parseSync(path, text).program;
    const factory = /^packages\/provider-[^/]+\/src\/index\.ts$/.test(path);
    const listed = body.every(
      (line) =>
        (line.type === 'ExportNamedDeclaration' && (line.source !== null || (factory && line.declaration !== null))) ||
        (factory && line.type === 'ImportDeclaration'),
    );
    return listed && body.length > 0
      ? []
      : [`${path} holds more or less than named re-exports (\`export { … } from\`).`];
  });

/** No default exports, but for the configuration files of tools that ask for one. */
export const defaultExports: Rule = (tree) =>
  filesMatching(tree, /\.tsx?$/).flatMap(([path, text]) => {
    if (path.endsWith('.config.ts')) return [];
    const { staticExports } = parseSync(path, text).module;
    const found = staticExports.some(({ entries }) =>
      entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
    );
    return found ? [`${path} has a default export; name it.`] : [];
  });

/** Tests of a package go through its entries and mock no modules. */
export const testEntries: Rule = (tree) =>
  filesMatching(tree, /^packages\/[^/]+\/test\/.*\.tsx?$/).flatMap(([path, text]) => {
    const [folder = ''] = /^[^/]+\/[^/]+/.exec(path) ?? [];
    const { exports: entries = {} } = JSON.parse(tree.get(`${folder}/package.json`) ?? '{}') as {
      exports?: Record<string, string>;
    };
    const allowed = new Set(Object.values(entries).map((file) => posix.join(folder, file)));
    const { staticImports } = parseSync(path, text).module;
    const inner = staticImports
      .map(({ moduleRequest }) => moduleRequest.value)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => posix.join(posix.dirname(path), specifier))
      .filter((target) => target.startsWith(`${folder}/src/`) && !allowed.has(target));
    const mocks = new RegExp(`\\bvi\\.(mock|doMock|hoisted)\\(`).test(text);
    return [
      ...inner.map((target) => `${path} imports ${target}, which is no entry of its package.`),
      ...(mocks ? [`${path} mocks a module; hand in what the code needs instead.`] : []),
    ];
  });
