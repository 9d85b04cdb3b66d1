import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { coveredTypes } from '../../scripts/catalog/curation-operations.ts';
import { bodyChecks, keyOf, propertySource } from '../../scripts/catalog/translate-schema.ts';
import type { VendorRow } from '../../scripts/catalog/vendor-row.ts';
import { holds } from '../../packages/core/src/result/price-expression.ts';
import type { Json } from '../../packages/core/src/index.ts';
import { drawBodies } from './draw-bodies.ts';
import { sandboxRows } from './sandbox-answer.ts';
import { vendorCheck } from './vendor-check.ts';

const rows = sandboxRows().filter(({ type }) => coveredTypes.includes(type));

/** A size whose sides are bounded: what the wire form `size` plans within. */
const sides = (min: number, max: number) =>
  z.refine<string>((size) => {
    const found = /^(\d+)[*x](\d+)$/i.exec(size);
    return !found || [found[1], found[2]].every((side) => Number(side) >= min && Number(side) <= max);
  });

/** Our own check of a whole body: the emitted source, read back, and the checks between fields. */
function ourCheck({ schema }: VendorRow): (body: Readonly<Record<string, Json>>) => boolean {
  const fields = Object.entries(schema.properties).map(
    ([name, property]) => `${keyOf(name)}: ${propertySource(property, schema.required?.includes(name) ?? false)}`,
  );
  const options: z.ZodType = runInThisContext(`(z, sides) => z.strictObject({ ${fields.join(', ')} })`)(z, sides);
  const checks = bodyChecks(schema);
  return (body) =>
    options.safeParse(body).success &&
    checks.every(
      (check) =>
        !('field' in check) ||
        body[check.field] === undefined ||
        check.oneOf.includes(body[check.field] as string) ||
        !holds(check.when, { body, seconds: {} }),
    );
}

/** Objects within lists: unknown keys there are ours to refuse as well. */
const hasUnknownKey = (body: object) => JSON.stringify(body).includes('"nothing":"known"');

describe('a translated schema', () => {
  it('accepts and refuses what the vendor’s does, for every row', () => {
    let accepted = 0;
    let refused = 0;
    const differences: string[] = [];
    for (const row of rows) {
      const [ours, theirs] = [ourCheck(row), vendorCheck(row)];
      const bodies = drawBodies(row);
      for (const { what, body } of bodies) {
        const wanted = theirs(body) && !hasUnknownKey(body);
        if (ours(body as never) !== wanted) differences.push(`${row.id}: ${what}: ${wanted ? 'refused' : 'accepted'}`);
        if (wanted) accepted += 1;
        else refused += 1;
      }
      expect(ours({ ...(bodies[0]!.body as object), no_such_option: 1 }), row.id).toBe(false);
    }
    console.log(
      `${rows.length} rows, ${accepted} bodies accepted, ${refused} refused, ${differences.length} differences`,
    );
    expect(differences).toEqual([]);
    expect(Math.min(accepted, refused)).toBeGreaterThan(10_000);
  }, 180_000);
});
