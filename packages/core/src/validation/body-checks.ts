import type { Issue } from '../errors/error-table.ts';
import { holds, type PriceFacts } from '../result/price-expression.ts';
import type { Model, WireField } from './model.ts';
import { invalidRequest } from './parse.ts';

/** The field of the body that an input writes. */
export const keyOf = (field: WireField): string => (typeof field === 'string' ? field : field.field);

/** Throws `invalid_request` where the body breaks a rule of its row; `setBy` tells which input wrote a field. */
export function requireChecks(row: Model, facts: PriceFacts, setBy: Readonly<Record<string, string>>): void {
  const faults = (row.checks ?? []).flatMap((check): Issue[] => {
    if (!holds(check.when, facts)) return [];
    if ('needs' in check) {
      if (check.needs.some((field) => facts.body[field] !== undefined)) return [];
      const [first = [], ...others] = check.needs.map((field) => inputOf(row, field));
      const also = others.length > 0 ? `, or ${others.map((path) => path.join('.')).join(', ')}` : '';
      return [{ path: first, message: `${row.name} needs this${also} together with the other inputs` }];
    }
    const { field, oneOf } = check;
    const value = facts.body[field];
    if (value === undefined || oneOf.includes(value as string | number)) return [];
    const path = setBy[field]?.split('.') ?? ['options', field];
    const message = `Together with the other inputs ${oneOf.length > 0 ? `one of ${oneOf.join(', ')}` : 'left out'}`;
    return [{ path, message }];
  });
  if (faults.length > 0) throw invalidRequest(faults);
}

/** Where a caller sets a field of the body. */
function inputOf(row: Model, field: string): readonly string[] {
  const input = Object.entries(row.wire).find(([, wire]) => keyOf(wire) === field);
  return input?.[0].split('.') ?? ['options', field];
}
