import { StudioError, toStudioError } from '../errors/studio-error.ts';
import type { Micros } from '../result/money.ts';
import { lookup } from './lookup.ts';
import { type Spec, type Tier, vendorOf } from './model.ts';
import type { ParsedRequest } from './parse.ts';

/** The models chosen for a request, in the order they are tried, and why. */
export interface Selection {
  readonly ids: readonly string[];
  readonly reason: string;
}

const quality: Readonly<Record<Tier, number>> = { free: 0, budget: 1, mid: 2, premium: 3 };

/** Share of price and quality in the choice; the rest of 1 is quality. */
const priceWeight = { budget: 1, balanced: 0.5, quality: 0 } as const;

/**
 * Which models to try. A preference keeps only models that can do the request (`priceFor` must not throw), then ranks by
 * price and tier: `budget` by price alone, `balanced` half and half, `quality` by tier, dearer first among equals.
 * Throws `unknown_model`, `unsupported`, or what the only possible models say.
 */
export function select(
  spec: Spec,
  choice: ParsedRequest['choice'],
  vendors: ReadonlySet<string>,
  priceFor: (id: string) => Micros,
): Selection {
  const named = namedModels(spec, choice, vendors);
  if (named)
    return { ids: named, reason: named.length > 1 ? 'named in the request, in this order' : 'named in the request' };
  const { prefer, vendor } = choice as Exclude<typeof choice, string | readonly string[]>;
  const { fitting, refusals } = tryAll(spec, vendors, vendor, priceFor);
  if (fitting.length === 0) throw mostTelling(refusals, spec, vendor);
  const cheapness = cheapnessAmong(fitting);
  const weight = priceWeight[prefer];
  const score = ({ price, tier }: Fitting) => weight * cheapness(price) + (1 - weight) * (quality[tier] / 3);
  const [best] = fitting.sort(
    (a, b) =>
      score(b) - score(a) || (prefer === 'quality' ? b.price - a.price : a.price - b.price) || (a.id < b.id ? -1 : 1),
  );
  return { ids: [best!.id], reason: `best of ${fitting.length} models that can do this, preferring ${prefer}` };
}

/** The ids that a request names, or undefined when it leaves the choice open. Throws `unknown_model` or `unsupported`. */
export function namedModels(
  spec: Spec,
  choice: ParsedRequest['choice'],
  vendors: ReadonlySet<string>,
): readonly string[] | undefined {
  const names =
    typeof choice === 'string' ? [choice] : Array.isArray(choice) ? (choice as readonly string[]) : undefined;
  return names && [...new Set(names.map((name) => atHand(spec, name, vendors)))];
}

interface Fitting {
  readonly id: string;
  readonly tier: Tier;
  readonly price: Micros;
}

/** 1 for the cheapest, 0 for the dearest, by ratio: twice the price counts the same everywhere. Below $0.001 all is one. */
function cheapnessAmong(fitting: readonly Fitting[]): (price: Micros) => number {
  const logs = fitting.map(({ price }) => Math.log(Math.max(price, 1000)));
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  return (price) => (most === least ? 1 : (most - Math.log(Math.max(price, 1000))) / (most - least));
}

function atHand(spec: Spec, name: string, vendors: ReadonlySet<string>): string {
  const { id } = lookup(spec, name);
  if (vendors.has(vendorOf(id))) return id;
  const message = `${id} needs the vendor "${vendorOf(id)}", which is not set up here; set up are: ${[...vendors].join(', ') || 'none'}`;
  throw new StudioError('unsupported', message, {
    details: { input: 'model', models: Object.keys(spec.models).filter((other) => vendors.has(vendorOf(other))) },
  });
}

function tryAll(
  spec: Spec,
  vendors: ReadonlySet<string>,
  vendor: string | undefined,
  priceFor: (id: string) => Micros,
) {
  const fitting: Fitting[] = [];
  const refusals: StudioError[] = [];
  for (const [id, { tier }] of Object.entries(spec.models)) {
    if (!vendors.has(vendorOf(id)) || (vendor !== undefined && vendorOf(id) !== vendor)) continue;
    try {
      fitting.push({ id, tier, price: priceFor(id) });
    } catch (error) {
      refusals.push(toStudioError(error));
    }
  }
  return { fitting, refusals };
}

/** When no model can do it, a missing or wrong input says more than "unsupported". */
function mostTelling(refusals: readonly StudioError[], spec: Spec, vendor: string | undefined): StudioError {
  const found = refusals.find(({ code }) => code === 'invalid_request') ?? refusals[0];
  const where = vendor === undefined ? '' : ` of vendor "${vendor}"`;
  return (
    found ??
    new StudioError('unsupported', `No model${where} is set up for ${spec.id}`, {
      details: { input: 'model', models: [] },
    })
  );
}
