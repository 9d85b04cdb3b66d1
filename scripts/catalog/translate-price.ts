import { flatPrice, type PriceRule } from '../../packages/core/src/index.ts';
import { no } from './condition-algebra.ts';
import { parseFormula, Untranslatable } from './formula.ts';
import { fieldsOf, priceLines, unitOf } from './price-lines.ts';
import { readAmount } from './read-formula.ts';
import type { JsonValue, VendorRow } from './vendor-row.ts';

/** A rule, or the reason why there is none. */
export type PriceTranslation = { readonly rule: PriceRule } | { readonly reason: string };

/**
 * The vendor's formula as a price rule with lines for people. Where the formula gives nothing because a value is missing,
 * the vendor takes its base price, and so does the rule. `unit` is the operation's word for one result.
 */
export function translatePrice(row: VendorRow, unit: string): PriceTranslation {
  if (row.formula === null) return { reason: 'the vendor states no formula, and no rule was proved before' };
  if (row.formula === '') return { rule: flatPrice(row.basePrice, unit) };
  try {
    const { properties } = row.schema;
    const reading = { properties, basePrice: row.basePrice, names: new Map() };
    const { value, defined } = readAmount(parseFormula(row.formula), reading);
    if (defined === false) return { rule: flatPrice(row.basePrice, unit) };
    const counted = unitOf(value, unit);
    const fields = [...new Set([...fieldsOf(value), ...(defined === true ? [] : fieldsOf(defined))])];
    const defaults = fields.flatMap((field): [string, JsonValue][] => {
      const usual = properties[field.split('.')[0]!]?.default;
      return usual === undefined ? [] : [[field.split('.')[0]!, usual]];
    });
    const missing = no(defined);
    return {
      rule: {
        basis: 'exact',
        unit: counted,
        ...(defaults.length > 0 ? { defaults: Object.fromEntries(defaults) as PriceRule['defaults'] & {} } : {}),
        ...(typeof missing === 'object' ? { unless: { when: missing, otherwise: row.basePrice } } : {}),
        lines: priceLines(value, counted),
      },
    };
  } catch (error) {
    if (error instanceof Untranslatable) return { reason: error.message };
    throw error;
  }
}
