import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundleKilobytes, importCost, instantiations } from './measures.ts';

const document = readFileSync(new URL('../../docs/budgets.md', import.meta.url), 'utf8');
const rows = [...document.matchAll(/^\| ([^|]+) \| `([^`]+)` \| ([\d.]+) \| ([\d.]+) \|$/gm)].map(
  ([, what = '', of = '', measured, most]) => [what, of, Number(measured), Number(most)] as const,
);

const measures: Readonly<Record<string, (of: string) => Promise<number>>> = {
  'modules loaded': async (of) => (await importCost(of)).modules,
  "kB of source loaded, zod's among them": async (of) => (await importCost(of)).kilobytes,
  'MB kept in memory': async (of) => (await importCost(of)).megabytes,
  'kB bundled for a browser, gzip': bundleKilobytes,
  'type instantiations': instantiations,
};

describe('docs/budgets.md', () => {
  it('has a row for every measure', () => {
    expect(new Set(rows.map(([what]) => what))).toEqual(new Set(Object.keys(measures)));
  });

  it.each(rows)(
    '%s of %s',
    async (what, of, measured, most) => {
      const now = await measures[what]!(of);
      console.log(`${what} of ${of}: ${now} (at most ${most})`);
      expect(now).toBeLessThanOrEqual(most);
      expect(now / measured, 'what docs/budgets.md says was measured').toBeGreaterThan(5 / 6);
      expect(now / measured, 'what docs/budgets.md says was measured').toBeLessThan(7 / 6);
    },
    180_000,
  );
});
