import { canonicalJson, sha256 } from '../../packages/core/src/index.ts';
import { schemaFacts } from '../../apps/api/src/schema-facts.ts';
import { coveredTypes } from './curation-operations.ts';
import type { VendorRow } from './vendor-row.ts';

/**
 * What the vendor's catalogue said when it was synced, for the app's daily check: of each covered row the base price in micro-dollars,
 * and short hashes of its formula and its request schema. The same rows give the same text.
 */
export async function seenSource(rows: readonly VendorRow[]): Promise<string> {
  const covered = rows.filter(({ type }) => coveredTypes.includes(type));
  const lines = await Promise.all(
    covered.map(async ({ id, basePrice, formula, schema }) => {
      const formulaHash = formula === null ? null : await shortHash(formula);
      return `    ${JSON.stringify(id)}: ${JSON.stringify([basePrice, formulaHash, await shortHash(canonicalJson(schemaFacts(schema)))])}`;
    }),
  );
  const types = `  "types": ${JSON.stringify(coveredTypes)},`;
  return ['{', types, '  "models": {', lines.join(',\n'), '  }', '}', ''].join('\n');
}

const shortHash = async (text: string) => (await sha256(text)).slice(0, 8);
