import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { registry } from '../../packages/registry/src/index.ts';
import { modelsPage } from '../../scripts/catalog/models-page.ts';

it('docs/models.md is what `pnpm catalog:docs` writes from the manifests', () => {
  expect(readFileSync(new URL('../../docs/models.md', import.meta.url), 'utf8')).toBe(modelsPage(registry));
});

it('the catalogue as JSON holds nothing but JSON', () => {
  const rows = registry.toJson();
  const text = JSON.stringify(rows);
  expect(JSON.parse(text)).toEqual(rows);
  expect(rows.length).toBe(registry.list().length);
});
