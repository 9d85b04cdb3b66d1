import {
  consider,
  invalidRequest,
  type LeftOut,
  type PlanRoom,
  type Preference,
  preferenceWeights,
  type RankedModel,
  select,
} from '@image-studio/core';
import { type ModelRow, modelRow } from './model-row.ts';
import { leastRequest, standInFor } from './stand-in.ts';

/** A task to find a model for. */
export interface RecommendRequest {
  readonly operation: string;
  /** What kind of work, where the operation has kinds. */
  readonly kind?: string;
  /**
   * Names of the inputs that there will be (`['image', 'mask', 'prompt']`): a model must take all of them and need no other.
   * Left out: whatever a model needs.
   */
  readonly inputs?: readonly string[];
  /** Pixels wanted; models that make exactly this come first. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly prefer?: Preference['prefer'];
  readonly vendor?: string;
}

/** The model for a task, and why. */
export interface Recommendation {
  readonly model: ModelRow;
  /** One sentence: why this one, which were next, what was left out. */
  readonly reason: string;
  /** All that can do it, best first, each with its price for this task and its score. */
  readonly ranking: readonly RankedModel[];
  readonly leftOut: readonly LeftOut[];
  /** How price, tier and strengths were weighed. */
  readonly weights: (typeof preferenceWeights)[Preference['prefer']];
}

/** Chooses as a run without a named model does. Throws `invalid_request`, or `unsupported` when no model can do it. */
export function recommendFrom({ spec, vendors }: PlanRoom, request: RecommendRequest): Recommendation {
  const { kind, inputs, size, prefer = 'balanced', vendor } = request;
  const said = { ...(kind === undefined ? {} : { kind }), ...(size === undefined ? {} : { size }) };
  const given = inputs && Object.fromEntries(inputs.map((name) => [name, standIn(name)]));
  const wishFor = (id: string) => {
    const least = leastRequest(spec, spec.models[id]!);
    const wanted = given ? nested(given) : least.inputs;
    return { spec, vendors, inputs: { ...wanted, ...said }, options: given ? {} : least.options };
  };
  const choice = { prefer, vendor };
  const { ids, reason, ranking, leftOut } = select(spec, choice, vendors, (id) => consider(wishFor(id), id));
  const id = ids[0]!;
  return { model: modelRow(spec, id, spec.models[id]!), reason, ranking, leftOut, weights: preferenceWeights[prefer] };

  function standIn(name: string): unknown {
    const value = standInFor(spec, name);
    if (value !== undefined) return value;
    const known = [...Object.keys(spec.input.shape), ...Object.keys(spec.assets).filter((one) => one.includes('.'))];
    throw invalidRequest([
      { path: ['inputs'], message: `"${name}" is no input of ${spec.id}; it has ${known.join(', ')}` },
    ]);
  }
}

/** `views.front` as the part of `views` that it is. */
function nested(inputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(inputs)) {
    const [head = '', part] = name.split('.');
    all[head] = part === undefined ? value : { ...(all[head] as object | undefined), [part]: value };
  }
  return all;
}
