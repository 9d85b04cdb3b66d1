import { StudioError } from '../errors/studio-error.ts';
import { type Model, type Models, type Spec, vendorOf } from './model.ts';

/** The id and row that an id or alias means. Throws `unknown_model` with the nearest names. */
export function lookup(spec: Spec, name: string): { readonly id: string; readonly row: Model } {
  const direct = Object.hasOwn(spec.models, name) ? spec.models[name] : undefined;
  if (direct) return { id: name, row: direct };
  const aliased = Object.entries(spec.models).find(([, row]) => row.alias === name);
  if (aliased) return { id: aliased[0], row: aliased[1] };
  throw unknownModel(name, [spec]);
}

/** The error of a name that no model of these operations bears, with the nearest that do. */
export function unknownModel(name: string, specs: readonly Spec[]): StudioError<'unknown_model'> {
  const suggestions = nearest(name, [...new Set(specs.flatMap(({ models }) => namesOf(models)))]);
  const where = specs.map(({ id }) => id).join(', ');
  const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(', ')}?` : '';
  return new StudioError('unknown_model', `No model "${name.slice(0, 120)}" for ${where}${hint}`, {
    details: { model: name.slice(0, 120), suggestions },
  });
}

/** Ids of the rows that can be run and pass a test, for telling the caller what would work. */
export function idsWhere(spec: Spec, vendors: ReadonlySet<string>, test: (row: Model) => boolean): string[] {
  const runs = (row: Model) => row.listedOnly === undefined && test(row);
  return Object.keys(spec.models).filter((id) => vendors.has(vendorOf(id)) && runs(spec.models[id]!));
}

function namesOf(rows: Models): string[] {
  return Object.entries(rows).flatMap(([id, row]) => (row.alias ? [id, row.alias] : [id]));
}

function nearest(name: string, names: readonly string[]): string[] {
  const pairs = bigrams(name);
  return names
    .map((candidate) => ({ candidate, score: overlap(pairs, bigrams(candidate)) }))
    .filter(({ score }) => score > 0.4)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function bigrams(text: string): Set<string> {
  const lower = text.slice(0, 120).toLowerCase();
  return new Set(Array.from({ length: Math.max(0, lower.length - 1) }, (_, index) => lower.slice(index, index + 2)));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / Math.max(1, a.size + b.size);
}
