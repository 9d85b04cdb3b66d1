import { StudioError } from '../errors/studio-error.ts';
import { type Price, priceOf } from '../result/price.ts';
import type { Warning } from '../result/warning.ts';
import { lookup } from '../validation/lookup.ts';
import type { Model } from '../validation/model.ts';
import { check, type ParsedRequest } from '../validation/parse.ts';
import { countPerCall, plan, type Plan } from '../validation/plan.ts';
import { namedModels, select, type Selection } from '../validation/select.ts';
import type { Candidate } from './journal.ts';
import type { Operation } from './parts.ts';

interface PlannedCalls {
  readonly selection: Selection;
  readonly calls: readonly (readonly Candidate[])[];
  /** The price to hold. */
  readonly price: Price;
  readonly warnings: readonly Warning[];
}

interface PricedCandidate {
  readonly candidate: Candidate;
  readonly price: Price;
}

/**
 * The models for a request and what each call would send to them. A preference takes a model that does exactly what is asked for
 * before one that comes near to it. Throws what the only possible models say.
 */
export function planCalls(operation: Operation, parsed: ParsedRequest, count: number): PlannedCalls {
  const { spec, providers } = operation;
  const vendors = new Set(Object.keys(providers));
  const planFor = (id: string, of: number, seed?: number) =>
    plan({
      spec,
      id,
      inputs: parsed.inputs,
      options: parsed.options,
      count: of,
      vendors,
      ...(seed === undefined ? {} : { seed }),
    });
  const priceFor = (exactly: boolean) => (id: string) => {
    const { row } = lookup(spec, id);
    if (row.byKind && parsed.inputs['kind'] === undefined) throw neverUnasked(id, row);
    const planned = planFor(id, 1);
    if (exactly && planned.warnings.length > 0) throw comesNear(id, planned);
    return priceOf(row.price, planned.body, planned.seconds).micros;
  };
  const selection = selectFrom(
    () => select(spec, parsed.choice, vendors, priceFor(true)),
    () => select(spec, parsed.choice, vendors, priceFor(false)),
  );
  const perCall = Math.min(...selection.ids.map((id) => countPerCall(lookup(spec, id).row)));
  const warnings: Warning[] = [];
  const priced = split(count, perCall).map((of, index) =>
    selection.ids.map((id): PricedCandidate => {
      const { row } = lookup(spec, id);
      const { body, seconds, seed, warnings: about } = planFor(id, of, crypto.getRandomValues(new Uint32Array(1))[0]!);
      if (index === 0) warnings.push(...about);
      const price = priceOf(row.price, body, seconds);
      const deadlineMs = row.deadline * 1000;
      const { endpoint, asOf } = row;
      return {
        price,
        candidate: { model: id, endpoint, body, quoteMicros: price.micros, asOf, count: of, deadlineMs, seed },
      };
    }),
  );
  const calls = priced.map((candidates) => candidates.map(({ candidate }) => candidate));
  return { selection, calls, price: totalPrice(priced), warnings };
}

function selectFrom(exactly: () => Selection, nearly: () => Selection): Selection {
  try {
    return exactly();
  } catch {
    return nearly();
  }
}

function comesNear(id: string, { warnings: [warning] }: Plan): StudioError {
  return new StudioError('unsupported', `${id}: ${warning?.message}`, { details: { input: 'model', models: [] } });
}

function neverUnasked(id: string, { kinds = [] }: Model): StudioError {
  const details = { input: 'kind', models: [id] };
  return new StudioError('unsupported', `${id} is only for the kind ${kinds.join(', ')}: ask for it`, { details });
}

/** What is wrong with the models named or their options is told before any file is fetched. */
export function refuseEarly({ spec, providers }: Operation, { choice, options }: ParsedRequest): void {
  for (const id of namedModels(spec, choice, new Set(Object.keys(providers))) ?? [])
    check(lookup(spec, id).row.options, options, ['options']);
}

/** 7 at most 3 at a time = 3, 3, 1. */
function split(count: number, perCall: number): number[] {
  return Array.from({ length: Math.ceil(count / perCall) }, (_, index) => Math.min(perCall, count - index * perCall));
}

/** For each call the dearest of its candidates, lines added up by label. */
function totalPrice(calls: readonly (readonly PricedCandidate[])[]): Price {
  const lines = new Map<string, number>();
  let basis: Price['basis'] = 'exact';
  for (const candidates of calls) {
    const { price } = candidates.reduce((a, b) => (b.price.micros > a.price.micros ? b : a));
    if (price.basis === 'bound' || candidates.length > 1) basis = 'bound';
    for (const { label, micros } of price.lines) lines.set(label, (lines.get(label) ?? 0) + micros);
  }
  const micros = [...lines.values()].reduce((a, b) => a + b, 0);
  return { micros, basis, lines: [...lines].map(([label, amount]) => ({ label, micros: amount })) };
}
