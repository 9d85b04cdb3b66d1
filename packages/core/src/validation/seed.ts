import type { Body } from '../run/provider.ts';
import type { Model } from './model.ts';
import { invalidRequest } from './parse.ts';

/** The seed of a call, and whether it was drawn; null for a model without one. Throws `invalid_request` for one that is too large. */
export function seedFor(row: Model, body: Body, drawn: number | undefined): { value: number | null; drawn: boolean } {
  if (!row.seed) return { value: null, drawn: false };
  const set = body[row.seed.field];
  if (typeof set === 'number' && set > row.seed.max)
    throw invalidRequest([{ path: ['seed'], message: `At most ${row.seed.max} for this model` }]);
  // A negative seed asks the vendor for a random one: as good as none.
  if (typeof set === 'number' && set >= 0) return { value: set, drawn: false };
  return drawn === undefined ? { value: null, drawn: false } : { value: 1 + (drawn % row.seed.max), drawn: true };
}
