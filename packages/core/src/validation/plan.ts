import type { Warning } from '../result/warning.ts';
import { StudioError } from '../errors/studio-error.ts';
import type { Json } from '../run/json.ts';
import type { Body } from '../run/provider.ts';
import { isAssetRef } from './asset-input.ts';
import { keyOf, requireChecks } from './body-checks.ts';
import { idsWhere, lookup } from './lookup.ts';
import { asMargins } from './margins.ts';
import type { Model, Spec, WireField } from './model.ts';
import { check, invalidRequest } from './parse.ts';
import { seedFor } from './seed.ts';
import { type Sides, wordsOf, writeField } from './wire.ts';

/** What to plan: a checked request whose files were taken in, for one model. */
export interface PlanRequest {
  readonly spec: Spec;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  /** Outputs of this one call. */
  readonly count: number;
  /** The number to draw for a model with a seed, when the caller set none. */
  readonly seed?: number;
  /** Vendors at hand, for naming models that would work. */
  readonly vendors: ReadonlySet<string>;
}

/** The body for one call, with slots where files go. Nothing is in it that the caller did not set, but a drawn seed. */
export interface Plan {
  readonly body: Body;
  readonly warnings: readonly Warning[];
  readonly seed: number | null;
  /** Lengths of videos and sounds by the body's field, for the price. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** How the message of a missing input ends. */
export const needsThis = 'needs this';

const notSent = new Set(['kind', 'count']);

/**
 * The vendor's body for a request: pure, so that validation, price and tests all work on it.
 * Throws `invalid_request` (options, missing inputs) or `unsupported` (an input or kind this model does not take), naming what would work.
 */
export function plan(request: PlanRequest): Plan {
  const { spec, id } = request;
  const { row } = lookup(spec, id);
  refuseListedOnly(spec, id, request.vendors);
  refuseUnknownKind(request, row);
  const options = check(row.options, request.options, ['options']) as Body;
  const listed = foldLists(spec, row, request, flatInputs(spec, row, request.inputs));
  const inputs = asMargins(row, listed, sidesOf(listed));
  requireInputs(row, inputs, options);
  const warnings: Warning[] = [];
  const body: Record<string, Json> = { ...options };
  const setBy: Record<string, string> = {};
  const seconds: Record<string, number> = {};
  for (const [name, value] of Object.entries(inputs)) {
    if (notSent.has(name) || spec.recorded?.includes(name)) continue;
    const field = fieldOf(row, name);
    if (field === undefined) throw refusal(request, name, (other) => takes(other, name));
    const isGiven = typeof field === 'object' && field.as === 'given';
    const knowsIt = ({ wire }: Model) => [value].flat().every((word) => wordsOf(wire[name])?.includes(String(word)));
    const words = wordsOf(field);
    if (words && !knowsIt(row) && (isGiven || idsWhere(spec, request.vendors, knowsIt).length > 0))
      throw refusal(request, name, knowsIt, ` (it knows ${words.join(', ')})`);
    if (isGiven) continue;
    const written = writeField(field, value, { sides: sidesOf(inputs), name });
    if (written.warning) warnings.push(written.warning);
    const key = keyOf(field);
    if (setBy[key] !== undefined && isSentence(field)) {
      body[key] = `${String(body[key])} ${String(written.value)}`;
      continue;
    }
    if (setBy[key] !== undefined)
      throw invalidRequest([{ path: name.split('.'), message: `Means the same as "${setBy[key]}" for this model` }]);
    if (key in body) throw invalidRequest([{ path: ['options', key], message: `Already set by the input "${name}"` }]);
    setBy[key] = name;
    if (written.value === null) continue;
    body[key] = written.value;
    if (isAssetRef(value) && value.seconds !== null) seconds[key] = value.seconds;
  }
  const counted = row.wire['count'];
  if (typeof counted === 'object' && request.count > 1) body[counted.field] = request.count;
  requireChecks(row, { body, seconds }, setBy);
  const seed = seedFor(row, body, request.seed);
  if (seed.drawn && row.seed) body[row.seed.field] = seed.value;
  return { body, warnings, seed: seed.value, seconds };
}

/** How many outputs one call of this model makes at most. */
export function countPerCall(row: Model): number {
  const field = row.wire['count'];
  return typeof field === 'object' && field.as === 'count' ? field.max : 1;
}

/** Does a row take an input, or a part of it? */
const takes = (row: Model, name: string) =>
  fieldOf(row, name) !== undefined || Object.keys(row.wire).some((other) => other.startsWith(`${name}.`));
const fieldOf = (row: Model, name: string) => (name === 'seed' ? row.seed?.field : row.wire[name]);

const isSentence = (field: WireField): boolean => typeof field === 'object' && 'sentence' in field;

/** A structured input whose parts are files, or fields of their own for this model, counts as one input for each part: `views.front`. */
function flatInputs(spec: Spec, row: Model, inputs: PlanRequest['inputs']): Record<string, unknown> {
  const names = [...Object.keys(spec.assets), ...Object.keys(row.wire)];
  const structured = new Set(names.flatMap((name) => (name.includes('.') ? [name.split('.')[0]] : [])));
  const entries = Object.entries(inputs).flatMap(([name, value]): [string, unknown][] =>
    structured.has(name) && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([part, inner]) => [`${name}.${part}`, inner])
      : [[name, value]],
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** `image` and `images` mean the same list; a model takes one or several. */
function foldLists(
  spec: Spec,
  row: Model,
  request: PlanRequest,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const inputs = { ...given };
  for (const plural of Object.keys(spec.assets).filter((name) => name.endsWith('s'))) {
    const singular = plural.slice(0, -1);
    if (!(singular in spec.assets) || (singular in row.wire && plural in row.wire)) continue;
    const all = [inputs[singular], ...((inputs[plural] as unknown[] | undefined) ?? [])].filter(
      (value) => value !== undefined,
    );
    delete inputs[singular];
    delete inputs[plural];
    if (all.length === 0) continue;
    if (plural in row.wire) inputs[plural] = all;
    else if (all.length === 1) inputs[singular] = all[0];
    else throw refusal(request, plural, (other) => plural in other.wire);
  }
  return inputs;
}

/** Throws `unsupported` for a model that is shown but cannot be run, saying why. */
export function refuseListedOnly(spec: Spec, id: string, vendors: ReadonlySet<string>): void {
  const { listedOnly } = lookup(spec, id).row;
  if (listedOnly === undefined) return;
  const details = { input: 'model', models: idsWhere(spec, vendors, () => true) };
  throw new StudioError('unsupported', `${id} is listed but cannot be run: ${listedOnly}`, { details });
}

function refuseUnknownKind(request: PlanRequest, row: Model): void {
  const kind = request.inputs['kind'];
  if (kind === undefined || row.kinds?.includes(String(kind))) return;
  throw refusal(request, 'kind', (other) => other.kinds?.includes(String(kind)) ?? false);
}

function requireInputs(row: Model, inputs: Readonly<Record<string, unknown>>, options: Body): void {
  const ofInputs = Object.keys(inputs).flatMap((name) => (row.wire[name] === undefined ? [] : [keyOf(row.wire[name])]));
  const written = new Set([...ofInputs, ...Object.keys(options)]);
  const missing = row.needs.filter((name) => {
    const fields = [row.wire[name], row.wire[`${name}s`]].filter((field) => field !== undefined);
    return !fields.some((field) => written.has(keyOf(field)));
  });
  if (missing.length === 0) return;
  throw invalidRequest(missing.map((name) => ({ path: name.split('.'), message: `${row.name} ${needsThis}` })));
}

function refusal(
  { spec, id, vendors }: PlanRequest,
  input: string,
  works: (row: Model) => boolean,
  but = '',
): StudioError<'unsupported'> {
  const models = idsWhere(spec, vendors, works);
  const instead = models.length > 0 ? `these do: ${models.slice(0, 5).join(', ')}` : 'no model at hand does';
  return new StudioError('unsupported', `${id} does not take "${input}" as given${but}; ${instead}`, {
    details: { input, models },
  });
}

/** Sides of the first picture, for masks and enlargements. */
function sidesOf(inputs: Readonly<Record<string, unknown>>): Sides | undefined {
  const picture = [inputs['image'], ...((inputs['images'] as unknown[] | undefined) ?? [])].find((value) =>
    isAssetRef(value),
  );
  return isAssetRef(picture) && picture.width && picture.height
    ? { width: picture.width, height: picture.height }
    : undefined;
}
