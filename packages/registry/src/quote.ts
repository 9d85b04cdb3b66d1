import {
  type AssetKind,
  type AssetRef,
  lookup,
  parseRequest,
  plan,
  planCalls,
  type PlanRoom,
  type Price,
  priceOf,
  type RankedModel,
  type Spec,
  type Warning,
} from '@image-studio/core';
import { leastRequest, standInFile } from './stand-in.ts';

/** What to price of a model; inputs as in a request, files by their facts (`{ width, height, seconds }`) or not at all. */
export interface CostRequest {
  readonly operation: string;
  readonly model: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly options?: Readonly<Record<string, unknown>>;
  /** Results of this one call. */
  readonly count?: number;
}

/** A request as the operation's function takes it; a file may be `{ width, height, seconds }` instead. */
export type QuoteRequest = Readonly<Record<string, unknown>>;

/** A price before anything is sent. */
export interface Quoted {
  readonly operation: string;
  /** The model, and those after it that are tried when it refuses. */
  readonly models: readonly string[];
  readonly reason: string;
  readonly price: Price;
  /** Paid requests to the vendor. */
  readonly calls: number;
  readonly warnings: readonly Warning[];
  readonly ranking: readonly RankedModel[];
}

/** The price of one call. Throws `unknown_model`, `invalid_request` or `unsupported`. */
export function costOf(
  { spec, vendors }: PlanRoom,
  { model, inputs = {}, options = {}, count = 1 }: CostRequest,
): Price {
  const { id, row } = lookup(spec, model);
  const least = leastRequest(spec, row);
  const given = withStandIns(spec, inputs);
  const all = { inputs: { ...least.inputs, ...given }, options: { ...least.options, ...options } };
  const { body, seconds } = plan({ spec, id, ...all, count, vendors });
  return priceOf(row.price, body, seconds);
}

/** What a whole request comes to, planned as the runner plans it. Throws what the runner would refuse it with. */
export function quoteOf({ spec, vendors }: PlanRoom, request: QuoteRequest): Quoted {
  const parsed = parseRequest(spec, withStandIns(spec, request));
  const { selection, calls, price, warnings } = planCalls(
    { spec, vendors },
    parsed,
    Number(parsed.inputs['count'] ?? 1),
  );
  const { ids: models, reason, ranking } = selection;
  return { operation: spec.id, models, reason, price, calls: calls.length, warnings, ranking };
}

/** Files as stand-ins with the facts that are known of them. */
function withStandIns(spec: Spec, request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const inputs: Record<string, unknown> = { ...request };
  for (const [name, kind] of Object.entries(spec.assets)) {
    const [head = '', part] = name.split('.');
    const value = inputs[head];
    if (value === undefined) continue;
    if (part === undefined)
      inputs[head] = Array.isArray(value) ? value.map((one) => fileOf(kind, one)) : fileOf(kind, value);
    else if (typeof value === 'object' && value !== null && part in value)
      inputs[head] = { ...value, [part]: fileOf(kind, (value as Record<string, unknown>)[part]) };
  }
  return inputs;
}

function fileOf(kind: AssetKind | 'mask', value: unknown): AssetRef {
  const facts = typeof value === 'object' && value !== null ? (value as Partial<AssetRef>) : {};
  const { width, height, seconds } = facts;
  return standInFile(kind, {
    ...(typeof width === 'number' && typeof height === 'number' ? { width, height } : {}),
    ...(typeof seconds === 'number' ? { seconds } : {}),
  });
}
