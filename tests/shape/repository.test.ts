import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { directImports } from './rules/direct-imports.ts';
import { docstrings } from './rules/docstrings.ts';
import { documentLinks } from './rules/document-links.ts';
import { machinePaths, unfinishedWork } from './rules/leftovers.ts';
import { lightHalf } from './rules/light-half.ts';
import { packageShape } from './rules/package-shape.ts';
import { projectReferences } from './rules/project-references.ts';
import { sharedZod } from './rules/shared-zod.ts';
import { suiteInputs } from './rules/suite-inputs.ts';
import { defaultExports, fileLengths, fileNames, indexFiles, testEntries } from './rules/source-files.ts';
import { readTree } from './rules/tree.ts';

const tree = readTree(dirname(dirname(import.meta.dirname)));

test.each([
  ['packages import directly only what their layer may', directImports],
  ['the light half reaches nothing heavy', lightHalf],
  ['what packages use of zod is shared from core', sharedZod],
  ['package.json files have one shape', packageShape],
  ['TypeScript references are the workspace dependencies', projectReferences],
  ['files are kebab-case and named for what is inside', fileNames],
  ['files are under 200 lines', fileLengths],
  ['index.ts files only re-export', indexFiles],
  ['nothing is exported as default', defaultExports],
  ['every export has a docstring', docstrings],
  ['tests use the entries of their package', testEntries],
  ['nothing is marked as unfinished', unfinishedWork],
  ['no file names a folder of one machine', machinePaths],
  ['links in documents lead somewhere', documentLinks],
  ['turbo knows what the suites of the repository read', suiteInputs],
])('%s', (_, rule) => {
  const problems = rule(tree);
  expect(problems, problems.join('\n')).toEqual([]);
});
