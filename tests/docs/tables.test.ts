import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureTable } from '../../packages/core/src/index.ts';
import { listModels, specs } from '../../packages/registry/src/index.ts';
import { codeBlocks } from './code-blocks.ts';

const root = dirname(dirname(import.meta.dirname));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');

const isCode = (line: string) => line.trim() !== '' && !line.trim().startsWith('//');

describe('the tables of the documents', () => {
  it('name exactly the variables that the app reads', () => {
    const [, table = ''] = readme.split('## Settings of the HTTP API');
    const named = [...table.matchAll(/^\| (`[A-Z].*?`) \|/gm)].flatMap(([, cell = '']) => cell.match(/[A-Z_]+/g) ?? []);
    const inConfig = [...read('apps/api/src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    const inMain = [...read('apps/api/src/main.ts').matchAll(/env\['([A-Z_]+)'\]/g)].map(([, name]) => name);
    expect(named.toSorted()).toEqual([...new Set([...inConfig, ...inMain])].toSorted());
  });

  it('have every package, and each has its version of npm’s command', () => {
    const packages = readdirSync(join(root, 'packages')).toSorted();
    const linked = [...readme.matchAll(/\(packages\/([\w-]+)\/README\.md\)/g)].map(([, name]) => name);
    expect(linked.toSorted()).toEqual(packages);
    for (const name of packages) {
      const install = codeBlocks(read(`packages/${name}/README.md`)).find(({ language }) => language === 'sh');
      expect(install?.code).toMatch(new RegExp(`^npm install @image-studio/${name}\\b`));
    }
  });

  it('have every row of the failure table, as it is in the code', () => {
    const document = read('docs/architecture.md');
    const rows = Object.entries(failureTable).map(
      ([kind, { when, billed, action }]) => `| \`${kind}\` | ${when} | ${billed} | ${action} |`,
    );
    const shown = document.split('\n').filter((line) => /\| (no|yes|unknown) \| \w+ \|$/.test(line));
    expect(shown).toEqual(rows);
  });

  it('state how many lines of code an operation is, at most 60, and a vendor’s part of it, at most 30', () => {
    const codeOf = (path: string) =>
      read(path)
        .replaceAll(/\/\*[^]*?\*\//g, '')
        .split('\n')
        .filter(isCode).length;
    const rows = globSync('packages/provider-*', { cwd: root })
      .toSorted()
      .map((folder) => {
        const own = codeOf(`${folder}/src/spec.ts`) + codeOf(`${folder}/src/index.ts`);
        // A vendor whose models are all listed only has no part.
        const vendors = globSync(`${folder}/src/*.models.ts`, { cwd: root })
          .map((path) => basename(path, '.models.ts'))
          .filter((vendor) => existsSync(join(root, folder, `src/${vendor}.ts`)));
        const parts = vendors.toSorted().map((vendor) => [vendor, codeOf(`${folder}/src/${vendor}.ts`)] as const);
        expect(own, folder).toBeLessThanOrEqual(60);
        for (const [vendor, lines] of parts) expect(lines, `${folder} ${vendor}`).toBeLessThanOrEqual(30);
        const said = parts.map(([vendor, lines]) => `${vendor} ${lines}`).join(', ');
        return `| [${basename(folder)}](${folder}) | ${own} | ${said} |`;
      });
    const shown = read('CONTRIBUTING.md').match(/^\| \[provider-\w+\]\(packages\/.*\|$/gm);
    expect(shown).toEqual(rows);
  });

  it('count the models that there are', () => {
    const counts = [...readme.matchAll(/(\w+) \((\d+) models\)/g)].map(([, id, count]) => [id, Number(count)]);
    const wanted = Object.keys(specs).map((id) => [id, listModels({ operation: id }).length]);
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(wanted));
  });

  // Core has too many for its table; its README names the ones to begin with.
  it.each(globSync('packages/!(core)/src/index.ts', { cwd: root }))('show every function of %s', async (path) => {
    const document = read(join(dirname(dirname(path)), 'README.md'));
    const exported = Object.keys((await import(join(root, path))) as object);
    expect(exported.filter((name) => !document.includes(`\`${name}`))).toEqual([]);
  });
});
