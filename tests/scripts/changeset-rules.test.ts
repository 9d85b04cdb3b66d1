import { expect, test } from 'vitest';
import { type Bump, changesetProblems, parseChangeset } from '../../scripts/changeset-rules.ts';

const core = '@image-studio/core';
const http = '@image-studio/http';
const page = '@image-studio/page';
const packages = (version: string) => [
  { name: core, version, needs: ['zod'] },
  { name: http, version, needs: [core, 'ky'] },
  { name: page, version, needs: [] },
];
const set = (releases: Record<string, Bump>) => ({ file: '.changeset/a.md', releases });

test('a changeset says what it raises in its front matter', () => {
  const text = `---\n'${core}': minor\n"${http}": patch\n---\n\nPrices say their basis.\n`;
  expect(parseChangeset('a.md', text)).toEqual({ file: 'a.md', releases: { [core]: 'minor', [http]: 'patch' } });
  expect(parseChangeset('a.md', '---\n---\n\nNothing to release.\n').releases).toEqual({});
});

test('a changeset that cannot be read is refused', () => {
  expect(() => parseChangeset('a.md', 'Prices say their basis.')).toThrow('a.md has no front matter');
  expect(() => parseChangeset('a.md', `---\n'${core}': huge\n---\n`)).toThrow('is not');
});

test('a patch of core moves nobody else', () => {
  expect(changesetProblems([set({ [core]: 'patch' })], packages('0.1.0'))).toEqual([]);
  expect(changesetProblems([set({ [core]: 'minor' })], packages('1.0.0'))).toEqual([]);
});

test('a breaking release of core must be one of every package with core in its types', () => {
  expect(changesetProblems([set({ [core]: 'minor' })], packages('0.1.0'))).toEqual([
    expect.stringContaining(`raise ${http} by a minor`),
  ]);
  expect(changesetProblems([set({ [core]: 'major', [http]: 'minor' })], packages('1.0.0'))).toEqual([
    expect.stringContaining(`raise ${http} by a major`),
  ]);
});

test('the raise may come from another changeset of the same release', () => {
  const sets = [set({ [core]: 'minor' }), set({ [http]: 'patch' }), set({ [http]: 'minor' })];
  expect(changesetProblems(sets, packages('0.1.0'))).toEqual([]);
});

test('a changeset for a package that is not published is refused', () => {
  expect(changesetProblems([set({ '@image-studio/gone': 'patch' })], packages('0.1.0'))).toEqual([
    '.changeset/a.md raises @image-studio/gone, which is no package that is published.',
  ]);
});
