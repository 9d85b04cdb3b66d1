import { describe, expect, it } from 'vitest';
import jsonata from 'jsonata';
import { priceOf } from '../../packages/core/src/index.ts';
import { type Inputs, priceGrid } from '../../scripts/catalog/price-grid.ts';
import { translatePrice } from '../../scripts/catalog/translate-price.ts';
import type { VendorRow } from '../../scripts/catalog/vendor-row.ts';
import { sandboxRows } from './sandbox-answer.ts';

const rows = sandboxRows().filter(({ type }) => type !== 'image-to-text');

/** A clip's length, for formulas that ask for it. */
const clipSeconds = 37.25;
const durations = Object.fromEntries(
  ['get_duration', 'get_duration_v2', 'get_duration_v3'].map((name) => [
    name,
    (file: unknown) => (file === undefined ? undefined : clipSeconds),
  ]),
);

/** What the vendor takes: its formula over the inputs with their defaults, rounded half up; nothing = the base price. */
async function vendorPrice(row: VendorRow, formula: jsonata.Expression | undefined, inputs: Inputs): Promise<number> {
  if (!formula) return Math.round(row.basePrice);
  const usual = Object.entries(row.schema.properties).filter(([, { default: value }]) => value !== undefined);
  const variables = { ...Object.fromEntries(usual.map(([name, property]) => [name, property.default])), ...inputs };
  const answer: unknown = await formula
    .evaluate({ ...variables, ...durations, base_price: row.basePrice })
    .catch(() => undefined);
  const total = (answer as { total_price?: unknown } | undefined)?.total_price;
  return Math.round(typeof total === 'number' && Number.isFinite(total) ? total : row.basePrice);
}

/** Every file is as long as the clip. */
const lengthsIn = (inputs: Inputs) => Object.fromEntries(Object.keys(inputs).map((name) => [name, clipSeconds]));

describe('a translated price', () => {
  it('is the vendor’s for every row over its whole grid', async () => {
    let points = 0;
    const differences: string[] = [];
    const untranslated: string[] = [];
    for (const row of rows) {
      const translation = translatePrice(row, 'image');
      if ('reason' in translation) {
        untranslated.push(`${row.id}: ${translation.reason}`);
        continue;
      }
      const formula = row.formula ? jsonata(row.formula) : undefined;
      for (const inputs of priceGrid(row)) {
        points += 1;
        const ours = priceOf(translation.rule, inputs, lengthsIn(inputs)).micros;
        const theirs = await vendorPrice(row, formula, inputs);
        if (ours !== theirs) differences.push(`${row.id} ${JSON.stringify(inputs)}: ${ours}, not ${theirs}`);
      }
    }
    console.log(`${rows.length} rows, ${points} points, ${differences.length} differences`);
    expect(untranslated).toEqual([]);
    expect(differences).toEqual([]);
    expect(points).toBeGreaterThan(8_000);
  }, 60_000);
});
