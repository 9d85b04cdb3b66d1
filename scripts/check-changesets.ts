import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changesetProblems, parseChangeset } from './changeset-rules.ts';
import { publishablePackages } from './publishable-packages.ts';

// Part of `pnpm check`: the changesets that wait for the next release are sound together.

const root = dirname(import.meta.dirname);
const changesets = globSync('.changeset/*.md', { cwd: root })
  .filter((path) => !path.endsWith('README.md'))
  .map((path) => parseChangeset(path, readFileSync(join(root, path), 'utf8')));
const problems = changesetProblems(changesets, publishablePackages(root));
for (const problem of problems) console.error(problem);
console.log(`${changesets.length} changesets, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
