import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sortCatalogue } from '../../scripts/catalog/catalogue.ts';
import { curatedModels } from '../../scripts/catalog/curated.models.ts';
import { coveredTypes, operations } from '../../scripts/catalog/curation-operations.ts';
import { makeManifests } from '../../scripts/catalog/make-manifests.ts';
import { committedRows, hasPackage, manifestPath, seenPath } from '../../scripts/catalog/manifest-file.ts';
import { seenSource } from '../../scripts/catalog/seen.ts';
import { sandboxRows } from './sandbox-answer.ts';

const rows = sandboxRows();
const catalogue = sortCatalogue(rows);
const written = Object.entries(operations).filter(([, { folder }]) => hasPackage(folder));
const committed = Object.fromEntries(
  await Promise.all(written.map(async ([operation, { folder }]) => [operation, await committedRows(folder)] as const)),
);
const committedAll = Object.values(committed).flatMap((models) => Object.values(models));
/** The day of the last sync, and the rows for which it found no formula: their rules are the last ones proved. */
const date =
  committedAll
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1) ?? '';
const silent = new Set(committedAll.flatMap((row) => (row.unverifiedSince ? [row.endpoint] : [])));
const answer = rows.map((row) => (silent.has(row.id) ? { ...row, formula: null } : row));
const made = await makeManifests({ rows: answer, date, committed, confirms: async () => false });

describe('the catalogue', () => {
  it('accounts for every row: in an operation, or excluded with a reason', () => {
    const { manifests, exclusions, rowsIn, rowsOut } = catalogue;
    const counts = Object.entries(manifests).map(([operation, { length }]) => `${operation} ${length}`);
    console.log(`${rowsIn} rows in = ${rowsOut} out + ${exclusions.length} excluded; ${counts.join(', ')}`);
    expect(rowsIn).toBe(rows.filter(({ type }) => coveredTypes.includes(type)).length);
    expect(rowsIn).toBeGreaterThan(500);
    expect(rowsOut + exclusions.length).toBe(rowsIn);
    const placed = new Set(Object.values(manifests).flatMap((all) => all.map(({ endpoint }) => endpoint)));
    expect(placed.size).toBe(rowsOut);
    expect(exclusions.filter(({ id }) => placed.has(id))).toEqual([]);
    expect(exclusions.filter(({ reason }) => reason.length < 10)).toEqual([]);
  });

  it('leaves out at most five rows for their price or schema', () => {
    expect(catalogue.exclusions.filter(({ kind }) => kind === 'data').length).toBeLessThanOrEqual(5);
  });

  it('finds a row for every model that is curated by hand', () => {
    const known = Object.entries(catalogue.manifests).flatMap(([operation, all]) =>
      all.map(({ endpoint }) => `${operation} ${endpoint}`),
    );
    expect(Object.keys(curatedModels).filter((key) => !known.includes(key))).toEqual([]);
  });

  it('gives every row of an operation a name and an alias of its own', () => {
    for (const [operation, all] of Object.entries(catalogue.manifests)) {
      const names = all.flatMap(({ id, alias }) => (alias === undefined ? [id] : [id, alias]));
      expect(new Set(names).size, operation).toBe(names.length);
      expect(all.filter(({ name }) => !/^\S.{2,60}$/.test(name)).map(({ id, name }) => [id, name])).toEqual([]);
    }
  });

  it('needs nothing that a row has no way to send, and sends no field twice', () => {
    for (const all of Object.values(catalogue.manifests)) {
      for (const { id, needs, wire } of all)
        expect(
          needs.filter((name) => !(name in wire) && !(`${name}s` in wire)),
          id,
        ).toEqual([]);
    }
  });
});

it('what the app compares the vendor’s catalogue with is what the sync writes', async () => {
  expect(readFileSync(seenPath, 'utf8')).toBe(await seenSource(answer));
});

describe.each(written)('the manifest of %s', (operation, { folder, inputs }) => {
  const committed = readFileSync(manifestPath(folder), 'utf8');

  it('is what the sync writes from the sandbox’s rows', () => {
    expect(committed).toBe(made.sources[operation]);
  });

  it('has at most eight lines a row', () => {
    const lengths = committed.split(/^ {2}'wavespeed\//m).slice(1);
    expect(Math.max(...lengths.map((row) => row.split('\n  }),')[0]!.split('\n').length + 1))).toBeLessThanOrEqual(8);
  });

  it('knows the inputs of its operation', async () => {
    const spec: Record<string, { id?: string; input?: { shape: object }; assets: object }> = await import(
      `../../packages/${folder}/src/spec.ts`
    );
    const { input, assets } = Object.values(spec).find(({ id }) => id === operation)!;
    const dotted = Object.keys(assets).filter((name) => name.includes('.'));
    const plain = Object.keys(input!.shape).filter((name) => !dotted.some((part) => part.startsWith(`${name}.`)));
    // A seed goes where a row's own column says; the others are not sent.
    const notWired = ['kind', 'consent', 'seed'];
    expect([...inputs].toSorted()).toEqual([...plain, ...dotted].filter((name) => !notWired.includes(name)).toSorted());
  });
});
