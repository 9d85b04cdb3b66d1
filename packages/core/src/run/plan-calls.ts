import { type Price, priceOf } from '../result/price.ts';
import type { Warning } from '../result/warning.ts';
import { consider } from '../validation/consider.ts';
import { lookup } from '../validation/lookup.ts';
import type { Spec } from '../validation/model.ts';
import { check, type ParsedRequest } from '../validation/parse.ts';
import { countPerCall, plan } from '../validation/plan.ts';
import { namedModels, select, type Selection } from '../validation/select.ts';
import type { Candidate } from './journal.ts';
import { randomNumber } from './node-crypto.ts';

/** Among which models it is planned: those of an operation whose vendors are at hand. */
export interface PlanRoom {
  readonly spec: Spec;
  readonly vendors: ReadonlySet<string>;
}

/** What a request comes to, before anything is held. */
export interface PlannedCalls {
  readonly selection: Selection;
  /** For each call the candidates in order. */
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
export function planCalls({ spec, vendors }: PlanRoom, parsed: ParsedRequest, count: number): PlannedCalls {
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
  const wish = { spec, inputs: parsed.inputs, options: parsed.options, vendors };
  const selection = select(spec, parsed.choice, vendors, (id) => consider(wish, id));
  const perCall = Math.min(...selection.ids.map((id) => countPerCall(lookup(spec, id).row)));
  const warnings: Warning[] = [];
  const priced = split(count, perCall).map((of, index) =>
    selection.ids.map((id): PricedCandidate => {
      const { row } = lookup(spec, id);
      const { body, seconds, seed, warnings: about } = planFor(id, of, randomNumber());
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

/** What is wrong with the models named or their options is told before any file is fetched. */
export function refuseEarly({ spec, vendors }: PlanRoom, { choice, options }: ParsedRequest): void {
  for (const id of namedModels(spec, choice, vendors) ?? []) {
    check(lookup(spec, id).row.options, options, ['options']);
  }
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
