import {
  findModel,
  type Micros,
  type Model,
  type Price,
  retiredModel,
  type Spec,
  StudioError,
  type Tier,
  unknownModel,
  vendorOf,
} from '@image-studio/core';
import { type ModelDetails, modelDetails, type ModelRow, modelRow } from './model-row.ts';
import { costOf, type CostRequest, type Quoted, quoteOf, type QuoteRequest } from './quote.ts';
import { type Recommendation, recommendFrom, type RecommendRequest } from './recommend.ts';

/** What to list; all given must hold. */
export interface ModelFilter {
  readonly operation?: string;
  readonly vendor?: string;
  readonly kind?: string;
  readonly tier?: Tier;
  readonly capability?: string;
  /** Default price at most this many micro-dollars. */
  readonly maxPrice?: Micros;
  /** An input that it must take, or several: `mask`, `images` (several pictures), `size`. */
  readonly accepts?: string | readonly string[];
  readonly runnable?: boolean;
}

/** The models of some operations, to find, to price and to choose from. No HTTP client: it runs in a browser too. */
export interface Catalogue {
  readonly specs: Readonly<Record<string, Spec>>;
  /** The row of an id or name within an operation. Throws `unknown_model`, with the successor of a retired one. */
  get(operation: string, name: string): ModelDetails;
  /** The rows of a name, one for each operation that it serves. Throws `unknown_model`. */
  find(name: string): readonly ModelDetails[];
  /** All rows that pass, by operation and then as the manifests have them. */
  list(filter?: ModelFilter): readonly ModelRow[];
  /** The same with options and price rules, as plain JSON for pages and programs in other languages. */
  toJson(filter?: ModelFilter): readonly ModelDetails[];
  /** All rows by operation. */
  listByCategory(): Readonly<Record<string, readonly ModelRow[]>>;
  /** The price of one call of a model with these inputs and options; what it needs beside them is filled in. */
  getCost(request: CostRequest): Price;
  /** What a whole request would cost, and which model would do it. Files may be told by their facts. */
  quote(operation: string, request: QuoteRequest): Quoted;
  /** The model for a task, with the reasons. Throws `unsupported` when none can do it. */
  recommend(request: RecommendRequest): Recommendation;
}

/** A catalogue of these operations, of all vendors or of some. */
export function createCatalogue(specs: Readonly<Record<string, Spec>>, vendors?: ReadonlySet<string>): Catalogue {
  const all = vendors ?? new Set(Object.values(specs).flatMap(({ models }) => Object.keys(models).map(vendorOf)));
  let made: readonly ModelRow[] | undefined;
  const rows = () =>
    (made ??= Object.values(specs).flatMap((spec) =>
      Object.entries(spec.models)
        .filter(([id]) => all.has(vendorOf(id)))
        .map(([id, row]) => modelRow(spec, id, row)),
    ));
  const rowIn = (spec: Spec, name: string) => {
    const found = findModel(spec, name);
    return found && all.has(vendorOf(found.id)) ? found : undefined;
  };
  const room = (operation: string) => ({ spec: specOf(specs, operation), vendors: all });
  const list = (filter: ModelFilter = {}) => rows().filter((row) => passes(row, filter));
  return {
    specs,
    get: (operation, name) => {
      const spec = specOf(specs, operation);
      const found = rowIn(spec, name);
      if (!found) throw unknownModel(name, [spec]);
      return modelDetails(spec, found.id, found.row);
    },
    find: (name) => {
      const found = Object.values(specs).flatMap((spec) => detailsIn(spec, rowIn(spec, name)));
      if (found.length === 0) throw unknownModel(name, knowing(specs, name));
      return found;
    },
    list,
    toJson: (filter) =>
      list(filter).map(({ operation, id }) => modelDetails(specs[operation]!, id, specs[operation]!.models[id]!)),
    listByCategory: () => Object.fromEntries(Object.keys(specs).map((operation) => [operation, list({ operation })])),
    getCost: (request) => costOf(room(request.operation), request),
    quote: (operation, request) => quoteOf(room(operation), request),
    recommend: (request) => recommendFrom(room(request.operation), request),
  };
}

/** The spec of an operation. Throws `not_found`. */
export function specOf(specs: Readonly<Record<string, Spec>>, operation: string): Spec {
  if (Object.hasOwn(specs, operation)) return specs[operation]!;
  const message = `No operation "${operation.slice(0, 60)}"; there are ${Object.keys(specs).join(', ')}`;
  throw new StudioError('not_found', message);
}

function detailsIn(
  spec: Spec,
  found: { readonly id: string; readonly row: Model } | undefined,
): readonly ModelDetails[] {
  return found ? [modelDetails(spec, found.id, found.row)] : [];
}

/** The operations that know what became of a name, else all of them. */
function knowing(specs: Readonly<Record<string, Spec>>, name: string): readonly Spec[] {
  const all = Object.values(specs);
  const some = all.filter((spec) => retiredModel(name, [spec]) !== undefined);
  return some.length > 0 ? some : all;
}

function passes(row: ModelRow, filter: ModelFilter): boolean {
  const { operation, vendor, kind, tier, capability, maxPrice, accepts = [], runnable } = filter;
  return (
    (operation === undefined || row.operation === operation) &&
    (vendor === undefined || row.vendor === vendor) &&
    (kind === undefined || row.kinds.includes(kind)) &&
    (tier === undefined || row.tier === tier) &&
    (capability === undefined || row.capabilities.includes(capability)) &&
    (maxPrice === undefined || (row.price !== null && row.price.defaultMicros <= maxPrice)) &&
    [accepts].flat().every((input) => row.inputs.includes(input)) &&
    (runnable === undefined || row.runnable === runnable)
  );
}
