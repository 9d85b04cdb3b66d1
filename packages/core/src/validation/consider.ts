import { isStudioError, StudioError } from '../errors/studio-error.ts';
import type { Micros } from '../result/money.ts';
import { usualPrice } from '../result/price.ts';
import { lookup } from './lookup.ts';
import type { Model, Spec } from './model.ts';
import { needsThis, plan } from './plan.ts';

/** What a request asks of a model, as far as its choice goes. */
export interface Wish {
  readonly spec: Spec;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly vendors: ReadonlySet<string>;
}

/** A model that can do a request: the usual price of one result, and whether it does exactly what is asked or only comes near. */
export interface Considered {
  readonly micros: Micros;
  readonly exact: boolean;
}

/**
 * Whether a model can do this, and for how much: planned and priced like the real thing. Throws what it would refuse with;
 * a row that is only for certain kinds is refused (`unsupported`) to a request that names none.
 */
export function consider({ spec, inputs, options, vendors }: Wish, id: string): Considered {
  const { row } = lookup(spec, id);
  if (row.byKind && inputs['kind'] === undefined) throw neverUnasked(id, row);
  const { body, seconds, warnings } = plan({ spec, id, inputs, options, count: 1, vendors });
  return { micros: usualPrice(row.price, body, seconds), exact: warnings.length === 0 };
}

/** Why a model was left out of a choice, in a few words that are the same for every model left out for that. */
export function whyLeftOut(error: unknown): string {
  if (isStudioError(error, 'unsupported')) {
    const input = error.details?.input ?? 'model';
    if (input === 'model') return 'cannot be run';
    return input === 'kind' ? 'do other kinds of work' : `do not take ${input} as given`;
  }
  const [issue] = isStudioError(error, 'invalid_request') ? (error.details?.issues ?? []) : [];
  if (issue === undefined) return 'cannot be planned';
  const { path, message } = issue;
  if (path[0] === 'options') return path.length > 1 ? `want their own options.${String(path[1])}` : 'want options';
  return message.endsWith(needsThis) ? `need ${path.join('.')}` : `do not take ${path.join('.')} as given`;
}

function neverUnasked(id: string, { kinds = [] }: Model): StudioError {
  const details = { input: 'kind', models: [id] };
  return new StudioError('unsupported', `${id} is only for the kind ${kinds.join(', ')}: ask for it`, { details });
}
