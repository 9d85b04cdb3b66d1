import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { createCatalogue, overlaySpecs, specs } from '../../packages/registry/src/index.ts';
import { codeBlocks } from './code-blocks.ts';

const root = dirname(dirname(import.meta.dirname));

it('the README shows the example of a catalogue file, and it can be used', () => {
  const file = readFileSync(join(root, 'examples/catalog.json'), 'utf8');
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(codeBlocks(readme).find(({ mark }) => mark === 'overlay')?.code).toBe(file);
  const { models } = JSON.parse(file);
  const catalogue = createCatalogue(overlaySpecs(specs, models));
  expect(catalogue.get('edit', 'wan-2.7-edit-2k').price?.defaultMicros).toBe(75_000);
  expect(catalogue.get('edit', 'qwen-edit').price?.defaultMicros).toBe(18_000);
});
