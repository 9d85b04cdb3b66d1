import {
  check,
  invalidRequest,
  type Issue,
  type Model,
  type PriceRule,
  type Spec,
  type Tier,
} from '@image-studio/core';
import * as z from 'zod';
import { type OptionSchema, optionsSchema, zodOfOptions } from './option-schema.ts';
import { conditionSchema, priceSchema } from './price-schema.ts';
import { wireSchema } from './wire-schema.ts';

/** One change of the catalogue: a model switched off, a price of its own, or a whole row. `operation` left out = in each that has it. */
export type OverlayEntry =
  | { readonly id: string; readonly operation?: string; readonly off: true }
  | { readonly id: string; readonly operation?: string; readonly price: number | PriceRule }
  | OverlayModel;

/** A new model, or another row in place of one. As in a manifest, but options are JSON Schema and a price may be micro-dollars for each result. */
export interface OverlayModel {
  readonly id: string;
  readonly operation: string;
  readonly name: string;
  readonly endpoint: string;
  readonly options?: OptionSchema;
  readonly wire: Model['wire'];
  readonly needs: readonly string[];
  readonly checks?: Model['checks'];
  readonly price: number | PriceRule;
  readonly tier: Exclude<Tier, 'free'>;
  readonly alias?: string;
  readonly kinds?: readonly string[];
  readonly capabilities?: readonly string[];
  readonly seed?: Model['seed'];
  readonly maxSide?: number;
  /** Seconds; 300 when left out. */
  readonly deadline?: number;
  /** The day (ISO) that its facts are of. */
  readonly asOf: string;
}

const id = z.string().regex(/^[a-z0-9-]+\/.+$/, 'Expected an id such as vendor/model-path');
const words = z.array(z.string().min(1));
const common = { id, operation: z.string().optional() };
const off = z.strictObject({ ...common, off: z.literal(true) });
const repriced = z.strictObject({ ...common, price: priceSchema });
const added = z.strictObject({
  id,
  operation: z.string(),
  name: z.string().min(1).max(80),
  endpoint: z.string().min(1),
  options: optionsSchema.optional(),
  wire: wireSchema,
  needs: words,
  checks: z
    .array(
      z.strictObject({ when: conditionSchema, field: z.string(), oneOf: z.array(z.union([z.string(), z.number()])) }),
    )
    .optional(),
  price: priceSchema,
  tier: z.enum(['budget', 'mid', 'premium']),
  alias: z.string().min(1).optional(),
  kinds: words.optional(),
  capabilities: words.optional(),
  seed: z.strictObject({ field: z.string().min(1), max: z.int().min(1) }).optional(),
  maxSide: z.int().min(1).optional(),
  deadline: z.int().min(1).max(86_400).optional(),
  asOf: z.iso.date(),
});

type Specs = Readonly<Record<string, Spec>>;

/**
 * The operations with these changes, in their order; what is given is left alone. Throws `invalid_request` with the place of every
 * fault: an unknown operation or model, an input that the operation has not, a field that is no part of a row.
 */
export function overlaySpecs(specs: Specs, entries: readonly OverlayEntry[]): Specs {
  const list = check(z.array(z.looseObject({})), entries, ['models']);
  return list.reduce((all: Specs, entry, index) => applied(all, entry, ['models', index]), specs);
}

function applied(specs: Specs, entry: Readonly<Record<string, unknown>>, at: Issue['path']): Specs {
  if ('off' in entry) {
    const { id: model, operation } = check(off, entry, at);
    return changed(specs, holders(specs, model, operation, at), (models) =>
      Object.fromEntries(Object.entries(models).filter(([other]) => other !== model)),
    );
  }
  if ('price' in entry && Object.keys(entry).every((key) => ['id', 'operation', 'price'].includes(key))) {
    const { id: model, operation, price } = check(repriced, entry, at);
    return changed(specs, holders(specs, model, operation, at), (models) => ({
      ...models,
      [model]: { ...models[model]!, price, agreedPrice: true },
    }));
  }
  const parsed = check(added, entry, at);
  const spec = specs[parsed.operation];
  if (!spec) throw unknownOperation(specs, parsed.operation, at);
  refuseOddInputs(spec, parsed, at);
  return changed(specs, [parsed.operation], (models) => ({ ...models, [parsed.id]: rowOf(parsed) }));
}

function rowOf({
  id: _,
  operation: __,
  options,
  capabilities = [],
  deadline = 300,
  ...row
}: z.output<typeof added>): Model {
  const set = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as typeof row;
  return {
    ...(set as Omit<Model, 'options' | 'capabilities' | 'deadline'>),
    capabilities,
    deadline,
    options: zodOfOptions(options ?? {}),
    agreedPrice: true,
  };
}

function changed(
  specs: Specs,
  operations: readonly string[],
  change: (models: Spec['models']) => Spec['models'],
): Specs {
  const entries = operations.map((operation) => [
    operation,
    { ...specs[operation]!, models: change(specs[operation]!.models) },
  ]);
  return { ...specs, ...(Object.fromEntries(entries) as Specs) };
}

/** The operations that have this model. */
function holders(specs: Specs, model: string, operation: string | undefined, at: Issue['path']): readonly string[] {
  if (operation !== undefined && !Object.hasOwn(specs, operation)) throw unknownOperation(specs, operation, at);
  const found = Object.keys(specs).filter(
    (one) => (operation ?? one) === one && Object.hasOwn(specs[one]!.models, model),
  );
  if (found.length > 0) return found;
  throw invalidRequest([
    {
      path: [...at, 'id'],
      message: `No model "${model}"${operation ? ` in ${operation}` : ''}; name it by its whole id`,
    },
  ]);
}

function unknownOperation(specs: Specs, operation: string, at: Issue['path']) {
  const message = `No operation "${operation}"; there are ${Object.keys(specs).join(', ')}`;
  return invalidRequest([{ path: [...at, 'operation'], message }]);
}

/** An input that the operation has not can never be given, and one that is needed must have a way to the vendor. */
function refuseOddInputs(
  { input, assets, id: operation }: Spec,
  { wire, needs }: z.output<typeof added>,
  at: Issue['path'],
): void {
  const odd = Object.keys(wire).filter((name) => !Object.hasOwn(input.shape, name.split('.')[0]!) && !(name in assets));
  const unsent = needs.filter((name) => !(name in wire) && !(`${name}s` in wire));
  const issues = [
    ...odd.map((name) => ({ path: [...at, 'wire', name], message: `${operation} has no such input` })),
    ...unsent.map((name) => ({
      path: [...at, 'needs'],
      message: `"${name}" has no way to the vendor: name it in "wire"`,
    })),
  ];
  if (issues.length > 0) throw invalidRequest(issues);
}
