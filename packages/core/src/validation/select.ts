import { StudioError, toStudioError } from '../errors/studio-error.ts';
import { type Considered, whyLeftOut } from './consider.ts';
import { lookup } from './lookup.ts';
import { type Spec, vendorOf } from './model.ts';
import type { ParsedRequest } from './parse.ts';
import { refuseListedOnly } from './plan.ts';
import { type Contender, explainFirst, rank, type RankedModel } from './rank.ts';

/** How many models were left out of a choice, and why. */
export interface LeftOut {
  readonly why: string;
  readonly count: number;
}

/** The models chosen for a request, in the order they are tried, and why. */
export interface Selection {
  readonly ids: readonly string[];
  /** For people: why this one, which were next, what was left out. */
  readonly reason: string;
  /** All that can do it, best first; empty where the request names its models. */
  readonly ranking: readonly RankedModel[];
  /** The rest of the operation's models, most of them first. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Which models to try. A preference first keeps the models that can do the request (`consider` must not throw), of these the
 * ones that do exactly what is asked where there are any, and ranks them by {@link rank}.
 * Throws `unknown_model`, `unsupported`, or what the only possible models say.
 */
export function select(
  spec: Spec,
  choice: ParsedRequest['choice'],
  vendors: ReadonlySet<string>,
  consider: (id: string) => Considered,
): Selection {
  const named = namedModels(spec, choice, vendors);
  if (named) {
    const reason = named.length > 1 ? 'named in the request, in this order' : 'named in the request';
    return { ids: named, reason, ranking: [], leftOut: [] };
  }
  const { prefer, vendor } = choice as Exclude<typeof choice, string | readonly string[]>;
  const { fitting, refusals, elsewhere } = tryAll({ spec, vendors, vendor, consider });
  if (fitting.length === 0) throw mostTelling(refusals, spec, vendor);
  const exact = fitting.filter((one) => one.exact);
  const kept = exact.length > 0 ? exact : fitting;
  const ranking = rank(kept, prefer);
  const leftOut = countReasons([
    ...refusals.map(whyLeftOut),
    ...fitting.slice(kept.length).map(() => 'only come near to it'),
    ...elsewhere,
  ]);
  const rest = leftOut.map(({ why, count }) => `${count} ${why}`);
  const reason = [explainFirst(ranking, prefer), ...(rest.length > 0 ? [`left out: ${rest.join(', ')}`] : [])];
  return { ids: [ranking[0]!.id], reason: reason.join('; '), ranking, leftOut };
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

function atHand(spec: Spec, name: string, vendors: ReadonlySet<string>): string {
  const { id } = lookup(spec, name);
  refuseListedOnly(spec, id, vendors);
  if (vendors.has(vendorOf(id))) return id;
  const message = `${id} needs the vendor "${vendorOf(id)}", which is not set up here; set up are: ${[...vendors].join(', ') || 'none'}`;
  throw new StudioError('unsupported', message, {
    details: { input: 'model', models: Object.keys(spec.models).filter((other) => vendors.has(vendorOf(other))) },
  });
}

interface Trial {
  readonly spec: Spec;
  readonly vendors: ReadonlySet<string>;
  readonly vendor: string | undefined;
  readonly consider: (id: string) => Considered;
}

function tryAll({ spec, vendors, vendor, consider }: Trial) {
  const fitting: (Contender & Considered)[] = [];
  const refusals: StudioError[] = [];
  const elsewhere: string[] = [];
  for (const [id, row] of Object.entries(spec.models)) {
    const wanted = vendor === undefined || vendorOf(id) === vendor;
    if (!wanted || !vendors.has(vendorOf(id))) {
      elsewhere.push(wanted ? 'of vendors that are not set up' : 'of other vendors');
      continue;
    }
    try {
      fitting.push({ id, row, ...consider(id) });
    } catch (error) {
      refusals.push(toStudioError(error));
    }
  }
  return { fitting, refusals, elsewhere };
}

function countReasons(reasons: readonly string[]): readonly LeftOut[] {
  const counts = new Map<string, number>();
  for (const why of reasons) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, count]) => ({ why, count })).toSorted((a, b) => b.count - a.count);
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
