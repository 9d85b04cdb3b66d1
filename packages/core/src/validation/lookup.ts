import { StudioError } from '../errors/studio-error.ts';
import { type Model, type Retired, type Spec, vendorOf } from './model.ts';

/**
 * The id and row that a name means: an id, a row's alias, another name of the operation, or the vendor's own path where it means one
 * row. Throws `unknown_model` with what took its place or the nearest names.
 */
export function lookup(spec: Spec, name: string): { readonly id: string; readonly row: Model } {
  const found = findModel(spec, name);
  if (found) return found;
  throw unknownModel(name, [spec]);
}

/** The same, or undefined. */
export function findModel(spec: Spec, name: string): { readonly id: string; readonly row: Model } | undefined {
  const { models, names } = spec;
  const called = own(names?.aliases, name);
  const id = [name, called].find((one) => one !== undefined && Object.hasOwn(models, one));
  if (id !== undefined) return { id, row: models[id]! };
  const rows = Object.entries(models);
  const aliased = rows.find(([, { alias }]) => alias === name);
  const placed = aliased ? [aliased] : rows.filter(([, { endpoint }]) => endpoint === name);
  return placed.length === 1 ? { id: placed[0]![0], row: placed[0]![1] } : undefined;
}

/** What is known of a name that means no model of these operations any more. */
export function retiredModel(name: string, specs: readonly Spec[]): Retired | undefined {
  return specs.map(({ names }) => own(names?.retired, name)).find((known) => known !== undefined);
}

function own<Value>(table: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The error of a name that no model of these operations bears, with the nearest that do. */
export function unknownModel(name: string, specs: readonly Spec[]): StudioError<'unknown_model'> {
  const retired = retiredModel(name, specs);
  if (retired) return retiredError(name, retired);
  const suggestions = nearest(name, [...new Set(specs.flatMap(namesOf))]);
  const where = specs.map(({ id }) => id).join(', ');
  const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(', ')}?` : '';
  return new StudioError('unknown_model', `No model "${name.slice(0, 120)}" for ${where}${hint}`, {
    details: { model: name.slice(0, 120), suggestions },
  });
}

function retiredError(model: string, retired: Retired): StudioError<'unknown_model'> {
  const [says, suggestions] =
    'successor' in retired
      ? [`was retired; its successor is ${retired.successor}`, [retired.successor]]
      : [`is not offered: ${retired.reason}`, []];
  return new StudioError('unknown_model', `${model} ${says}`, { details: { model, suggestions } });
}

/** Ids of the rows that can be run and pass a test, for telling the caller what would work. */
export function idsWhere(spec: Spec, vendors: ReadonlySet<string>, test: (row: Model) => boolean): string[] {
  const runs = (row: Model) => row.listedOnly === undefined && test(row);
  return Object.keys(spec.models).filter((id) => vendors.has(vendorOf(id)) && runs(spec.models[id]!));
}

function namesOf({ models, names }: Spec): string[] {
  const rows = Object.entries(models).flatMap(([id, row]) => (row.alias ? [id, row.alias] : [id]));
  const others = Object.entries(names?.aliases ?? {}).filter(([, id]) => Object.hasOwn(models, id));
  return [...rows, ...others.map(([name]) => name)];
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
